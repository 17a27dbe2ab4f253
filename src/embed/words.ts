/** The words of an embed whose lines count for its height. */
import type { Rendering } from '~/charts/contract';
import { asOfText, releaseDrawn } from '~/figure/as-of';
import type { Say } from '~/i18n/say';
import { labelsOf } from '~/kit/items';

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
    tools: [say('figure.sources'), exploreText(say), say('tools.share'), say('tools.data')],
  };
}

/** A release has no page of its own: what leads out of it says to which day. */
export const exploreText = (say: Say): string => say(releaseDrawn() ? 'tools.today' : 'tools.explore');

const SIZES = ['wide', 'medium', 'narrow'] as const;
const HINTS = ['figure.hint', 'figure.keys.arrows', 'figure.keys.groups', 'figure.keys.enter'];

/** All that an embed has laid out in the label face before a reader opens or chooses anything, at any width. */
export function shownWords(rendering: Rendering, say: Say): string {
  const { subtitle, summary } = rendering.words;
  const { note, menu, tools } = embedWords(rendering, say);
  const labels = SIZES.flatMap((size) =>
    labelsOf(rendering.geometry(size)).flatMap(({ lines }) =>
      lines.flatMap(({ spans }) => spans.map(({ text }) => text)),
    ),
  );
  const hints = HINTS.map((key) => say(key));
  return [subtitle, summary, note, menu?.label, menu?.name, ...tools, ...hints, ...labels].join(' ');
}
