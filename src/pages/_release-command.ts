/** What `npm run release` does and says. */
import { formatProblem, PackageError, type Problem } from '~/data/load';
import { dayOf } from '~/i18n/dates';
import { checkSite } from './_check';
import { release, remove } from './_releases';

interface Said {
  lines: readonly string[];
  failed: boolean;
}

/** @param person  to be taken out of all releases; '' makes a new one */
export function command(person: string, today = dayOf(Date.now()), content = 'content'): Said {
  return person === '' ? publish(today, content) : takeOut(person, today, content);
}

const told = (problems: readonly Problem[]) => problems.map(formatProblem);

function publish(today: string, content: string): Said {
  const problems = checkSite(content);
  if (problems.length > 0)
    return {
      lines: [...told(problems), 'Nothing was released: the data have to be sound first.'],
      failed: true,
    };
  try {
    const { words } = release(today, content);
    const changes = Object.entries(words).flatMap(([lang, lines = []]) =>
      lines.map((line) => `${lang}: ${line}`),
    );
    return {
      lines: [`${content}/releases/${today}/ holds the release of today.`, ...changes],
      failed: false,
    };
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    return { lines: [...told(error.problems), 'Nothing was released.'], failed: true };
  }
}

function takeOut(person: string, today: string, content: string): Said {
  const mentions = remove(person, today, content);
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
  };
}
