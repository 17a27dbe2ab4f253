/**
 * Every label of every view in every language, as a browser sets it: none lies on another, none leaves its
 * figure. The layouts test the same with measured letters; here the fonts, the style sheet and the sizes are real.
 */
import type { Page } from '@playwright/test';
import { CHARTS, embedAt, LANGS, VIEWS } from './built';
import { expect, test } from './site';

/** One for each drawing of a figure: wide, medium, narrow. */
const WIDTHS = [1040, 700, 340] as const;
/** Pixels that two labels may share: glyphs are measured in fractions of them. */
const SLACK = 0.5;

/** What is wrong with the labels of the drawing that is displayed, in words. */
const badLabels = (page: Page, slack: number) =>
  page.evaluate(async (slack) => {
    await document.fonts.ready;
    const drawing = [...document.querySelectorAll('.drawings > svg')].find(
      (svg) => svg.getClientRects().length > 0,
    );
    const context = document.createElement('canvas').getContext('2d');
    if (!drawing || !context) return ['no drawing'];
    const figure = drawing.closest('cf-figure')?.getBoundingClientRect() ?? drawing.getBoundingClientRect();
    const boxes = [...drawing.querySelectorAll('text')].flatMap((text) => {
      const matrix = text.getScreenCTM();
      if (!matrix || !text.textContent?.trim() || !text.checkVisibility({ opacityProperty: true })) return [];
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(text);
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      // A line of text is higher than its letters: between lines set close only the ink counts.
      const ink = context.measureText(text.textContent);
      const start = text.getStartPositionOfChar(0).matrixTransform(matrix);
      const end = text.getEndPositionOfChar(text.getNumberOfChars() - 1).matrixTransform(matrix);
      return {
        says: text.textContent,
        left: start.x,
        right: end.x,
        top: start.y - ink.actualBoundingBoxAscent * matrix.d,
        bottom: start.y + ink.actualBoundingBoxDescent * matrix.d,
      };
    });
    if (boxes.length === 0) return ['no labels'];
    const wrong: string[] = [];
    for (const [i, one] of boxes.entries()) {
      const over = Math.max(figure.left - one.left, one.right - figure.right);
      if (over > slack) wrong.push(`“${one.says}” leaves the figure by ${over.toFixed(1)} px`);
      for (const other of boxes.slice(i + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > slack && down > slack)
          wrong.push(`“${one.says}” and “${other.says}” share ${across.toFixed(1)} × ${down.toFixed(1)} px`);
      }
    }
    return wrong;
  }, slack);

/** Parts of the figure that lie on its drawing, and what does not fit the window: text grows, drawings do not. */
const badParts = (page: Page) =>
  page.evaluate(() => {
    const drawing = document.querySelector('.drawings')?.getBoundingClientRect();
    if (!drawing || drawing.height === 0) return ['no drawing'];
    const parts = '.figure-title, .views summary, .measure, .band, .note, .tools > *, .panels > *';
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
        expect.soft(await badLabels(page, SLACK), `${view} at ${width}`).toEqual([]);
      }
      // By property: the page's policy keeps strange style sheets out.
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      // The narrowest is the hardest, and it is open already.
      expect.soft(await badParts(page), `${view}, text at 200 %`).toEqual([]);
    }
  });
