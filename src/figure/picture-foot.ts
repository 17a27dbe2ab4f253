/** What stands under a picture that leaves the site: name, date of the data, and where it is from. */
import type { Rendering, Size } from '~/charts/contract';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';
import { absolute, chartPath } from '~/views/paths';
import { releaseDrawn } from './as-of';
import type { PictureFoot } from './picture';

/** What stands under a card. */
export const cardNote = (asOf: string, lang: Lang, say: Say): PictureFoot => ({
  name: say('site.name'),
  note: say('card.note', { date: formatDate(asOf, lang, 'month') }),
});

export function pictureFoot({ lang, chart, slug, asOf }: Rendering, size: Size, say: Say): PictureFoot {
  const name = say('site.name');
  if (size === 'card') return cardNote(asOf, lang, say);
  // A release keeps its pictures, wherever it is published.
  const release = releaseDrawn();
  if (release) {
    const [date, day] = [asOf, release].map((one) => formatDate(one, lang));
    return { name, note: say('picture.note.release', { date: date ?? '', release: day ?? '' }) };
  }
  const url = absolute(chartPath(lang, chart, slug)).replace(/^https?:\/\//, '');
  return { name, note: say('picture.note', { date: formatDate(asOf, lang), url }) };
}
