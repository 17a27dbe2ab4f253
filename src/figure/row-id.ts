/** The id a table row has on a page that may hold several figures: its figure's id, then its own, spelled for an id. */
export const rowId = (figure: string, row: string) => `${figure}-${row.replace(/[^A-Za-z0-9]+/g, '-')}`;
