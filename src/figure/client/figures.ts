/** What figures need wherever they stand. */
import { listenForColours } from './codes';
import { FigureElement } from './figure-element';
import { later } from './later';
import { watchSpacing } from './spacing';
import { listenForTools } from './tools';

/** @param more what else the page has to start */
export function startFigures(more?: () => void): void {
  customElements.define('cf-figure', FigureElement);
  listenForTools();
  listenForColours();
  more?.();
  // Once every figure has had its turn.
  later(() => {
    document.documentElement.dataset.script = '';
  });
  later(watchSpacing);
}
