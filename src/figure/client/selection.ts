/** What a reader chose, and how the figures of a page hear of each other's choice. */

/** Told to every figure of the page: one selection, whole page. */
export const CHOSEN = 'cf-chosen';

/** A row, and with it its person everywhere; or several rows, a person or an organisation. */
export interface Selection {
  id?: string;
  /** Rows among which one is still to be chosen, the nearest first. */
  ids?: readonly string[];
  person?: string;
  org?: string;
  /** What the chip says. */
  name: string;
}

export const nothing: Selection = { name: '' };

/** Between the rows of a choice that has several; no id has it. */
const BETWEEN = '~';

/** What an address says of a choice. An organisation is followed through a page, and is in no address. */
export const wordOf = ({ id, person, ids }: Selection): string | undefined =>
  id ?? person ?? ids?.join(BETWEEN);

/** The rows that an address means; one where it is the word for one. */
export const idsOf = (word: string): string[] => word.split(BETWEEN);

/** @param from who shows it already */
export const announce = (selection: Selection, from?: unknown) =>
  document.dispatchEvent(new CustomEvent(CHOSEN, { detail: { selection, from } }));
