/** What a view draws, as data: the table's cells with the evidence and the addresses of its sources beside each row. */
import type { Evidence, Rendering } from '~/charts/contract';
import { TABLE_OF } from '~/data/evidence';
import type { Dataset } from '~/data/types';
import { writeCsv } from '~/data/write-csv';
import { findRow } from '~/model/row';
import { absolute, chartPath } from '~/views/paths';

type Cited = { id: string; sources: readonly string[] };

function sourcesOf(data: Dataset, evidence: readonly Evidence[]): string[] {
  const ids = evidence.flatMap(({ kind, id }) => findRow<Cited>(data[TABLE_OF[kind]], id)?.sources ?? []);
  return [...new Set(ids)].flatMap((id) => findRow(data.sources, id)?.url ?? []);
}

/** Spaces that hold a line together on a page are in a file what nobody searches for. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** First row: the columns' names in the view's language. */
export function drawnCsv({ table }: Rendering, data: Dataset): string {
  const head = ['id', ...table.columns.map((column) => column.label), 'evidence', 'sources'];
  const rows = table.rows.map((row) => [
    row.id,
    ...table.columns.map((column) => row.cells[column.key] ?? ''),
    row.evidence.map((one) => `${one.kind}:${one.id}`).join(' '),
    sourcesOf(data, row.evidence).join(' '),
  ]);
  return plain(writeCsv([head, ...rows]));
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
        evidence: row.evidence,
        sources: sourcesOf(data, row.evidence),
      })),
    },
    null,
    1,
  );
  return plain(drawn);
}
