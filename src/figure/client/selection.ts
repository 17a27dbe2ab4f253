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

/** What an address says of a choice. */
export const wordOf = ({ id, person, org }: Selection): string | undefined => id ?? person ?? org;

/** @param from who shows it already */
export const announce = (selection: Selection, from?: unknown) =>
  document.dispatchEvent(new CustomEvent(CHOSEN, { detail: { selection, from } }));
