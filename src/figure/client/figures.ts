/** What figures need wherever they stand. */
import { FigureElement } from './figure-element';
import { watchSpacing } from './spacing';
import { applyQuery } from './theme';
import { listenForTools } from './tools';

export function startFigures(): void {
  applyQuery();
  document.documentElement.dataset.script = '';
  customElements.define('cf-figure', FigureElement);
  listenForTools();
  watchSpacing();
}
