/** The id a table row has on a page that may hold several figures: its figure's id, then its own. Marks link to it. */
export const rowId = (figure: string, row: string) => `${figure}-${row}`;
