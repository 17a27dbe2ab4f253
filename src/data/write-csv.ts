/** Rows as comma-separated text: UTF-8, CRLF (RFC 4180), nothing in it that a spreadsheet takes for a formula. */

const cell = (value: string | number) => {
  const text = String(value);
  const safe = /^[=+@\t\r]|^-\D/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** @param rows the first names the columns */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
