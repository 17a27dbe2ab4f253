/** The first script of an embed: the figure’s own, and the heights its host wants to hear. */
import { start } from '~/figure/client/starter';
import { scrollWhereCut } from './cut';
import { speakHeights } from './dialects';

start('rest.js', false);
const main = document.querySelector('main');
if (main) {
  speakHeights(main);
  scrollWhereCut(main);
}
