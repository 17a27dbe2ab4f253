/** Who publishes this copy of the site, and since when: settings of the build, for the lines under the story's title. */
import { dateFault, precisionOf } from '~/data/dates';

interface Byline {
  /** BYLINE: a newsroom, a class, a person. */
  by?: string;
  /** PUBLISHED and UPDATED: days, as 2026-11-29. */
  published?: string;
  updated?: string;
}

/** @throws Error on a date that is none, and on an update before the publication */
export function bylineOf(settings: Readonly<Record<string, string | undefined>>): Byline {
  const { BYLINE: by, PUBLISHED: published, UPDATED: updated } = settings;
  for (const [name, date] of Object.entries({ PUBLISHED: published, UPDATED: updated }))
    if (date && (dateFault(date) !== '' || precisionOf(date) !== 'day'))
      throw new Error(`${name} is "${date}". Expected a day as 2026-11-29.`);
  if (published && updated && updated < published)
    throw new Error(
      `UPDATED is ${updated}, before PUBLISHED, ${published}. Expected the same day or a later one.`,
    );
  return { ...(by && { by }), ...(published && { published }), ...(updated && { updated }) };
}

/** The same days as Open Graph has them. */
export const articleDates = ({
  published,
  updated = published,
}: Byline): [property: string, day: string][] =>
  published
    ? [
        ['article:published_time', published],
        ['article:modified_time', updated ?? published],
      ]
    : updated
      ? [['article:modified_time', updated]]
      : [];

/** Words of a text read in a minute, as newsrooms reckon. */
const PER_MINUTE = 220;

/** Minutes that sections written in MDX take to read; a component counts as the two words it says on average. */
export function minutesToRead(sections: readonly string[]): number {
  const words = sections
    .join(' ')
    .replace(/<[A-Z][^>]*\/>/g, 'w w')
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  return Math.max(1, Math.round(words.length / PER_MINUTE));
}
