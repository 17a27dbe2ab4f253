/** What a view draws, as data: the table's cells with the evidence and the addresses of its sources beside each row. */
import type { Evidence, Rendering } from '~/charts/contract';
import { TABLE_OF } from '~/data/evidence';
import type { Dataset } from '~/data/types';
import { writeSheet } from '~/data/write-csv';
import { findRow } from '~/model/row';
import { absolute, chartPath } from '~/views/paths';
import { isoDate } from './iso-dates';

type Cited = { id: string; sources: readonly string[] };

/** A mark of more moves says so many of them, and how many more there are in moves.csv: no cell holds thousands. */
const IN_A_CELL = 500;
const shownOf = (evidence: readonly Evidence[]) => evidence.slice(0, IN_A_CELL);
const moreOf = (evidence: readonly Evidence[]) => Math.max(0, evidence.length - IN_A_CELL);

function sourcesOf(data: Dataset, evidence: readonly Evidence[]): string[] {
  const ids = shownOf(evidence).flatMap(
    ({ kind, id }) => findRow<Cited>(data[TABLE_OF[kind]], id)?.sources ?? [],
  );
  return [...new Set(ids)].flatMap((id) => findRow(data.sources, id)?.url ?? []);
}

/** Spaces that hold a line together on a page are in a file what nobody searches for. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/**
 * First row: the columns' names in the view's language. Dates in words have a column beside them in which they sort.
 * Columns are parted as spreadsheets of the language do it.
 */
export function drawnCsv(rendering: Rendering, data: Dataset): string {
  const known = written.get(rendering) ?? csvOf(rendering, data);
  written.set(rendering, known);
  return known;
}

/** It is a file of its own, and one of a bundle. */
const written = new WeakMap<Rendering, string>();

function csvOf({ table, lang }: Rendering, data: Dataset): string {
  const columns = table.columns.map(({ key, label }) => {
    const iso = table.rows.map(({ cells, evidence }) =>
      isoDate(String(cells[key] ?? ''), data, shownOf(evidence), lang),
    );
    return { key, heads: iso.some(Boolean) ? [label, `${label} (ISO 8601)`] : [label], iso };
  });
  const head = ['id', ...columns.flatMap(({ heads }) => heads), 'evidence', 'sources'];
  const rows = table.rows.map((row, i) => [
    row.id,
    ...columns.flatMap(({ key, heads, iso }) => [row.cells[key] ?? '', iso[i] ?? ''].slice(0, heads.length)),
    [
      ...shownOf(row.evidence).map((one) => `${one.kind}:${one.id}`),
      ...(moreOf(row.evidence) > 0 ? [`+${moreOf(row.evidence)}`] : []),
    ].join(' '),
    sourcesOf(data, row.evidence).join(' '),
  ]);
  return writeSheet([head, ...rows], lang);
}

export function drawnJson({ chart, slug, lang, asOf, words, table }: Rendering, data: Dataset): string {
  const drawn = JSON.stringify(
    {
      ...words,
      chart,
      view: slug,
      language: lang,
      dataTo: asOf,
      page: absolute(chartPath(lang, chart, slug)),
      license: 'CC-BY-4.0',
      columns: table.columns,
      rows: table.rows.map((row) => ({
        id: row.id,
        ...row.cells,
        evidence: shownOf(row.evidence),
        ...(moreOf(row.evidence) > 0 ? { moreEvidence: moreOf(row.evidence) } : {}),
        sources: sourcesOf(data, row.evidence),
      })),
    },
    null,
    1,
  );
  return plain(drawn);
}
