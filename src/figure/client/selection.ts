/** What a reader chose, and how the figures of a page hear of each other's choice. */

/** Told to every figure of the page: one selection, whole page. */
export const CHOSEN = 'cf-chosen';

/** A row, and with it its person everywhere; or an organisation. */
export interface Selection {
  id?: string;
  person?: string;
  org?: string;
  /** What the chip says. */
  name: string;
}

export const nothing: Selection = { name: '' };

/** @param from who shows it already */
export const announce = (selection: Selection, from?: unknown) =>
  document.dispatchEvent(new CustomEvent(CHOSEN, { detail: { selection, from } }));
