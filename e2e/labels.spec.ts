/**
 * Every label of every view in every language, as a browser sets it: none lies on another, none leaves its
 * drawing, none is too small to read. The layouts test the same with measured letters; here the fonts, the style
 * sheet and the sizes are real.
 */
import type { Page } from '@playwright/test';
import { CHARTS, embedAt, LANGS, VIEWS } from './built';
import { expect, test } from './site';

/** Each drawing where it is smallest and where it is larger: wide, medium, narrow. */
const WIDTHS = [1040, 904, 700, 560, 340, 320] as const;
/** Windows in which letters of twice the size are tried: a phone's and a desk's. */
const ENLARGED = [1280, 360] as const;
/** Pixels that two labels may share: glyphs are measured in fractions of them. */
const SLACK = 0.5;
/** Smallest letters on a screen, in CSS pixels, less what a scale rounds off. */
const SMALLEST = 11.99;

/** What is wrong with the labels of the drawing that is displayed, in words: each line of a label by itself. */
const badLabels = (page: Page) =>
  page.evaluate(
    async ({ slack, smallest }) => {
      await document.fonts.ready;
      const drawing = [...document.querySelectorAll('.drawings > svg')].find(
        (svg) => svg.getClientRects().length > 0,
      );
      const context = document.createElement('canvas').getContext('2d');
      if (!drawing || !context) return ['no drawing'];
      const frame = drawing.getBoundingClientRect();
      const wrong: string[] = [];
      /** A label is one <text>; each of its lines a <tspan> with a place of its own, or the text itself. */
      const linesOf = (text: SVGTextElement): SVGTextContentElement[] => {
        const lines = [...text.querySelectorAll<SVGTSpanElement>('tspan[y]')];
        const placed = lines.reduce((sum, line) => sum + line.getNumberOfChars(), 0);
        if (lines.length > 0 && placed !== text.getNumberOfChars())
          wrong.push(`“${text.textContent}” has words outside its lines`);
        return lines.length > 0 ? lines : [text];
      };
      const boxes = [...drawing.querySelectorAll('text')].flatMap((text) => {
        const matrix = text.getScreenCTM();
        if (!matrix || !text.textContent?.trim() || !text.checkVisibility({ opacityProperty: true }))
          return [];
        return linesOf(text).map((line) => {
          // A line of text is higher than its letters: between lines set close only the ink counts.
          const runs = [line, ...line.querySelectorAll('tspan')].map((run) => {
            const { fontWeight, fontSize, fontFamily } = getComputedStyle(run);
            context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
            const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(
              run.textContent ?? '',
            );
            return {
              ascent: actualBoundingBoxAscent,
              descent: actualBoundingBoxDescent,
              size: Number.parseFloat(fontSize) * matrix.d,
            };
          });
          const least = Math.min(...runs.map(({ size }) => size));
          if (least < smallest) wrong.push(`“${line.textContent}” is ${least.toFixed(1)} px`);
          const start = line.getStartPositionOfChar(0).matrixTransform(matrix);
          // Spaces at its end are not seen.
          const seen = (line.textContent ?? '').trimEnd().length;
          const last = Math.min(seen, line.getNumberOfChars()) - 1;
          const end = line.getEndPositionOfChar(last).matrixTransform(matrix);
          return {
            says: line.textContent?.trim(),
            left: start.x,
            right: end.x,
            top: start.y - Math.max(...runs.map(({ ascent }) => ascent)) * matrix.d,
            bottom: start.y + Math.max(...runs.map(({ descent }) => descent)) * matrix.d,
          };
        });
      });
      if (boxes.length === 0) return ['no labels'];
      for (const [i, one] of boxes.entries()) {
        const over = Math.max(
          frame.left - one.left,
          one.right - frame.right,
          frame.top - one.top,
          one.bottom - frame.bottom,
        );
        if (over > slack) wrong.push(`“${one.says}” leaves its drawing by ${over.toFixed(1)} px`);
        for (const other of boxes.slice(i + 1)) {
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          if (across > slack && down > slack)
            wrong.push(
              `“${one.says}” and “${other.says}” share ${across.toFixed(1)} × ${down.toFixed(1)} px`,
            );
        }
      }
      return wrong;
    },
    { slack: SLACK, smallest: SMALLEST },
  );

/** Parts of the figure that lie on its drawing, and what does not fit the window. */
const badParts = (page: Page) =>
  page.evaluate(() => {
    const drawing = document.querySelector('.drawings')?.getBoundingClientRect();
    if (!drawing || drawing.height === 0) return ['no drawing'];
    const parts = '.figure-title, .views summary, .measure, .note, .tools > *, .panels > *';
    const wrong = [...document.querySelectorAll(parts)].flatMap((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect();
      const down = Math.min(bottom, drawing.bottom) - Math.max(top, drawing.top);
      const across = Math.min(right, drawing.right) - Math.max(left, drawing.left);
      return down > 1 && across > 1 ? [`${part.className || part.tagName} lies on the drawing`] : [];
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return wrong;
    const out = [...document.querySelectorAll('cf-figure *:not(svg *)')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth || one.scrollWidth > clientWidth,
    );
    const names = out.map((one) => `${one.localName}.${one.className}`.replace(/\.$/, ''));
    return [...wrong, `${scrollWidth - clientWidth} px too wide: ${names.slice(-3).join(', ')}`];
  });

// Not packed: a hundred pages' smallest forms take longer to find than to look at.
test.use({ extraHTTPHeaders: { 'accept-encoding': 'identity' } });

test('charts are built in more than one language', () => {
  expect(LANGS.length).toBeGreaterThan(1);
  for (const lang of LANGS)
    expect(
      new Set(VIEWS.filter((view) => view.lang === lang).map(({ chart }) => chart)).size,
    ).toBeGreaterThan(1);
});

/** Views that one test opens: a chart of thirty would keep one worker busy while the other is done. */
const SHARE = 8;
const views = LANGS.flatMap((lang) =>
  CHARTS.flatMap((chart) => {
    const own = VIEWS.filter((view) => view.lang === lang && view.chart === chart).map(embedAt);
    return Array.from({ length: Math.ceil(own.length / SHARE) }, (_, i) => ({
      name: `${chart} in ${lang}${i > 0 ? `, share ${i + 1}` : ''}`,
      pages: own.slice(i * SHARE, (i + 1) * SHARE),
    }));
  }),
);
for (const { name, pages } of views)
  test(`labels of ${name} keep apart and inside, in every view and drawing`, async ({ page }) => {
    for (const view of pages) {
      await page.goto(view);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await badLabels(page), `${view} at ${width}`).toEqual([]);
      }
      // By property: the page's policy keeps strange style sheets out.
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      for (const width of ENLARGED) {
        await page.setViewportSize({ width, height: 900 });
        const at = `${view} at ${width}, text at 200 %`;
        expect.soft(await badParts(page), at).toEqual([]);
        expect.soft(await badLabels(page), at).toEqual([]);
      }
    }
  });
