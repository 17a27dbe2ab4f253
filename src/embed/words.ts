/** The words of an embed whose lines count for its height. */
import type { Rendering } from '~/charts/contract';
import { asOfText } from '~/figure/as-of';
import type { Say } from '~/i18n/say';

export function embedWords(rendering: Rendering, say: Say): { hint: string; note: string; view: string } {
  return {
    hint: say('figure.hint'),
    note: `${say('site.name')} · ${rendering.words.foot} ${asOfText(rendering, say)}`,
    view: rendering.views > 1 ? `${say('figure.view')} ${rendering.words.name}` : '',
  };
}
