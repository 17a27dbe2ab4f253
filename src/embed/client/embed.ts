/** The one script of an embed: the figure's own, and the heights its host wants to hear. */
import '@open-iframe-resizer/core';
import '~/figure/client/main';
import { speakHeights } from './dialects';

speakHeights(() => document.documentElement.getBoundingClientRect().height);
