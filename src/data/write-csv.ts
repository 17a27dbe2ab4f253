/** Rows as separated text: UTF-8, CRLF (RFC 4180), nothing in it that a spreadsheet takes for a formula. */

/** @param comma how a number's fraction is parted off: where it is by a comma, columns are parted by semicolons */
function cell(value: string | number, comma: boolean): string {
  const text = typeof value === 'number' && comma ? String(value).replace('.', ',') : String(value);
  const safe = /^[=+@\t\r]|^-\D/.test(text) ? `'${text}` : text;
  return (comma ? /[";\r\n]/ : /[",\r\n]/).test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** For machines. @param rows the first names the columns */
export const writeCsv = (rows: readonly (readonly (string | number)[])[], comma = false): string =>
  rows.map((row) => `${row.map((one) => cell(one, comma)).join(comma ? ';' : ',')}\r\n`).join('');

/**
 * For spreadsheets, which part columns as the language of the computer does, and take letters for those of another
 * alphabet without the mark at the start. Spaces that hold a line together are in a file what nobody searches for.
 */
export const writeSheet = (rows: readonly (readonly (string | number)[])[], lang: string): string =>
  `\ufeff${writeCsv(rows, new Intl.NumberFormat(lang).format(0.5).includes(','))}`.replaceAll('\u00a0', ' ');
