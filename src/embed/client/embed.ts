/** The first script of an embed: the figure's own, the heights its host wants to hear, and a way out of a sandbox. */
import { start } from '~/figure/client/starter';
import { helpBlockedLinks } from './blocked-links';
import { scrollWhereCut } from './cut';
import { speakHeights } from './dialects';

// A frozen page asks whether it has fallen behind.
start('rest.js', /\/releases\/[\d-]+\/$/.test(document.documentElement.dataset.base ?? ''));
const main = document.querySelector('main');
if (main) {
  speakHeights(main);
  scrollWhereCut(main);
}
helpBlockedLinks();
