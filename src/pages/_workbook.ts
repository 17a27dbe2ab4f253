/** All tables as one XLSX workbook: a first sheet that says what it is, the counted moves by themselves, a sheet a table. */
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type Cell, type Row, type Sheet } from 'write-excel-file/node';
import type { Field } from '~/data/descriptor';
import type { RawTable } from '~/data/releases/package';
import { PUBLISHED } from '~/i18n/languages';
import { coreCount } from '~/model/names';
import { citation, citationText } from './_citation';
import { dataset } from './_data';
import { CORE_FILE, coreMoves } from './_move-files';
import { thePackage } from './_package';
import { sayFor } from './_words';

/** Formats of a file are the same in every language; each spreadsheet shows them in its own. */
const DAY = 'yyyy-mm-dd';
const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' });
const plain = (value: string): Cell => (value === '' ? null : { value, type: String });
const wrapped = (value: string): Cell => ({ value, type: String, wrap: true, alignVertical: 'top' });

/** A number is a number, a whole day a day; a month, a year, a list and an id stay the texts they are. */
function cellOf({ type, partialDate }: Field, text: string): Cell {
  if (text === '') return null;
  if (type === 'integer' || type === 'number') return { value: Number(text), type: Number };
  if (type === 'boolean') return { value: /^true$/i.test(text), type: Boolean };
  if ((type === 'date' || partialDate) && text.length === 10)
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: DAY };
  return plain(text);
}

/** In characters: room for most of its cells, none for the longest sentence. */
const widthOf = (texts: readonly string[]) =>
  Math.min(48, Math.max(10, ...texts.map((text) => text.length + 2)));

function sheetOf(name: string, { head, fields, rows }: RawTable): Sheet<never> {
  const field = (column: string) => fields.find((one) => one.name === column);
  const cells = rows.map(({ cells: texts }) =>
    head.map((column): Cell => {
      const known = field(column);
      return known ? cellOf(known, texts[column] ?? '') : plain(texts[column] ?? '');
    }),
  );
  return {
    sheet: name,
    data: [head.map(bold), ...cells],
    columns: head.map((column) => ({
      width: widthOf([column, ...rows.slice(0, 50).map(({ cells: texts }) => texts[column] ?? '')]),
    })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}

/** What a column means, in each language that the descriptor has it in. */
function columnsOf(): readonly Row[] {
  const { about } = thePackage();
  const property = (of: object, name: string, lang: string, i: number) =>
    String(Reflect.get(of, i === 0 ? name : `counterflow:${name}_${lang}`) ?? '');
  const fields = about.resources.flatMap(({ name, schema }) =>
    schema.fields.map((field) => ({ table: name, field })),
  );
  const langs = PUBLISHED.filter((lang, i) =>
    fields.some(({ field }) => property(field, 'description', lang, i)),
  );
  const heads = langs.flatMap((lang) =>
    ['data.column', 'data.meaning'].map((key) => bold(sayFor(lang)(key))),
  );
  return [
    [bold('sheet'), bold('column'), bold('type'), ...heads],
    ...fields.map(({ table, field }) => [
      plain(table),
      plain(field.name),
      plain(field.type),
      ...langs.flatMap((lang) => {
        const i = PUBLISHED.indexOf(lang);
        return [wrapped(property(field, 'title', lang, i)), wrapped(property(field, 'description', lang, i))];
      }),
    ]),
  ];
}

function firstSheet(core: string, moves: number): Sheet<never> {
  const cited = citation();
  const told = PUBLISHED.flatMap((lang): Row[] => {
    const say = sayFor(lang);
    return [
      [bold(cited.title)],
      [plain(say('data.book.what', { sheet: core, n: moves, orgs: coreCount(dataset(), lang) }))],
      [plain(say('data.book.dates'))],
      [plain(say('data.book.licence', { address: thePackage().about.licenses[0]?.path ?? cited.licence }))],
      [plain(say('data.book.cite', { citation: citationText(cited, lang) }))],
      [],
    ];
  });
  return {
    sheet: 'README',
    data: [...told, ...columnsOf()],
    columns: [16, 20, 10, 24, 90, 24, 90].map((width) => ({ width })),
  };
}

/** The moment that is written into a packed file: none, so that the same data make the same bytes. */
export const packedOn = (day: string) => ({ level: 6, mtime: new Date(`${day}T00:00:00`) }) as const;

export async function workbook(): Promise<Uint8Array> {
  const { tables } = thePackage();
  const core = CORE_FILE.replace(/\.csv$/, '');
  const moves = coreMoves();
  const sheets = [
    firstSheet(core, moves.rows.length),
    sheetOf(core, moves),
    ...tables.map((table) => sheetOf(table.name, table)),
  ];
  const made = await writeWorkbook(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return zipSync(unzipSync(new Uint8Array(made)), packedOn(citation().day));
}
