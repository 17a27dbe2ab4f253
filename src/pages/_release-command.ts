/** What `npm run release` does and says. */
import { formatProblem, PackageError, type Problem } from '~/data/load';
import { CONTENT } from '~/i18n/content';
import { dayOf } from '~/i18n/dates';
import { checkSite } from './_check';
import { CFF_FILE, cff, citation } from './_citation';
import { appendLinks, renewLinks } from './_links';
import { release, releasesIn, remove } from './_releases';

export { discard, keepPages } from './_releases';

/** The citation as the repository has it, for code hosts: of the last release, at no address. */
export const repositoryCitation = () => ({ file: CFF_FILE, text: cff(citation('content', '')) });

interface Said {
  lines: readonly string[];
  failed: boolean;
  /** Releases whose pages are now to be drawn. */
  undrawn: readonly string[];
}

/** @param person  to be taken out of all releases; '' makes a new one */
export function command(person: string, today = dayOf(Date.now()), content = CONTENT): Said {
  return person === '' ? publish(today, content) : takeOut(person, today, content);
}

const told = (problems: readonly Problem[]) => problems.map(formatProblem);
const refused = (problems: readonly Problem[], why: string): Said => ({
  lines: [...told(problems), why],
  failed: true,
  undrawn: [],
});

function publish(today: string, content: string): Said {
  const problems = checkSite(content);
  if (problems.length > 0) return refused(problems, 'Nothing was released: the data have to be sound first.');
  try {
    const { words } = release(today, content);
    appendLinks(today, content);
    const changes = Object.entries(words).flatMap(([lang, lines = []]) =>
      lines.map((line) => `${lang}: ${line}`),
    );
    const first = `${content}/releases/${today}/ holds the release of today.`;
    return { lines: [first, ...changes], failed: false, undrawn: [today] };
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    return refused(error.problems, 'Nothing was released.');
  }
}

function takeOut(person: string, today: string, content: string): Said {
  const mentions = remove(person, today, content);
  renewLinks(content);
  const problems = checkSite(content);
  return {
    lines: [
      'The rows are gone from the data and from every release; a dated note in each says so, without a name.',
      ...(mentions.length > 0
        ? ['Texts that may still name the person, to be read:', ...told(mentions)]
        : []),
      ...(problems.length > 0
        ? ['What asks for what is gone, to be mended by hand:', ...told(problems)]
        : []),
    ],
    failed: false,
    undrawn: releasesIn(content),
  };
}
