/** The address of a view's card: who keeps a copy of it asks anew once its content has changed. */
import { createHash } from 'node:crypto';
import type { Rendering } from '~/charts/contract';
import type { Say } from '~/i18n/say';
import { imagePath } from '~/views/paths';
import { pictureSvg } from './picture';
import { pictureFoot } from './picture-foot';

/** In pixels. */
export const CARD_SIZE = { width: 1200, height: 630 };

const known = new WeakMap<Rendering, string>();

/** Its name with a hash of its drawing; the name alone is answered too. */
export function cardPath(rendering: Rendering, say: Say): string {
  let hash = known.get(rendering);
  if (hash === undefined) {
    const svg = pictureSvg(rendering, 'card', 'light', pictureFoot(rendering, 'card', say));
    hash = createHash('sha256').update(svg).digest('hex').slice(0, 8);
    known.set(rendering, hash);
  }
  return `${imagePath(rendering.lang, rendering.chart, rendering.slug, 'card.png')}?v=${hash}`;
}

/** What a link to a page unfolds with. */
export interface Card {
  src: string;
  alt: string;
}

export const cardOf = (rendering: Rendering, say: Say): Card => ({
  src: cardPath(rendering, say),
  alt: `${rendering.words.title}. ${rendering.words.summary}`,
});
