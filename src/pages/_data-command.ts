/** What `npm run data:check` and `npm run data:add` do and say. */
import { readFileSync } from 'node:fs';
import { samePage, samePerson, sameWay } from '~/data/alike';
import { withCell, withRow, writeTogether } from '~/data/append';
import { checkCell } from '~/data/cells';
import type { Field } from '~/data/descriptor';
import { type Draft, draftCheck, formatProblem, type Problem } from '~/data/load';
import { didYouMean } from '~/data/nearest';
import { idOf, type RawPackage, type RawTable, readRaw, tableOf } from '~/data/releases/package';
import { personSlug } from '~/figure/about';
import { CONTENT } from '~/i18n/content';
import { PUBLISHED } from '~/i18n/languages';
import { missingLetter } from '~/kit/letters';
import { checkSite } from './_check';
import { type About, aboutOf } from './_package';

/** For a build, which stops where there are any. */
export { report } from './_check';

/** Everything that would stop a build before it begins; a drawing without room is found by the build and by `npm test`. */
export function check(content = CONTENT): { lines: readonly string[]; failed: boolean } {
  const problems = checkSite(content);
  if (problems.length > 0) {
    const count = problems.length === 1 ? '1 problem.' : `${problems.length} problems.`;
    return { lines: [...problems.map(formatProblem), count], failed: true };
  }
  const counts = readRaw(`${content}/data`).map(({ name, rows }) => `${rows.length} ${name}`);
  return {
    lines: [
      `No problem in ${counts.join(', ')}; nor in texts, views, releases and links.`,
      'Whether each drawing has room for its rows is seen by `npm run build`, and by `npm test`.',
    ],
    failed: false,
  };
}

/** Whoever answers. */
interface Talk {
  /** @throws where there is no answer */
  ask(question: string): Promise<string>;
  tell(line: string): void;
}

type Cells = Record<string, string>;

const YES = /^(y|yes|j|ja)$/i;
const NO = /^(n|no|nein)$/i;

/** Asks for a move and its sources, and adds them. @returns whether there is something new */
export async function addMove({ ask, tell }: Talk, content = CONTENT): Promise<boolean> {
  const dir = `${content}/data`;
  const all = readRaw(dir);
  const about = aboutOf(dir);
  const moves = theTable(all, 'moves');
  const sources = theTable(all, 'sources');
  const rows = moves.rows.map(({ cells }) => cells);
  const wrongWith = draftCheck(dir, { languages: PUBLISHED, missingLetter });
  /** @param cells  what is answered of the row until now */
  const answer = (
    table: RawTable,
    field: Field,
    cells: Cells,
    offered = '',
    taken: readonly string[] = [],
  ) => {
    const wrong = (text: string) =>
      wrongWith([{ table: table.name, cells: { ...cells, [field.name]: text } }])
        // Whether a row is there under another id is no matter of the id.
        .find((problem) => problem.field === field.name && !field.key)?.message;
    return answerTo(
      question(table, field, about, all, offered),
      { field, all, offered, taken, wrong },
      { ask, tell },
    );
  };

  /** Fields in the order of the table; of some that belong together the first says whether there are any. */
  const fill = async (table: RawTable, cells: Cells, after: (name: string) => Promise<boolean>) => {
    for (const field of table.fields) {
      if (field.name in cells || field.key) continue;
      const group = table.fields.filter(({ name }) => name.split('_')[0] === field.name.split('_')[0]);
      const first = group[0]?.name ?? '';
      const none = !field.required && first !== field.name && cells[first] === '';
      cells[field.name] = none
        ? ''
        : await answer(table, field, cells, usual(table, field, { first, cells }));
      if (!(await after(field.name))) return false;
    }
    return true;
  };

  const move: Cells = { source_ids: '' };
  const goesOn = await fill(moves, move, async (name) => {
    const org = (column: string) =>
      theTable(all, 'organisations').rows.find(({ cells }) => cells['id'] === move[column]);
    const scopes = ['from_org', 'to_org'].map((column) => org(column)?.cells['scope']);
    if (name === 'to_org') move['scope'] = scopes.every((scope) => scope === 'core') ? 'core' : 'outside';
    if (name !== 'date') return true;
    const near = new Set([...samePerson(rows, move['person'] ?? ''), ...sameWay(rows, move)]);
    if (near.size === 0) return true;
    tell('\nThese are there already, by a like name or of the same way at about that time:');
    for (const { id, person, from_org, to_org, date } of near)
      tell(`  ${person}, ${from_org} to ${to_org}, ${date} (${id})`);
    return !YES.test(await ask('Is it one of them? yes ends here, anything else goes on.'));
  });
  if (!goesOn) {
    tell('Nothing was added.');
    return false;
  }

  const fresh: Cells[] = [];
  const cited: string[] = [];
  for (;;) {
    const asked = `\nSource ${cited.length + 1}, the best first: its address, or the id of one that is there.${cited.length > 0 ? ' Empty: no more.' : ''}`;
    const given = (await ask(asked)).trim();
    if (given === '' && cited.length > 0) break;
    if (given === '') {
      tell('A move without a source is refused: what nobody reported is not here.');
      continue;
    }
    const known = [...sources.rows.map(({ cells }) => cells), ...fresh];
    const same = known.find(({ id }) => id === given) ?? samePage(known, given);
    if (same) {
      tell(`Known: ${same['id']}, “${same['title']}”.`);
      if (!cited.includes(same['id'] ?? '')) cited.push(same['id'] ?? '');
      continue;
    }
    const url = sources.fields.find(({ name }) => name === 'url');
    const fault = url ? checkCell(url, given).faults[0]?.message : '';
    if (fault) {
      tell(
        fault +
          didYouMean(
            given,
            known.map(({ id }) => id ?? ''),
          ),
      );
      continue;
    }
    const source: Cells = { url: given, background: 'false' };
    await fill(sources, source, async () => true);
    const key = keyField(sources);
    const day = source['published'] || source['original_date'] || move['date'];
    const taken = known.map(({ id }) => id ?? '');
    source[key.name] = await answer(
      sources,
      key,
      source,
      free(personSlug(`${source['publisher_en'] ?? ''} ${day}`), taken),
      taken,
    );
    fresh.push(source);
    cited.push(source[key.name] ?? '');
  }
  move['source_ids'] = cited.join(';');
  const family = (move['person'] ?? '').split(' ').at(-1);
  const parts = [family, move['from_org'], move['to_org'], move['date']?.slice(0, 4)].join(' ');
  const key = keyField(moves);
  const ids = moves.rows.map((row) => idOf(moves, row));
  move[key.name] = await answer(moves, key, move, free(personSlug(parts), ids), ids);

  const drafts: readonly Draft[] = [
    { table: 'moves', cells: move },
    ...fresh.map((cells) => ({ table: 'sources', cells })),
  ];
  if (!(await confirmed(drafts, wrongWith(drafts), { ask, tell }))) {
    tell('Nothing was added.');
    return false;
  }

  const line = (table: RawTable, cells: Cells) => table.head.map((column) => cells[column] ?? '');
  const before = readFileSync(sources.file, 'utf8');
  // A page that nobody cited until now is background no more.
  const freed = cited.reduce((text, id) => withCell(text, id, 'background', 'false'), before);
  writeTogether([
    { file: sources.file, text: fresh.reduce((text, source) => withRow(text, line(sources, source)), freed) },
    { file: moves.file, text: withRow(readFileSync(moves.file, 'utf8'), line(moves, move)) },
  ]);
  tell(`\nAdded to ${moves.file}: ${move[key.name]}`);
  for (const source of fresh) tell(`Added to ${sources.file}: ${source['id']}`);
  if (cited.length === 1) tell('It rests on one source, and every page that has it says so.');
  return true;
}

/** Shows what would be written, or why it may not be. */
async function confirmed(
  drafts: readonly Draft[],
  wrong: readonly Problem[],
  { ask, tell }: Talk,
): Promise<boolean> {
  for (const { table, cells } of drafts) {
    tell(`\nTo ${table}.csv:`);
    for (const [name, text] of Object.entries(cells)) if (text !== '') tell(`  ${name}: ${text}`);
  }
  for (const { field, message } of wrong) tell(`${field}: ${message}`);
  if (wrong.length > 0) return false;
  for (;;) {
    const given = (await ask('\nAdd this? yes writes it, no ends here and writes nothing.')).trim();
    if (YES.test(given)) return true;
    if (NO.test(given)) return false;
  }
}

function theTable(all: RawPackage, name: string): RawTable {
  const table = tableOf(all, name);
  if (!table) throw new Error(`no table "${name}"`);
  return table;
}

function keyField({ fields, key }: RawTable): Field {
  const field = fields.find(({ name }) => name === key);
  if (!field) throw new Error(`no field "${key}"`);
  return field;
}

/**
 * What most rows have there: the same as in the first language, as names of publishers are, or one short word. Nothing
 * where it is a choice to be made for each row.
 */
function usual(
  { rows }: RawTable,
  { name, required, pattern, options }: Field,
  given: { first: string; cells: Cells },
) {
  if (!required || options) return '';
  const most = (n: number) => n > rows.length / 2;
  const { first, cells } = given;
  if (first !== name)
    return most(rows.filter((row) => row.cells[name] === row.cells[first]).length)
      ? (cells[first] ?? '')
      : '';
  if (!pattern) return '';
  const counted = [...Map.groupBy(rows, (row) => row.cells[name] ?? '')].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const [word, those] = counted[0] ?? ['', []];
  return most(those.length) ? word : '';
}

/** A name that no other row has. */
function free(name: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const one = n === 1 ? name : `${name}-${n}`;
    if (!taken.includes(one)) return one;
  }
}

/** What a cell may hold, where that is a list. */
function choices({ options, references, type }: Field, all: RawPackage): readonly string[] {
  if (type === 'boolean') return ['true', 'false'];
  const table = references ? tableOf(all, references.resource) : undefined;
  return options ?? table?.rows.map((row) => row.cells[references?.field ?? ''] ?? '') ?? [];
}

function question(table: RawTable, field: Field, about: About, all: RawPackage, offered: string): string {
  const told = about.resources
    .find(({ name }) => name === table.name)
    ?.schema.fields.find(({ name }) => name === field.name);
  const said = told?.description ?? '';
  const list = choices(field, all);
  return [
    `\n${field.name}: ${said}`,
    ...(list.length > 0 ? [`  ${list.map((one, i) => `${i + 1} ${one}`).join(', ')}`] : []),
    ...(offered ? [`  Empty: ${offered}`] : field.required || /empty/i.test(said) ? [] : ['  May be empty.']),
  ].join('\n');
}

interface Wanted {
  field: Field;
  all: RawPackage;
  /** Where nothing is answered. */
  offered: string;
  /** What other rows have. */
  taken: readonly string[];
  /** What the rest of its row and of the data says against an answer. */
  wrong: (text: string) => string | undefined;
}

/** Asks until the answer may stand in the table. */
async function answerTo(
  asked: string,
  { field, all, offered, taken, wrong }: Wanted,
  { ask, tell }: Talk,
): Promise<string> {
  const list = choices(field, all);
  for (;;) {
    const given = (await ask(asked)).trim() || offered;
    const text = list[Number(given) - 1] ?? given;
    const [fault] = checkCell(field, text).faults;
    const unknown = text !== '' && list.length > 0 && !list.includes(text);
    if (fault) tell(fault.message);
    else if (unknown) tell(`"${text}" is not there.${didYouMean(text, list)}`);
    else if (taken.includes(text)) tell(`"${text}" is there already. Expected another one.`);
    else {
      const message = wrong(text);
      if (message === undefined) return text;
      tell(message);
    }
  }
}
