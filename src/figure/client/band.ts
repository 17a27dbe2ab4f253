/** What the band under a figure's title says of a choice: a removable chip, and the row's own words and sources. */
import { say } from './words';

/** Sources the band shows; the row has them all. */
const SOURCES = 2;

export function chipOf(name: string): HTMLButtonElement {
  const chip = document.createElement('button');
  chip.type = 'button';
  chip.className = 'chip';
  chip.dataset.unchoose = '';
  chip.textContent = name;
  chip.setAttribute('aria-label', say('unchoose', { name }));
  return chip;
}

function saidOf(...parts: (string | Node)[]): HTMLElement {
  const said = document.createElement('div');
  said.className = 'said';
  said.append(...parts);
  return said;
}

/** For a person or an organisation with several marks: how many. */
export const groupOf = (name: string, n: number): Node[] => [
  chipOf(name),
  saidOf(say('also', { n: String(n) })),
];

/**
 * The table is the one source of evidence.
 * @param page address of the chart's page, where the row has all its sources
 */
export function evidenceOf(row: HTMLTableRowElement, page: string): Node[] {
  const [name, ...cells] = [...row.cells];
  const sources = cells.pop();
  const heads = [...(row.closest('table')?.tHead?.rows[0]?.cells ?? [])].slice(1);
  const lines = sources?.querySelector('.lines');
  const words = lines
    ? (lines.textContent ?? '')
    : cells.map((cell, i) => `${heads[i]?.textContent}: ${cell.textContent}`).join('; ');
  const said = saidOf(words, words && !/[.!?]\s*$/.test(words) ? '. ' : ' ');
  const links = [...(sources?.querySelectorAll<HTMLAnchorElement>('.sources a') ?? [])];
  for (const [i, link] of links.slice(0, SOURCES).entries())
    said.append(i > 0 ? ', ' : '', link.cloneNode(true));
  if (links.length > SOURCES) {
    const rest = document.createElement('a');
    rest.href = `${page}#${row.id}`;
    rest.textContent = say('more', { n: String(links.length - SOURCES) });
    said.append(', ', rest);
  }
  return [chipOf(name?.textContent ?? ''), said];
}
