/** What a frame says to its host: its height, in the words of who speaks them, and nothing to strangers. */
import { errorsOf, inside } from './articles';
import { expect, test } from './site';

declare global {
  interface Window {
    /** Of e2e/hosts/listener.html. */
    heard: unknown[];
    tell(data: unknown): void;
    settle(): Promise<void>;
  }
}

/** How a host asks, unless it never does, and what it is told then; `at` ends the frame's address. */
const LANGUAGES: Record<
  string,
  {
    at?: string;
    ask?: unknown;
    say: (height: number, width: number, address: string, first: boolean) => unknown;
  }
> = {
  AMP: { say: (height) => ({ sentinel: 'amp', type: 'embed-size', height }) },
  Medium: { say: (height, _, src) => JSON.stringify({ src, context: 'iframe.resize', height }) },
  WordPress: {
    at: '#?secret=abc123',
    say: (height) => ({ message: 'height', value: height, secret: 'abc123' }),
  },
  pym: {
    ask: 'pymxPYMxour-chartxPYMxwidthxPYMx640',
    say: (height) => `pymxPYMxour-chartxPYMxheightxPYMx${height}`,
  },
  'open-iframe-resizer': {
    ask: { type: 'iframe-child-init' },
    say: (height, width) => ({ type: 'iframe-resized', width, height }),
  },
  'iframe-resizer': {
    ask: '[iFrameSizer]our-chart:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:child:scroll:true',
    say: (height, width, _, first) =>
      `[iFrameSizer]our-chart:${height}:${width}:${first ? 'init' : 'resizeObserver'}`,
  },
};
for (const [name, { at = '', ask, say }] of Object.entries(LANGUAGES))
  test(`a frame tells its height in the words of ${name}, and again when the column is narrower`, async ({
    page,
    host,
    site,
  }) => {
    const address = `${site}embed/v1/en/flows/${at}`;
    await page.goto(`${host}listener.html?frame=${encodeURIComponent(address)}`);
    const heard = () => page.evaluate(() => window.heard);
    const figure = page.frameLocator('iframe').locator('cf-figure');
    await expect(figure).toBeVisible();
    const { height } = await inside(page, 0);
    if (ask !== undefined) {
      await expect.poll(async () => JSON.stringify(await heard())).toContain(`:${height}`);
      // Spoken only to who speaks it.
      expect(JSON.stringify(await heard())).not.toMatch(/xPYMx|iFrameSizer|iframe-resized/);
      await page.evaluate((data) => window.tell(data), ask);
    }
    await expect.poll(heard).toContainEqual(say(height, 640, address, true));
    await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '360'));
    await expect(figure.locator('svg.narrow')).toBeVisible();
    const narrow = (await inside(page, 0)).height;
    expect(narrow).not.toBe(height);
    // Who has made itself known is told in no other words.
    const told = async () => (await heard()).slice(ask === undefined && at === '' ? -2 : -1);
    await expect.poll(told).toContainEqual(say(narrow, 360, address, false));
  });

test('a host that asks and changes the width without end hears thirty heights in two seconds, and the last one', async ({
  page,
  host,
  site,
}) => {
  await page.clock.install();
  await page.goto(
    `${host}listener.html?frame=${encodeURIComponent(`${site}embed/v1/en/flows/#?secret=abc123`)}`,
  );
  const heard = () => page.evaluate(() => window.heard.length);
  const figure = page.frameLocator('iframe').locator('cf-figure');
  await expect(figure).toBeVisible();
  // Its answers come before the mark that it sends back.
  await page.frames()[1]?.evaluate(() => {
    addEventListener('message', ({ data }) => data === 'mark' && window.parent.postMessage(data, '*'));
  });
  const storm = (width: number) =>
    page.evaluate(async (wide) => {
      document.querySelector('iframe')?.setAttribute('width', String(wide));
      for (let i = 0; i < 25; i += 1) {
        window.tell({ message: 'ready', secret: 'abc123' });
        window.tell('pymxPYMxour-chartxPYMxwidthxPYMx640');
        window.tell({ type: 'iframe-child-init' });
      }
      await window.settle();
    }, width);
  await page.clock.pauseAt(Date.now() + 60_000);
  await storm(640);
  for (const [seconds, most] of [
    [2, 30],
    [6, 90],
  ] as const) {
    const before = await heard();
    let last = before;
    for (let i = 0; i < seconds * 10; i += 1) {
      await storm(i % 2 ? 380 : 640);
      await page.clock.runFor(50);
      await storm(i % 2 ? 400 : 620);
      await page.clock.runFor(50);
      const now = await heard();
      // A frame of time is 16 ms: of two messages none can be in the same.
      expect(now - last).toBeLessThanOrEqual(2);
      last = now;
    }
    expect(last - before).toBeLessThanOrEqual(most);
    expect(last - before).toBeGreaterThan(seconds * 5);
  }
  await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '360'));
  await expect(figure.locator('svg.narrow')).toBeVisible();
  await page.evaluate(() => window.settle());
  await page.clock.runFor(1000);
  const { height } = await inside(page, 0);
  const lastOnes = async () => JSON.stringify((await page.evaluate(() => window.heard)).slice(-3));
  for (const word of [`"value":${height}`, `heightxPYMx${height}"`, `"height":${height}`])
    await expect.poll(lastOnes).toContain(word);
});

test('a frame that was told no secret says nothing to WordPress', async ({ page, host, site }) => {
  await page.goto(`${host}listener.html?frame=${encodeURIComponent(`${site}embed/v1/en/flows/`)}`);
  await expect.poll(() => page.evaluate(() => JSON.stringify(window.heard))).toContain('embed-size');
  expect(await page.evaluate(() => JSON.stringify(window.heard))).not.toContain('"message"');
});

test('messages that are malformed, huge or from a stranger change nothing', async ({ page, host, site }) => {
  const errors = errorsOf(page);
  await page.goto(`${host}listener.html?frame=${encodeURIComponent(`${site}embed/v1/en/flows/`)}`);
  await expect.poll(() => page.evaluate(() => JSON.stringify(window.heard))).toContain('embed-size');
  await page.evaluate(async () => {
    const nonsense = [null, undefined, 7, true, '', {}, [], [null], 'x'.repeat(2_000_000), { type: 7 }];
    const nearly = [
      'pymxPYMx',
      'pymxPYMxxPYMxwidthxPYMx640',
      'pymxPYMx<b>xPYMxwidthxPYMx640',
      `pymxPYMx${'a'.repeat(5000)}xPYMxwidthxPYMx640`,
      'pymxPYMxnowidthxPYMxwidthxPYMxwide',
      { message: 'height', value: 3 },
      { message: null },
      '[iFrameSizer]',
      '[iFrameSizer]resize',
      `[iFrameSizer]${'a'.repeat(5000)}:8:false:false`,
      { sentinel: 'amp', type: 'embed-size', height: 3 },
      { type: 'iframe-child-init', targetElementSelector: '[[', bodyPadding: '9em', bodyMargin: {} },
    ];
    for (const data of [...nonsense, ...nearly]) window.tell(data);
    // In pym's own words, but from a frame beside it.
    const stranger = document.createElement('iframe');
    stranger.srcdoc = `<script>parent.frames[0].postMessage('pymxPYMxstrangerxPYMxwidthxPYMx640', '*')</script>`;
    const loaded = new Promise((done) => stranger.addEventListener('load', done));
    document.body.append(stranger);
    await loaded;
    window.tell('pymxPYMxfriendxPYMxwidthxPYMx640');
  });
  await expect
    .poll(() => page.evaluate(() => window.heard.filter((data) => String(data).startsWith('pym'))))
    .toEqual([expect.stringMatching(/^pymxPYMxfriendxPYMxheightxPYMx\d+$/)]);
  const mark = page.frameLocator('iframe >> nth=0').locator('.drawings > svg:visible a.mark').first();
  await mark.focus();
  await mark.press('Enter');
  await expect(mark).toHaveAttribute('aria-current', 'true');
  expect(errors).toEqual([]);
});
