/** One test over all charts: a new one is tested the moment it is listed. */
import { describe, expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import { PUBLISHED } from '~/i18n/languages';
import { boxOf, overlap } from '~/kit/labels';
import { measureText } from '~/kit/measure';
import { CHARTS } from './registry';

const data = loadPackage('content/data');
const known = {
  move: new Set(data.moves.map((row) => row.id)),
  figure: new Set(data.figures.map((row) => row.id)),
  event: new Set(data.events.map((row) => row.id)),
  quote: new Set(data.quotes.map((row) => row.id)),
  career: new Set(data.careers.map((row) => row.id)),
};
/** Smallest type on a drawing, in CSS pixels. */
const SMALLEST = 12;

test('chart ids are different, and each chart begins with its own page', () => {
  expect(new Set(CHARTS.map((chart) => chart.id)).size).toBe(CHARTS.length);
  for (const chart of CHARTS) {
    const slugs = chart.slugs(data);
    expect(slugs[0]).toBe('');
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
  }
});

for (const chart of CHARTS)
  for (const lang of PUBLISHED)
    describe(`${chart.id} in ${lang}`, () => {
      const slugs = chart.slugs(data);
      const views = slugs.map((slug) => chart.at(data, slug, lang));

      test('every view has a title, name and summary of its own, and says what is not counted', () => {
        for (const key of ['title', 'name', 'summary'] as const) {
          const texts = views.map((view) => view.words[key]);
          expect(new Set(texts).size, `${key}: ${texts.join(' | ')}`).toBe(texts.length);
          for (const text of texts) expect(text.length).toBeGreaterThan(1);
        }
        for (const { words } of views) {
          expect(words.foot.length).toBeGreaterThan(10);
          for (const text of Object.values(words)) expect(text).not.toMatch(/undefined|NaN|\{|\}| {2}/);
        }
      });

      test('every row of the table has the columns it announces, and evidence that exists', () => {
        for (const { table, slug } of views) {
          expect(table.rows.length, slug).toBeGreaterThan(0);
          expect(new Set(table.rows.map((row) => row.id)).size, `${slug}: row ids`).toBe(table.rows.length);
          for (const row of table.rows) {
            for (const { key } of table.columns) expect(row.cells, `${slug} ${row.id}`).toHaveProperty(key);
            expect(row.evidence.length, `${slug} ${row.id}`).toBeGreaterThan(0);
            for (const { kind, id } of row.evidence)
              expect(known[kind].has(id), `${slug}: ${kind} ${id}`).toBe(true);
          }
        }
      });

      for (const size of chart.sizes)
        test(`${size}: marks are in the table, nothing leaves the frame, no labels overlap`, () => {
          for (const view of views) {
            const at = `${view.slug || 'all'} ${size}`;
            const geometry = view.geometry(size);
            expect(Object.isFrozen(data.moves)).toBe(true);
            const rows = new Set(view.table.rows.map((row) => row.id));
            for (const mark of geometry.marks) {
              expect(rows.has(mark.id), `${at}: mark ${mark.id} in the table`).toBe(true);
              expect(mark.d, `${at}: ${mark.id}`).not.toMatch(/NaN|undefined|Infinity/);
              expect(mark.name.length, `${at}: name of ${mark.id}`).toBeGreaterThan(2);
              for (const [x, y] of points(mark.d)) {
                expect(x, `${at}: ${mark.id}`).toBeGreaterThanOrEqual(-1);
                expect(x, `${at}: ${mark.id}`).toBeLessThanOrEqual(geometry.width + 1);
                expect(y, `${at}: ${mark.id}`).toBeGreaterThanOrEqual(-1);
                expect(y, `${at}: ${mark.id}`).toBeLessThanOrEqual(geometry.height + 1);
              }
            }
            const boxes = geometry.labels.map((label) => ({ label, box: boxOf(label, measureText) }));
            for (const { label, box } of boxes) {
              expect(label.size, `${at}: "${label.text}"`).toBeGreaterThanOrEqual(SMALLEST);
              const where = `${at}: "${label.text}" from ${Math.round(box.x)} ${Math.round(box.y)} to ${Math.round(box.x + box.width)} ${Math.round(box.y + box.height)} in ${geometry.width} x ${geometry.height}`;
              // The frame is held to what Chromium draws; the reserve for other rasterisers keeps labels apart.
              const right = box.x + measureText(label.text, label.size, label.face);
              expect(
                box.x >= -1 &&
                  box.y >= -2 &&
                  right <= geometry.width + 1 &&
                  box.y + box.height <= geometry.height + 2,
                where,
              ).toBe(true);
            }
            const clashes = boxes.flatMap((a, i) =>
              boxes
                .slice(i + 1)
                .flatMap((b) => (overlap(a.box, b.box) ? [`"${a.label.text}" and "${b.label.text}"`] : [])),
            );
            expect(clashes, at).toEqual([]);
          }
        });

      test('laying out twice gives the same drawing', () => {
        for (const slug of slugs) {
          const again = chart.at(data, slug, lang);
          const first = chart.at(data, slug, lang);
          expect(again.geometry('wide')).toEqual(first.geometry('wide'));
        }
      });
    });

/** Every end point and control point of a path in absolute M, L, C, A, Z; H and V stay within what these span. */
function points(d: string): [number, number][] {
  return [...d.matchAll(/([MLCA])([^MLCAHVZ]*)/g)].flatMap(([, command, rest]) => {
    const numbers = (rest ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const tail = command === 'A' ? numbers.slice(-2) : numbers;
    const out: [number, number][] = [];
    for (let i = 0; i + 1 < tail.length; i += 2) out.push([tail[i] as number, tail[i + 1] as number]);
    return out;
  });
}
