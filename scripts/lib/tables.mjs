/** CSV as rows of texts and back, the head first: what a spreadsheet would save. */
import { readCsv } from '../../src/data/csv.ts';

/** @returns {string[][]} */
export const readTable = (csv) => readCsv(csv).rows.map(({ cells }) => cells.map(({ text }) => text));

const cell = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** @param {readonly string[][]} rows */
export const writeTable = (rows) => rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
