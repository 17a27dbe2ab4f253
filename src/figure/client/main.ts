/** The site's one script. Everything it adds is an addition. */
import { FigureElement } from './figure-element';
import { listenForNotes } from './notes';
import { applyQuery } from './theme';
import { listenForTools } from './tools';

applyQuery();
document.documentElement.dataset.script = '';
customElements.define('cf-figure', FigureElement);
listenForTools();
listenForNotes();
