/** Up to when the data of a figure reach, as its foot says it. */
import type { Rendering } from '~/charts/contract';
import { formatDate } from '~/i18n/dates';
import type { Say } from '~/i18n/say';

/** One unbreakable word, so that no year stands alone on the last line. */
export const asOfText = ({ asOf, lang }: Rendering, say: Say): string =>
  say('figure.asOf', { date: formatDate(asOf, lang) }).replaceAll(' ', '\u00a0');
