/** Marks of the drawing that a step has of its own, where no figure stands beside the text; no key leads to them. */
import { marksIn } from './drawings';
import { evidenceOf } from './evidence';
import { lookedUp } from './pages';
import { nameOf } from './rows';
import { meantAt } from './touching';

/** The mark that a click in such a drawing meant, or whose name; none where it is at a link, or nothing is near. */
export function stepMarkAt(event: MouseEvent): SVGAElement | undefined {
  const target = event.target as Element;
  const svg = target.closest<SVGSVGElement>('.step-figure .drawings > svg');
  const hit = target.closest<SVGAElement>('a.mark');
  if (!svg || (target.closest('a') && !hit)) return undefined;
  const label = target.closest('text');
  const place = label?.getAttribute('data-mark');
  if (label) return place ? marksIn(svg, place)[0] : undefined;
  return meantAt(svg, hit, event, (event as PointerEvent).pointerType === 'touch')[0];
}

/**
 * A note with the name, the words and the first of the sources of its row, which stands on the page of the step's view.
 * @throws where that page cannot be fetched, or has no such row
 */
export async function noteOfMark(mark: SVGAElement): Promise<Element> {
  const [href = '', id = ''] = mark.href.baseVal.split('#');
  const page = await lookedUp(href);
  const row = page.getElementById(id);
  const figure = page.querySelector('cf-figure')?.cloneNode();
  if (!(row instanceof HTMLTableRowElement) || !(figure instanceof HTMLElement)) throw new Error('no row');
  // Its links lead from here.
  figure.dataset.place = 'story';
  figure.dataset.page = href;
  const title = document.createElement('p');
  title.className = 'title';
  title.textContent = nameOf(row);
  const [, ...told] = evidenceOf(row, figure);
  const note = document.createElement('div');
  note.append(title, ...told);
  return note;
}
