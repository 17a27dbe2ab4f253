/** An article keeps its rhythm: how high an embed may be, and how evenly its height changes with its width. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FRAMES } from '~/charts/contract';
import { chartsIn } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import { CONTENT } from '~/i18n/content';
import { sayFor } from '~/pages/_words';
import { EMBED_WIDTHS, embedHeights } from './height';
import { rulesOf, styled } from './sheet';
import { embedWords } from './words';

const data = loadPackage(`${CONTENT}/data`);
const LANGS = ['en', 'de'] as const;
/** Most pixels at a width: WordPress cuts a frame at 1,000, and a window of a laptop shows about 650. */
const MOST = { en: { column: 640, phone: 960 }, de: { column: 700, phone: 960 } };
const COLUMN = 640;
const PHONES: readonly [number, number] = [320, 400];
/** Most that one entry of the list may differ from the one before it: a share, or a line each of title, measure and note that go at once. */
const JUMP = { share: 0.08, lines: 66 };
/**
 * Where the next drawing begins, the one before it may be higher by a sixth: a drawing for a phone stands upright,
 * one for a column lies. Never the other way round.
 */
const CHANGE = 1 / 6;
/** First widths of an embed at which a wider drawing stands. */
const CHANGES = EMBED_WIDTHS.filter((width, i) => EMBED_WIDTHS[i - 1] === width - 1);

for (const chart of chartsIn(data))
  describe.each(LANGS)(`embeds of ${chart.id} in %s`, (lang) => {
    const say = sayFor(lang);
    const views = chart.slugs(data).map((slug) => {
      const rendering = chart.at(data, slug, lang);
      return { slug: slug || 'all', heights: embedHeights(rendering, embedWords(rendering, say)) };
    });
    const tooHigh = (most: number, from: number, to: number) =>
      views.flatMap(({ slug, heights }) =>
        heights
          .filter(([width, height]) => width >= from && width <= to && height > most)
          .map(([width, height]) => `${slug} at ${width}: ${height}`),
      );

    test('are not too high for a column of text', () => {
      expect(tooHigh(MOST[lang].column, COLUMN, COLUMN)).toEqual([]);
    });

    test('are not too high for a phone', () => {
      expect(tooHigh(MOST[lang].phone, ...PHONES)).toEqual([]);
    });

    test('change evenly with their width', () => {
      const jumps = views.flatMap(({ slug, heights }) =>
        heights.flatMap(([width, height], i) => {
          const [before, was] = heights[i - 1] ?? [width, height];
          // Narrower than a phone only a figure within a figure's margins is.
          if (before < PHONES[0]) return [];
          const jump = Math.abs(height - was);
          const share = CHANGES.includes(width) && height < was ? CHANGE : JUMP.share;
          return jump > Math.max(share * Math.min(height, was), JUMP.lines)
            ? [`${slug}: ${was} at ${before}, ${height} at ${width}`]
            : [];
        }),
      );
      expect(jumps).toEqual([]);
    });
  });

test('the list tells where one drawing gives way to the next', () => {
  expect(CHANGES.map((width) => width - 2 * styled('body', 'padding-inline'))).toEqual([
    FRAMES.medium.width,
    FRAMES.wide.width,
  ]);
});

test('a drawing stands from the width it was laid out for, and no letter on it is ever smaller', () => {
  const css = readFileSync('src/styles/figure/drawings.css', 'utf8');
  const conditions = [...css.matchAll(/@container figure \(min-width: ([\d.]+)rem\)/g)];
  const sizes = ['narrow', 'medium', 'wide'] as const;
  for (const size of sizes) expect(styled(`.drawings > .${size}`, 'min-width')).toBe(FRAMES[size].width);
  expect(conditions.map(([, rem]) => Number(rem) * 16)).toEqual(
    sizes.slice(1).map((size) => FRAMES[size].width),
  );
});

test('numbers are read from rules that always hold, the last one first, and a missing one is named', () => {
  const css =
    '@import "x"; .a, .b > .c { width: 2px; /* no */ } @media print { .a { width: 3px } .d { top: 1px } }';
  expect(rulesOf(css)).toEqual([{ selectors: ['.a', '.b > .c'], declarations: new Map([['width', '2px']]) }]);
  expect(() => styled('.nothing', 'width')).toThrow('width of ".nothing" is missing');
});
