/** The heights that ride in the code of every view, against the embed as a browser sets it. */
import { builtPage, chartAt, codesIn, embedAt, LANGS, VIEWS } from './built';
import { SETTING, setEmbed } from './embeds';
import { expect, test } from './site';

/** As in embed.spec.ts: what follows a figure moves up by no more than a line or two when it has loaded. */
const SPARE = 40;
const LIKELY = [360, 600, 640, 740, 960];

// Nothing that script adds is in a closed embed.
test.use(SETTING);

for (const lang of LANGS)
  test(`every embed is as high as its code says, at every width: ${lang}`, async ({ page }) => {
    const views = VIEWS.filter((one) => one.lang === lang);
    await page.goto(views.slice(0, 1).map(embedAt).join());
    for (const view of views) {
      const [code = ''] = codesIn(builtPage(chartAt(view)));
      const pairs = (/data-counterflow="([^"]*)"/.exec(code)?.[1] ?? '')
        .split(' ')
        .map((pair) => pair.split(':').map(Number) as [number, number]);
      expect(pairs.length, chartAt(view)).toBeGreaterThan(5);
      const between = pairs.slice(1).map(([width], i) => Math.round((width + (pairs[i]?.[0] ?? 0)) / 2));
      const all = [...pairs.map(([width]) => width), ...between];
      // A chart's first view at all of them, the others where articles are likeliest to have them.
      const widths = view.slug === '' ? all : all.filter((width) => LIKELY.includes(width));
      await setEmbed(page, view);
      // A figure asks its own width only, so the window need not change for each.
      const found = await page.evaluate(
        (asked) =>
          asked.map((width) => {
            document.documentElement.style.width = `${width}px`;
            return document.documentElement.getBoundingClientRect().height;
          }),
        widths,
      );
      const wrong = widths.flatMap((width, i) => {
        const below = pairs.filter(([at]) => at <= width).at(-1)?.[1] ?? 0;
        const above = pairs.find(([at]) => at >= width)?.[1] ?? 0;
        const spare = Math.max(below, above) - (found[i] ?? 0);
        // Elsewhere than at the round widths a larger height is taken: never too little, sometimes too much.
        const most =
          width % 20 === 0 && pairs.some(([at]) => at === width) ? SPARE : Number.POSITIVE_INFINITY;
        return spare < -0.5 || spare > most ? [`${width} px wide: ${spare.toFixed(1)} px to spare`] : [];
      });
      expect.soft(wrong, embedAt(view)).toEqual([]);
    }
  });
