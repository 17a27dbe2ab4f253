/** The rest of the script of an embed: its figure and a way out of a sandbox, once somebody asks something of it. */
import { startFigures } from '~/figure/client/figures';
import { tellNews } from '~/figure/client/news';
import { helpBlockedLinks } from './blocked-links';
import { bringChosenFirst } from './chosen-first';

/** What a choice looks like: choice.css, put here when this file is bundled (pages/embed/v1). */
declare const STYLES: string;

// No policy forbids it: it is no style of the page's own.
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);
document.adoptedStyleSheets.push(sheet);
startFigures(() => void tellNews());
helpBlockedLinks();
bringChosenFirst();
