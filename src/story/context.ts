/** What every prose component is given by the page, and the collector that turns citations into notes. */
import type { Dataset } from '~/data/types';
import type { EvidenceText } from '~/figure/evidence';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';

/** Set by the page as `Astro.locals.story`, one per page: notes are counted per page. */
export interface StoryContext {
  lang: Lang;
  data: Dataset;
  notes: Notes;
  say: Say;
  /** The thread of each move on the page's map, counted in drawing order; absent where a page has no map. */
  threads?: ReadonlyMap<string, number>;
}

declare global {
  namespace App {
    interface Locals {
      story?: StoryContext;
    }
  }
}

/** @throws Error where a page shows prose without setting `Astro.locals.story` */
export function storyOf(astro: { locals: { story?: StoryContext } }): StoryContext {
  const { story } = astro.locals;
  if (!story)
    throw new Error('missing Astro.locals.story. Expected the page to set { lang, data, notes, say }.');
  return story;
}

/** What a note holds. */
export type Noted = Pick<EvidenceText, 'title' | 'lines' | 'disputed' | 'each' | 'sources'> & {
  /** The page of the row that is cited, where the way to its sources ends; a count has none. */
  page?: string;
};

/** One passage that leads to a note: the attributes of its link. */
interface Reference {
  id: string;
  href: string;
}

interface Note {
  number: number;
  evidence: Noted;
  /** Ids of the passages that lead to this note, in the order of the text: none where they lead to the row's page. */
  references: readonly string[];
}

interface Entry {
  evidence: Noted;
  references: number;
}

/**
 * Notes of one page, each kept once. Components render side by side, so a number given out by `cite` only says
 * which note it is; `settle` puts numbers and references into the order of the finished text. There a passage that
 * rests on a row leads to the page of the row, which leads outward; a count, which is no row, leads to its note. What is
 * led to, from a note or from the page's map, has an id.
 */
export class Notes {
  readonly #numbers = new Map<string, number>();
  #entries: Entry[] = [];

  /** Registers a note at its first citation. @param build is called for that first one only */
  cite(key: string, build: () => Noted): Reference {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#entries.push({ evidence: build(), references: 0 });
      this.#numbers.set(key, number);
    }
    const entry = this.#entries[number - 1];
    if (!entry) throw new Error(`note ${number} was settled away: cite before the text is settled`);
    entry.references += 1;
    return reference(number, entry.references);
  }

  /** Renumbers a finished text and the notes by first citation; call it once, before the notes are listed. */
  settle(html: string): string {
    const order = new Map<number, { number: number; references: number }>();
    const settled = html.replace(REFERENCE, (_, given: string, threads?: string) => {
      const old = Number(given);
      const now = order.get(old) ?? { number: order.size + 1, references: 0 };
      now.references += 1;
      order.set(old, now);
      // On paper the first passage of each note counts up to its number (notes.css): only a later one has to say it.
      const again = now.references > 1 ? ` data-note="${now.number}"` : '';
      const page = this.#entries[old - 1]?.evidence.page;
      const { id, href } = reference(now.number, now.references);
      const own = page === undefined || threads ? `id="${id}" ` : '';
      return `${own}href="${page ?? href}"${again}`;
    });
    const entries = [...order].map(([old, { references }]) => {
      const entry = this.#entries[old - 1];
      if (!entry)
        throw new Error(`unknown note ${old} in the text. Expected one of ${this.#entries.length}.`);
      return { ...entry, references };
    });
    this.#entries = entries;
    return settled;
  }

  get list(): readonly Note[] {
    return this.#entries.map(({ evidence, references }, index) => ({
      number: index + 1,
      evidence,
      references:
        evidence.page === undefined
          ? Array.from({ length: references }, (_, k) => reference(index + 1, k + 1).id)
          : [],
    }));
  }
}

const reference = (note: number, k: number): Reference => ({
  id: `ref-${note}-${k}`,
  href: `#note-${note}`,
});

/** As Cite.astro writes it; the map's threads that a passage speaks of come later in its tag. */
const REFERENCE = /id="ref-(\d+)-\d+" href="#note-\d+"(?=(?:[^>]* (data-threads)=)?)/g;
