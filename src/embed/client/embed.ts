/** The one script of an embed: the figure's own, and the heights its host wants to hear. */
import '@open-iframe-resizer/core';
import { startFigures } from '~/figure/client/figures';
import { speakHeights } from './dialects';

startFigures();
speakHeights(() => document.documentElement.getBoundingClientRect().height);
