/** What stands in a figure's place of evidence: a removable chip, and the row's own words and sources. */
import { nameOf } from './rows';
import { say } from './words';

/** Sources shown; the row has them all. */
const SOURCES = 2;
/** Names to choose from; the table has them all. */
const NAMES = 12;

/** Where a figure's table is: on its own page here, else there. */
const tablePage = ({ dataset }: HTMLElement) => (dataset.place === 'page' ? '' : (dataset.page ?? ''));

function button(text: string, key: 'choose' | 'unchoose', value = ''): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.dataset[key] = value;
  made.textContent = text;
  return made;
}

function chipOf(name: string): HTMLButtonElement {
  const chip = button(name, 'unchoose');
  chip.className = 'chip';
  chip.setAttribute('aria-label', say('unchoose', { name }));
  return chip;
}

function linkOf(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

const copyOf = (link: HTMLAnchorElement) => link.cloneNode(true) as HTMLAnchorElement;

function saidOf(...parts: (string | Node)[]): HTMLElement {
  const said = document.createElement('div');
  said.className = 'said';
  said.append(...parts);
  return said;
}

/** For a person or an organisation: how many marks are theirs. */
export const countOf = (name: string, n: number): HTMLElement[] => [
  chipOf(name),
  saidOf(say(n === 1 ? 'alsoOne' : 'also', { n: String(n) })),
];

/** Links to the sources of a row; where it is brief, the one that leads to all of it. */
const sourcesOf = (row: HTMLTableRowElement): HTMLAnchorElement[] => {
  const cell = row.querySelector('.evidence');
  return [...((cell?.querySelector('.sources') ?? cell)?.querySelectorAll('a') ?? [])];
};

/**
 * Marks that lie too close for a finger, to choose from, each with the first of its sources: no choice is needed for that.
 * @param rows the nearest first
 */
export function nearbyOf(
  name: string,
  rows: readonly { id: string; name: string; row: HTMLTableRowElement }[],
  figure: HTMLElement,
): HTMLElement[] {
  const list = document.createElement('ul');
  list.className = 'nearby';
  const add = (...nodes: Node[]) => list.appendChild(document.createElement('li')).append(...nodes);
  for (const { id, name, row } of rows.slice(0, NAMES))
    add(button(name, 'choose', id), ...sourcesOf(row).slice(0, 1).map(copyOf));
  if (rows.length > NAMES)
    add(linkOf(`${tablePage(figure)}#${figure.id}-table`, say('more', { n: String(rows.length - NAMES) })));
  return [chipOf(name), saidOf(say('nearby')), list];
}

/** In somebody else's page whose it is stays said, and is on a picture of the screen. */
export function sign(evidence: readonly HTMLElement[], figure: Element): void {
  const brand = figure.querySelector('.note .brand')?.cloneNode(true);
  const last = evidence.at(-1);
  if (!brand || !last) return;
  const signed = document.createElement(last.matches('ul') ? 'li' : 'span');
  signed.className = 'signed';
  signed.append(...(last.matches('ul') ? [] : [' · ']), brand);
  last.append(signed);
}

/** A row that leads to itself on the chart's page, where its words and sources are. */
export const isBrief = (row: HTMLTableRowElement): boolean =>
  row.querySelector<HTMLAnchorElement>('.evidence a')?.hash === `#${row.id}`;

/**
 * A row's words and the first of its sources.
 * @param kept the same row of a release: the words are its, and the sources those of today
 */
export function evidenceOf(
  row: HTMLTableRowElement,
  figure: HTMLElement,
  kept?: HTMLTableRowElement,
): HTMLElement[] {
  const own = kept ?? row;
  const name = nameOf(own);
  const cells = [...own.cells];
  const last = cells.pop();
  const cell = row.cells[row.cells.length - 1];
  const heads = [...(own.closest('table')?.tHead?.rows[0]?.cells ?? [])];
  const told = cells.flatMap((cell, i) => {
    const text = (cell.textContent ?? '').trim();
    return text && text !== name ? [`${heads[i]?.textContent}: ${text}`] : [];
  });
  const words = last?.querySelector('.lines')?.textContent ?? told.join('; ');
  const said = saidOf(words, words && !/[.!?]\s*$/.test(words) ? '. ' : ' ');
  if (kept && kept !== row) said.append(`${say('sourcesToday')} `);
  const links = sourcesOf(row);
  const shown = links.slice(0, SOURCES).map(copyOf);
  for (const [i, link] of shown.entries()) said.append(i > 0 ? ', ' : '', link);
  const more = links.length - shown.length;
  if (more > 0) said.append(', ', linkOf(`${tablePage(figure)}#${row.id}`, say('more', { n: String(more) })));
  for (const doubt of cell?.querySelectorAll<HTMLAnchorElement>('.doubts a') ?? [])
    said.append(' · ', copyOf(doubt));
  // Its own page has the rest: how precise, what has changed.
  const page = cell?.querySelector<HTMLAnchorElement>('a.own');
  if (page) said.append(' · ', linkOf(page.href, say('row')));
  return [chipOf(name), said];
}
