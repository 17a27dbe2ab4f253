/** The first script of an embed: the figure's own, and the heights its host wants to hear. */
import '@open-iframe-resizer/core';
import { start } from '~/figure/client/starter';
import { speakHeights } from './dialects';

start('rest.js', false);
speakHeights(() => document.documentElement.getBoundingClientRect().height);
