/**
 * A content folder of any size: today's, and as many made-up moves between its core organisations as are asked for,
 * by "Person 0001" and on, over the years, each with its sources. The same number gives the same rows.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable, writeTable } from '../../scripts/lib/tables.mjs';

/** Moves that one made-up report tells of, at most; each move has one or two reports. */
const PER_REPORT = 4;
/** Years over which made-up moves are spread, more of them later. */
const SPAN = 6;
/** Where nobody says when a company was founded. */
const EARLIEST = '2015-12';
const STATUSES = ['confirmed-by-person', 'confirmed-by-company', 'reported'];
const FUNCTIONS = ['research', 'research', 'engineering', 'infrastructure', 'product'];

/** Numbers from 0 to 1 in a row that is always the same. */
function series(seed) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const rowsOf = ([head, ...body]) =>
  body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));

/** A day, month or year after `first` and up to the last month that the data know, mostly in the last of the years. */
function dateOf(next, first, last) {
  const [year = 0, month = 1] = last.split('-').map(Number);
  const [sinceYear = 0, sinceMonth = 12] = first.split('-').map(Number);
  const room = 12 * (year - sinceYear) + month - sinceMonth - 2;
  const back = Math.floor(Math.min(12 * SPAN, room) * next() ** 1.6);
  const months = 12 * year + (month - 2) - back;
  const date = `${Math.floor(months / 12)}-${String(1 + (months % 12)).padStart(2, '0')}`;
  const day = String(1 + Math.floor(28 * next())).padStart(2, '0');
  const known = next();
  if (known < 0.55) return `${date}-${day}`;
  return known < 0.97 || date.slice(0, 4) === first.slice(0, 4) ? date : date.slice(0, 4);
}

/**
 * @param {Record<'moves' | 'sources' | 'organisations' | 'events', string>} csv  the tables of today
 * @param {number} n  how many moves between core organisations there will be, if not more than that today
 * @returns {Record<'moves' | 'sources', string>}
 */
export function grownTables(csv, n) {
  const [moves, sources] = [readTable(csv.moves), readTable(csv.sources)];
  const next = series(17);
  const organisations = rowsOf(readTable(csv.organisations)).filter(({ scope }) => scope === 'core');
  const core = organisations.map(({ id }) => id);
  const events = new Map(rowsOf(readTable(csv.events)).map(({ id, date }) => [id, date]));
  const founded = new Map(organisations.map((org) => [org.id, events.get(org.founded) ?? EARLIEST]));
  // As in life, some ways are trodden more than others.
  let total = 0;
  const ways = core.flatMap((from, i) =>
    core.flatMap((to, j) => {
      if (from === to) return [];
      total += 1 + ((5 * i + 3 * j) % 7) ** 1.5;
      return [{ from, to, upTo: total }];
    }),
  );
  const today = rowsOf(moves).filter(({ scope }) => scope === 'core');
  const last =
    today
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '2026-01';
  const made = Math.max(0, n - today.length);
  const digits = Math.max(4, String(made).length);
  const reports = Math.ceil(made / PER_REPORT);
  const report = (i) => `made-up-report-${(i % reports) + 1}`;
  const like = rowsOf(sources).at(-1);
  const add = (table, rows) =>
    writeTable([...table, ...rows.map((row) => table[0].map((name) => row[name] ?? ''))]);
  const people = Array.from({ length: made }, (_, i) => {
    const at = next() * total;
    const way = ways.find(({ upTo }) => at < upTo) ?? ways[0];
    const [function_, status] = [FUNCTIONS, STATUSES].map((list) => list[Math.floor(list.length * next())]);
    const more = next() < 0.3 ? `;${report(i * 7 + 3)}` : '';
    const own = report(Math.floor(i / PER_REPORT));
    return {
      id: `made-up-${i + 1}`,
      person: `Person ${String(i + 1).padStart(digits, '0')}`,
      from_org: way.from,
      to_org: way.to,
      date: dateOf(next, [founded.get(way.from), founded.get(way.to)].sort().at(-1) ?? '', last),
      date_means: 'reported',
      from_role_en: 'Made-up role',
      from_role_de: 'Erfundene Stelle',
      to_role_en: 'Made-up role',
      to_role_de: 'Erfundene Stelle',
      function: function_,
      status,
      scope: 'core',
      source_ids: more === `;${own}` ? own : own + more,
    };
  });
  const papers = Array.from({ length: reports }, (_, i) => ({
    ...like,
    id: report(i),
    title: `Made-up report ${i + 1}`,
    url: `https://example.org/made-up/${i + 1}`,
    background: 'false',
  }));
  return { moves: add(moves, people), sources: add(sources, papers) };
}

/** Makes the content in `folder`, a copy of today's, as large; what was published of fewer moves is not in it. */
export function grow(folder, n) {
  const file = (name) => join(folder, 'data', `${name}.csv`);
  const csv = Object.fromEntries(
    ['moves', 'sources', 'organisations', 'events'].map((name) => [name, readFileSync(file(name), 'utf8')]),
  );
  for (const [name, text] of Object.entries(grownTables(csv, n))) writeFileSync(file(name), text);
  rmSync(join(folder, 'releases'), { recursive: true, force: true });
  const links = join(folder, 'links.csv');
  writeFileSync(links, `${readFileSync(links, 'utf8').split('\n', 1)[0]}\n`);
}
