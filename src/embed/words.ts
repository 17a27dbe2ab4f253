/** The words of an embed whose lines count for its height. */
import type { Rendering } from '~/charts/contract';
import { formatDate } from '~/i18n/dates';
import type { Say } from '~/i18n/say';

export function embedWords(rendering: Rendering, say: Say): { hint: string; note: string; view: string } {
  const asOf = say('figure.asOf', { date: formatDate(rendering.asOf, rendering.lang) });
  return {
    hint: say('figure.hint'),
    note: `${say('site.name')} ${rendering.words.foot} ${asOf}`,
    view: rendering.views > 1 ? `${say('figure.view')} ${rendering.words.name}` : '',
  };
}
