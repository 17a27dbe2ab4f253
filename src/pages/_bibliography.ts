/** Sources of the data as a bibliography: each once, with what rests on it. */
import { type EvidenceKind, TABLE_OF } from '~/data/evidence';
import type { Dataset, Source, SourceId } from '~/data/types';
import { isCopy } from '~/figure/listed';
import { sourceRef } from '~/figure/source-ref';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';

interface ListedSource {
  id: string;
  /** "WIRED, read at Khelja": what a link to it is called elsewhere. */
  text: string;
  title: string;
  href: string;
  /** Of the page and its title, where it is not the reader's. */
  language?: string;
  date: string;
  /** What is known of the report that a copy passes on, besides its publisher. */
  original?: { text: string; href: string };
}

export const bibliography = (sources: readonly Source[], lang: Lang, say: Say): readonly ListedSource[] =>
  sources.map((source) => listed(source, lang, say));

/** A source as a list of them has it. */
export function listed(source: Source, lang: Lang, say: Say): ListedSource {
  const { id, title, published, language, originalTitle, originalUrl, originalDate } = source;
  const { text, href } = sourceRef(source, lang, say);
  const report = [
    originalTitle === title ? '' : originalTitle,
    originalDate && formatDate(originalDate, lang),
  ].filter(Boolean);
  const original = isCopy(source, lang) && (report.length > 0 || originalUrl !== '');
  return {
    id,
    text,
    title,
    href,
    ...(language === lang ? {} : { language }),
    date: published === '' ? say('sources.undated') : formatDate(published, lang),
    ...(original ? { original: { text: report.join(', '), href: originalUrl } } : {}),
  };
}

type Citing = ReadonlyMap<SourceId, readonly { kind: EvidenceKind; id: string }[]>;

/** Made once for each package, whose rows never change. */
const citing = new WeakMap<Dataset, Citing>();

/** Rows of the data by the sources that they cite; a conflict cites those of its variants. */
export function rowsOn(data: Dataset): Citing {
  const made = citing.get(data) ?? citingIn(data);
  citing.set(data, made);
  return made;
}

function citingIn(data: Dataset): Citing {
  const rows = new Map<SourceId, { kind: EvidenceKind; id: string }[]>();
  const cite = (kind: EvidenceKind, id: string, sources: readonly SourceId[]) => {
    for (const source of new Set(sources)) {
      const known = rows.get(source);
      if (known) known.push({ kind, id });
      else rows.set(source, [{ kind, id }]);
    }
  };
  for (const kind of Object.keys(TABLE_OF) as EvidenceKind[])
    for (const row of data[TABLE_OF[kind]]) if ('sources' in row) cite(kind, row.id, row.sources);
  for (const [id, variants] of Map.groupBy(data.variants, (one) => one.conflict))
    cite(
      'conflict',
      id,
      variants.flatMap((one) => one.sources),
    );
  return rows;
}
