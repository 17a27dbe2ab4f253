/** Up to when the data of a figure reach, as its foot says it. */
import type { Rendering } from '~/charts/contract';
import { formatDate } from '~/i18n/dates';
import type { Say } from '~/i18n/say';

/** The day of the release of which a build draws the pages, to be kept with it; none in a build of the site. */
export const releaseDrawn = (): string | undefined => process.env['RELEASE'];

/** Of a release also which: its frame would look like one of today. Unbreakable, so that no year stands alone on the last line. */
export function asOfText({ asOf, lang }: Rendering, say: Say): string {
  const release = releaseDrawn();
  return [
    say('figure.asOf', { date: formatDate(asOf, lang) }),
    ...(release ? [say('figure.release', { date: formatDate(release, lang) })] : []),
  ]
    .map((sentence) => sentence.replaceAll(' ', '\u00a0'))
    .join(' ');
}
