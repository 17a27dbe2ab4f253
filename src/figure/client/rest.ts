/** The rest of the script of a page: figures, the story's steps and its map, notes, and what follows the reader. */
import { startFigures } from './figures';
import { keepPlace } from './keep-place';
import { listenForLanguage } from './language';
import { MapElement } from './map-element';
import { listenForNotes } from './notes';
import { ScrollyElement } from './scrolly-element';
import { layOutRest } from './waiting';

startFigures(() => {
  customElements.define('cf-scrolly', ScrollyElement);
  customElements.define('cf-map', MapElement);
  listenForNotes();
  listenForLanguage();
  keepPlace();
  layOutRest();
});
