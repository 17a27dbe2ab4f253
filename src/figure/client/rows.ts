/** The rows behind a figure's marks: its table is the one source of evidence. */
import { idOf } from './drawings';
import { idsOf, nothing, type Selection } from './selection';

/** On a chart's own page the table stands below the figure. */
export const tableOf = (figure: Element): Element | null =>
  figure.querySelector('[data-part="table"]') ?? document.querySelector('.table-section [data-part="table"]');

export const rowsOf = (figure: Element): HTMLTableRowElement[] => [
  ...(tableOf(figure)?.querySelectorAll<HTMLTableRowElement>('tbody > tr') ?? []),
];

export const rowOf = (figure: Element, id: string): HTMLTableRowElement | null | undefined =>
  tableOf(figure)?.querySelector<HTMLTableRowElement>(`#${CSS.escape(`${figure.id}-${id}`)}`);

/** What a row is about: the person a later column names, else what it begins with. */
export const nameOf = (row: HTMLTableRowElement): string =>
  row.dataset.name ?? (row.cells[0]?.textContent ?? '').trim();

/** What choosing a mark chooses: its row, and with it its person in other figures. */
export function selectionOf(figure: Element, id: string): Selection {
  const row = rowOf(figure, id);
  return row ? { id, person: row.dataset.person, name: nameOf(row) } : nothing;
}

/**
 * A row, several, or a person with several, by the word an address has for it; `nothing` where there is none.
 * @param nameOfSome what several are called
 */
export function selectionBy(
  figure: Element,
  asked: string,
  nameOfSome: (ids: readonly string[]) => string,
): Selection {
  const own = selectionOf(figure, asked);
  if (own.name) return own;
  const person = rowsOf(figure).find((row) => row.dataset.person === asked);
  if (person) return { person: asked, name: nameOf(person) };
  // Of what a total added up, a row may be gone.
  const [id, ...more] = idsOf(asked).filter((one) => rowOf(figure, one));
  if (id === undefined) return nothing;
  return more.length > 0 ? { ids: [id, ...more], name: nameOfSome([id, ...more]) } : selectionOf(figure, id);
}

/** Ids of the rows that a selection means in this figure. */
export function idsIn(figure: Element, { id, ids, person, org }: Selection): Set<string> {
  const meant = rowsOf(figure).flatMap((row) => {
    const own = idOf(figure, row.id);
    const { dataset } = row;
    const yes =
      own === id ||
      ids?.includes(own) ||
      (person !== undefined && dataset.person === person) ||
      (org !== undefined && (dataset.orgs ?? '').split(' ').includes(org));
    return yes ? [own] : [];
  });
  return new Set(meant);
}
