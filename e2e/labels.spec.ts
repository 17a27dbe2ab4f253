/**
 * Every label of every view, as a browser sets it: none lies on another, none leaves its drawing, none is too small
 * to read. The layouts test the same with measured letters, in every view and language; here the fonts, the style
 * sheet and the sizes are real, and after a chart's first view the others stand in one language each, in turn.
 */
import type { Page } from '@playwright/test';
import { CHARTS, embedAt, LANGS, VIEWS } from './built';
import { badLabels } from './drawn-labels';
import { SETTING, setEmbed } from './embeds';
import { expect, test } from './site';

/** Each drawing where it is smallest and where it is larger: wide, medium, narrow. */
const WIDTHS = [1040, 904, 700, 560, 340, 320] as const;
/** Windows in which letters of twice the size are tried: a phone's and a desk's. */
const ENLARGED = [1280, 360] as const;
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

test('charts are built in more than one language', () => {
  expect(LANGS.length).toBeGreaterThan(1);
  for (const lang of LANGS)
    expect(
      new Set(VIEWS.filter((view) => view.lang === lang).map(({ chart }) => chart)).size,
    ).toBeGreaterThan(1);
});

// No label is drawn by script.
test.use(SETTING);

/** Views that one test sets: a chart of thirty would keep one worker busy while the other is done. */
const SHARE = 8;
const views = LANGS.flatMap((lang) =>
  CHARTS.flatMap((chart) => {
    const turn = (i: number) => i === 0 || i % LANGS.length === LANGS.indexOf(lang);
    const own = VIEWS.filter((view) => view.lang === lang && view.chart === chart).filter((_, i) => turn(i));
    return Array.from({ length: Math.ceil(own.length / SHARE) }, (_, i) => ({
      name: `${chart} in ${lang}${i > 0 ? `, share ${i + 1}` : ''}`,
      own: own.slice(i * SHARE, (i + 1) * SHARE),
    }));
  }),
);
for (const { name, own } of views)
  test(`labels of ${name} keep apart and inside, in every view and drawing`, async ({ page }) => {
    await page.goto(own.slice(0, 1).map(embedAt).join());
    for (const one of own) {
      const view = embedAt(one);
      await setEmbed(page, one);
      expect.soft(await badLabels(page, WIDTHS), view).toEqual([]);
      // By property: the page's policy keeps strange style sheets out.
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
        // With what is there for who has script.
        document.documentElement.dataset['script'] = '';
      });
      for (const width of ENLARGED) {
        await page.setViewportSize({ width, height: 900 });
        const at = `${view} at ${width}, text at 200 %`;
        expect.soft(await badParts(page), at).toEqual([]);
        expect.soft(await badLabels(page), at).toEqual([]);
      }
    }
  });
