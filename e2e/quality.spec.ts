/** Pages as settings and machines see them: forced colours, paper, search, marks that step back, larger and wider letters. */
import type { Page } from '@playwright/test';
import {
  chartPaths,
  chartPathsInTurn,
  CHARTS as charts,
  embedPathsInTurn,
  LANGS,
  pageAt,
  say,
} from './built';
import { badLabels } from './drawn-labels';
import { expect, restyle, test } from './kept';

declare global {
  interface Window {
    /** WCAG 2.2: contrast ratio of a colour to the page it stands on, 1 to 21. */
    contrastOf(colour: string): number;
  }
}
/** Gives the page the means to tell a contrast. */
const withContrast = (page: Page) =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const light = (colour: string) => {
      if (!context) throw new Error('no canvas');
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    window.contrastOf = (colour) => {
      const [own, ground] = [
        light(colour),
        light(getComputedStyle(document.documentElement).backgroundColor),
      ];
      return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
    };
  });

/** Labels of the displayed drawing whose contrast to the page is less than that asked of text. */
const paleLabels = (page: Page) =>
  page.evaluate(() => {
    const drawing = [...document.querySelectorAll('.drawings > svg')].find(
      (svg) => svg.getClientRects().length > 0,
    );
    const texts = [...(drawing?.querySelectorAll('text') ?? [])].filter((text) => text.checkVisibility());
    if (texts.length === 0) return ['no labels'];
    return texts.flatMap((text) => {
      const contrast = window.contrastOf(getComputedStyle(text).fill);
      return contrast < 4.5 ? [`${text.textContent}: ${contrast.toFixed(1)}`] : [];
    });
  });

test('in forced colours every figure keeps its drawing and readable labels', async ({ kept }) => {
  for (const chart of charts) {
    const page = await kept(`charts/${chart}/`);
    await withContrast(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await expect.soft(page.locator('.drawings > svg:visible'), chart).toHaveCount(1);
      await expect.soft(page.getByRole('heading', { level: 1 }), chart).toBeVisible();
      expect.soft(await paleLabels(page), `${chart}, ${colorScheme}`).toEqual([]);
      // A link is of one colour, whatever parts its words are drawn in; a rule is quieter than what is written.
      const { mixed, rule } = await page.evaluate(() => {
        const probe = document.createElement('i');
        probe.style.cssText = 'forced-color-adjust: none; color: var(--rule)';
        document.body.append(probe);
        const rule = window.contrastOf(getComputedStyle(probe).color);
        probe.remove();
        const links = [...document.querySelectorAll('.drawings a[data-view]')];
        const huesOf = (link: Element) =>
          new Set([...link.querySelectorAll('text, tspan')].map((one) => getComputedStyle(one).fill));
        return { mixed: links.filter((link) => huesOf(link).size > 1).length, rule };
      });
      expect.soft(mixed, `${chart}, ${colorScheme}`).toBe(0);
      expect.soft(rule, `${chart}, ${colorScheme}`).toBeLessThan(4.5);
    }
  }
});

test('on paper every figure has its title, drawing, labels and note, and nothing to press', async ({
  kept,
}) => {
  for (const chart of charts) {
    const page = await kept(`charts/${chart}/`);
    await withContrast(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await expect.soft(page.locator('.drawings > svg:visible'), chart).toHaveCount(1);
    await expect.soft(page.getByRole('heading', { level: 1 }), chart).toBeVisible();
    await expect.soft(page.locator('cf-figure .note'), chart).toBeVisible();
    await expect.soft(page.locator('cf-figure').getByRole('button'), chart).toHaveCount(0);
    await expect.soft(page.locator('cf-figure .tools'), chart).toBeHidden();
    await expect.soft(page.getByRole('table').first(), chart).toBeVisible();
    expect.soft(await paleLabels(page), chart).toEqual([]);
  }
});

/** Sheets of A4 that a page prints on. */
const sheetsOf = async (page: Page) =>
  (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
    ?.length ?? 0;
/** What the margins of a printed sheet of A4 leave, in pixels. */
const SHEET = { width: 672, height: 1001 };

test('on paper the story is less than twenty sheets', async ({ kept }) => {
  for (const path of LANGS.map((lang) => pageAt(lang))) {
    const page = await kept(path);
    await page.evaluate(() => document.fonts.ready);
    expect.soft(await sheetsOf(page), `/${path}`).toBeLessThan(20);
  }
});

test('on paper a chart has its address and its date on the first sheet, in light colours', async ({
  page,
}) => {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // German words are the longer ones: where their foot is on the first sheet, the others' is.
  for (const path of [...chartPaths(['de']), ...chartPaths().slice(0, 2)]) {
    await page.goto(`${path}?theme=dark`);
    await page.evaluate(() => document.fonts.ready);
    const note = page.locator('cf-figure .note');
    await expect.soft(note, path).toContainText(new URL(page.url()).pathname);
    await expect.soft(note, path).toContainText(/\d{4}/);
    const foot = await note.boundingBox();
    expect.soft((foot?.y ?? SHEET.height) + (foot?.height ?? 0), path).toBeLessThan(SHEET.height);
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect.soft(Number(/\d+/.exec(ground)?.[0]), path).toBeGreaterThan(200);
  }
});

test('in the head of a page no link lies over another, at any width', async ({ kept }) => {
  for (const lang of LANGS) {
    // The head is the same on all of them: the shortest is the soonest set anew.
    const page = await kept(pageAt(lang, 'security/'));
    for (let width = 320; width <= 1040; width += 16) {
      await page.setViewportSize({ width, height: 640 });
      const over = await page.locator('.masthead a:not(.skip)').evaluateAll((all) => {
        const boxes = all.map((one) => one.getBoundingClientRect());
        return all.flatMap((one, i) =>
          all.slice(i + 1).flatMap((other, k) => {
            const [a, b] = [boxes[i], boxes[i + 1 + k]];
            const apart =
              !a || !b || a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            return apart ? [] : [`${one.textContent}/${other.textContent}`];
          }),
        );
      });
      expect.soft(over, `${lang} at ${width}`).toEqual([]);
    }
  }
});

test('a search in the page finds what a closed panel holds, and opens it', async ({ page }) => {
  for (const [key, panel] of [
    ['tools.card', 'tools.share'],
    ['tools.picture', 'tools.embed'],
  ] as const) {
    await page.goto('about:blank');
    // A text in the address is looked for as a reader's own search is.
    await page.goto(
      `charts/${charts[0]}/#:~:text=${encodeURIComponent(say('en', key)).replaceAll('-', '%2D')}`,
    );
    const opened = page.locator('details.tool[open] > summary');
    await expect.soft(opened).toHaveText(say('en', panel));
  }
});

test('an unknown address is answered in its language, from head to foot', async ({ page }) => {
  for (const lang of LANGS) {
    await page.goto(pageAt(lang, 'no-such-page/'));
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(lang, 'notFound.title'));
    await expect(
      page.getByRole('banner').getByRole('link', { name: say(lang, 'site.method') }),
    ).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText(say(lang, 'site.foot'));
  }
});

test('with letters of twice the size no page scrolls sideways, and a drawing that does says so', async ({
  kept,
}) => {
  test.setTimeout(120_000);
  const kinds = ['', 'method/', 'corrections/', 'sources/', 'no-such-page/', 'charts/', 'moves/'];
  // Words around a figure are one style sheet's in every chart, so that each is looked at in one language; on a phone
  // a word has least room, and is looked at in every language, with more room in one, in turn.
  const WIDER = [640, 1280];
  const looked = [
    ...LANGS.flatMap((lang, k) => kinds.map((rest, i) => [pageAt(lang, rest), WIDER[(i + k) % 2]] as const)),
    ...chartPathsInTurn().map((path, i) => [path, WIDER[(i >> 1) % 2]] as const),
  ];
  for (const [path, wider = 0] of looked) {
    const page = await kept(path);
    await page.setViewportSize({ width: 360, height: 900 });
    await expect.soft(page.locator('.sideways:visible'), `/${path}`).toHaveCount(0);
    await restyle(page, 'html { font-size: 200% !important }');
    await page.evaluate(() => document.fonts.ready);
    for (const width of [360, wider]) {
      if (width !== 360) await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        // Whoever reaches furthest is named.
        const out = [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > clientWidth + 1 && one.childElementCount === 0)
          .map((one) => `${one.parentElement?.className}/${one.tagName}: ${one.textContent?.slice(0, 40)}`);
        return [`${scrollWidth - clientWidth} px`, ...out.slice(0, 3)];
      });
      expect.soft(wide, `/${path} at ${width}`).toEqual([]);
      const unsaid = await page.locator('cf-figure').evaluateAll((all) =>
        all.flatMap((figure) => {
          const box = figure.querySelector('.drawings');
          const said = (figure.querySelector('.sideways')?.getClientRects().length ?? 0) > 0;
          return box && box.scrollWidth > box.clientWidth !== said ? [figure.id] : [];
        }),
      );
      expect.soft(unsaid, `/${path} at ${width}`).toEqual([]);
    }
    await restyle(page, '');
  }
});

/** Marks of the displayed drawing that step back behind a choice, and the least contrast of one to its page. */
const steppedBack = (page: Page) =>
  page.evaluate(() => {
    const svg = [...document.querySelectorAll('.drawings > svg')].find(
      (one) => one.getClientRects().length > 0,
    );
    const paths = [...(svg?.querySelectorAll('a.mark:not([data-on]) > path:last-of-type') ?? [])];
    /** One that fades out has the hue of its gradient. */
    const hueOf = (paint: string) => {
      const stop = document.getElementById(/^url\("?#([^")]+)/.exec(paint)?.[1] ?? '')?.querySelector('stop');
      return stop ? getComputedStyle(stop).stopColor : paint;
    };
    const looks = paths.map((path) => {
      const { fill, fillOpacity, stroke, opacity } = getComputedStyle(path);
      // A pale fill is seen by its outline.
      const filled = fill !== 'none' && Number(fillOpacity) === 1;
      return { colour: hueOf(filled ? fill : stroke), opacity: Number(opacity) };
    });
    return {
      paths: looks.length,
      hues: new Set(looks.map(({ colour }) => colour)).size,
      least: Math.min(...looks.map(({ colour, opacity }) => (opacity < 1 ? 1 : window.contrastOf(colour)))),
    };
  });

test('marks that step back behind a choice keep their contrast, and their hue where colours are forced', async ({
  kept,
}) => {
  for (const chart of charts) {
    const page = await kept(`charts/${chart}/`);
    await withContrast(page);
    const before = await steppedBack(page);
    await page.locator('.drawings > svg:visible a.mark').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('cf-figure')).toHaveAttribute('data-chosen', '');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, forcedColors: 'none' });
      const { paths, hues, least } = await steppedBack(page);
      expect.soft(paths, chart).toBeGreaterThan(0);
      expect.soft(hues, `${chart}: one grey`).toBe(1);
      expect.soft(least, `${chart}, ${colorScheme}`).toBeGreaterThanOrEqual(3);
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    const { hues } = await steppedBack(page);
    expect.soft(hues, `${chart}, forced colours`).toBeGreaterThanOrEqual(Math.min(before.hues, 2));
    await page.keyboard.press('Escape');
    await expect(page.locator('cf-figure')).not.toHaveAttribute('data-chosen');
  }
});

/** WCAG 2.2, 1.4.12: what a reader may ask of every text. */
const SPACING =
  '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }';

test('with wider letters, words and lines no label is cut or lies on another', async ({ kept }) => {
  // Whatever its words, a label keeps its width (figure.spec.ts): one language each is enough.
  for (const path of embedPathsInTurn()) {
    const page = await kept(path);
    await restyle(page, SPACING);
    for (const width of [1040, 700, 340]) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .soft(async () => expect(await badLabels(page)).toEqual([]), `${path} at ${width}`)
        .toPass({ timeout: 2000 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
    await restyle(page, '');
  }
});
