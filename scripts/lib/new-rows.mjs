/**
 * Ten rows as an editor would add them to the moves: made-up people with long names, in directions that have
 * moves and in those that have none, with a source of their own. As many come as go, so that no sentence of the
 * story about who has more becomes false.
 */
import { readTable, writeTable } from './tables.mjs';

const SOURCE = 'made-up-report';
const PEOPLE = [
  'Jo Ng',
  'Maximiliane Überschär-Groß von Löwenherz',
  'Zoë Ó Súilleabháin',
  'François-Xavier de La Motte-Brûlée',
  'Łucja Žďárská-Šimůnková',
  'Bartholomäus Freiherr von Grünstein',
  'Núria Puigventós i Casamajó-Güell',
  'Øystein Håkonsen-Bjørnstjerne Ødegård',
  'Åsa Wu',
  'Charlotte Featherstonehaugh-Wellesley',
];

/** @returns {Record<string, string>[]} each row by column */
function rowsOf([head, ...body]) {
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

const addTo = (table, rows) =>
  writeTable([...table, ...rows.map((row) => table[0].map((name) => row[name]))]);

/** The pairs of core organisations, those with an empty direction first. @returns {[string, string][]} */
function pairsOf(moves, organisations) {
  const core = organisations.filter(({ scope }) => scope === 'core').map(({ id }) => id);
  const has = (from, to) => moves.some((move) => move.from_org === from && move.to_org === to);
  const pairs = core.flatMap((a, i) => core.slice(i + 1).map((b) => [a, b]));
  const empty = ([a, b]) => Number(!has(a, b)) + Number(!has(b, a));
  return pairs.sort((p, q) => empty(q) - empty(p));
}

/**
 * The new moves by column: two for each of five pairs, there and back, by month or to the day, after all others.
 * @param {Record<'moves' | 'organisations', string>} csv
 * @returns {Record<string, string>[]}
 */
export function newMoves(csv) {
  const moves = rowsOf(readTable(csv.moves));
  const pairs = pairsOf(moves, rowsOf(readTable(csv.organisations)));
  const like = moves.find(({ scope }) => scope === 'core');
  const notes = Object.keys(like).filter((column) => column.startsWith('note_'));
  const year = Math.max(...moves.map(({ date }) => Number(date.slice(0, 4)))) + 1;
  return PEOPLE.map((person, i) => {
    const pair = pairs[(i >> 1) % pairs.length];
    const [from_org, to_org] = i % 2 === 0 ? pair : [...pair].reverse();
    const month = `${year}-${String(1 + (i >> 1)).padStart(2, '0')}`;
    return {
      ...like,
      ...Object.fromEntries(notes.map((column) => [column, ''])),
      id: `made-up-${i + 1}`,
      person,
      from_org,
      to_org,
      date: i % 3 === 0 ? month : `${month}-${10 + i}`,
      status: (i >> 1) % 2 === 0 ? 'reported' : 'confirmed-by-person',
      wave: '',
      source_ids: SOURCE,
    };
  });
}

/** A table of the data with the rows it gains; most gain none. */
export function withNewRows(name, csv) {
  const table = readTable(csv[name]);
  if (name === 'moves') return addTo(table, newMoves(csv));
  if (name !== 'sources') return csv[name];
  const like = rowsOf(table).at(-1);
  return addTo(table, [{ ...like, id: SOURCE, url: 'https://example.org/made-up', background: 'false' }]);
}
