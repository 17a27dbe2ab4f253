/** The words of an embed whose lines count for its height. */
import type { Rendering } from '~/charts/contract';
import { asOfText } from '~/figure/as-of';
import type { Say } from '~/i18n/say';

export interface EmbedWords {
  note: string;
  /** The closed menu of views; none where there is one view. */
  menu?: { label: string; name: string };
  /** The tools below the note, each a word or two. */
  tools: readonly string[];
}

export function embedWords(rendering: Rendering, say: Say): EmbedWords {
  return {
    note: `${say('site.name')} · ${rendering.words.foot} ${asOfText(rendering, say)}`,
    ...(rendering.views > 1 ? { menu: { label: say('figure.view'), name: rendering.words.name } } : {}),
    tools: ['figure.sources', 'tools.explore', 'tools.share', 'tools.data'].map((key) => say(key)),
  };
}
