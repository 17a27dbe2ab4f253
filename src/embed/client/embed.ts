/** The first script of an embed: the figure's own, and the heights its host wants to hear. */
import { later } from '~/figure/client/later';
import { onceSpaced } from '~/figure/client/spaced';
import { start } from '~/figure/client/starter';
import { scrollWhereCut } from './cut';
import { speakHeights } from './dialects';
import { inSandbox, OUTWARD } from './outward';

// A frozen page asks whether it has fallen behind.
const frozen = /\/releases\/[\d-]+\/$/.test(document.documentElement.dataset.base ?? '');
const load = start(frozen, inSandbox() ? OUTWARD : undefined);
later(() => onceSpaced(load));
const main = document.querySelector('main');
if (main) {
  speakHeights(main);
  scrollWhereCut(main);
}
