/**
 * What readers do on a page, with a real mouse or finger, and how long the next paint then takes (Event Timing;
 * Chromium rounds to 8 ms and tells nothing below 16).
 */
import { CPU } from './visit.mjs';
import { quiet } from './watch.mjs';

const LEAST = 16;

/** @returns {Promise<Record<string, number>>} the slowest answer to each thing a reader does, in ms */
export async function measureUse(page, session, uses, screen) {
  const reader = new Reader(page, session, screen);
  for (const use of uses) await use(reader);
  return reader.answers;
}

/** A mark, another one, and back. */
export async function chooseInFigure(reader) {
  const svg = ':is(cf-figure, [data-figure]) svg';
  await reader.press(await reader.markIn(svg, 1 / 3), 'choosing a mark');
  await reader.press(await reader.markIn(svg, 2 / 3), 'choosing another mark');
  const back = await reader.middleOf('[data-unchoose]');
  await reader.press(back ?? (await reader.markIn(svg, 2 / 3)), 'taking it back');
}

/** A thread of the story's map leads to where it is told. */
export async function followInMap(reader) {
  await reader.press(await reader.markIn('cf-map svg', 1 / 3), 'following a thread');
}

/** A name typed, then taken out again, and one of the choices of a filter. */
export async function searchAndFilter(reader) {
  const { page } = reader;
  const textOf = (selector) => page.evaluate((one) => document.querySelector(one).textContent, selector);
  const focus = (selector) => page.evaluate((one) => document.querySelector(one).focus(), selector);
  const word = (await textOf('tr[data-move] [data-words]')).slice(0, 5);
  await focus('form input[type=search]');
  await reader.answered('typing', () => page.keyboard.type(word, { delay: 80 }));
  await reader.answered('clearing the field', async () => {
    for (const _ of word) await page.keyboard.press('Backspace');
  });
  const folded = await reader.middleOf('form details:not([open]) > summary');
  if (folded) await reader.press(folded, 'unfolding');
  const option = await textOf('form select option:nth-child(2)');
  await focus('form select');
  await quiet(page);
  // Its first letter chooses it, on every system; a list of the system's own no script can press.
  await reader.answered('choosing a filter', () => page.keyboard.press(option.trim()[0].toLowerCase()));
}

class Reader {
  answers = {};
  #session;
  #touch;

  constructor(page, session, { touch }) {
    this.page = page;
    this.#session = session;
    this.#touch = touch;
  }

  /** Does something and waits until all is quiet. Where nothing changes in the page, nothing was measured. */
  async answered(what, act) {
    await this.page.evaluate(() => window.bench.attend());
    await act();
    await quiet(this.page);
    const { changes, slowest } = await this.page.evaluate(() => window.bench.attended());
    if (changes === 0) throw new Error(`${this.page.url()}: ${what} changed nothing`);
    this.answers[what] = Math.max(LEAST, slowest);
  }

  /** A click or a tap; the mouse has been there for a while, as a reader's has. */
  async press({ x, y }, what) {
    if (!this.#touch) {
      await this.page.mouse.move(x, y);
      await quiet(this.page);
    }
    await this.answered(what, () =>
      this.#touch ? this.page.touchscreen.tap(x, y) : this.page.mouse.click(x, y),
    );
  }

  /**
   * The middle of the first of these that is shown; undefined where none is. Not by a locator: what Playwright puts
   * into the page for one hears every touch from then on, and would be measured as well.
   */
  middleOf(selector) {
    return this.page.evaluate((selector) => {
      const shown = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length > 0);
      shown?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = shown?.getBoundingClientRect() ?? {};
      return shown && { x: x + width / 2, y: y + height / 2 };
    }, selector);
  }

  /** A point on one of the marks of the first drawing that is shown; `share`: how far down their order. */
  async markIn(selector, share) {
    // Looking for it is ours, not the page's.
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const place = await this.page.evaluate(
      async ([selector, share]) => {
        const svgs = [...document.querySelectorAll(selector)];
        const svg = svgs.find((one) => one.getBoundingClientRect().width > 200);
        if (!svg) return undefined;
        svg.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        await new Promise((done) => setTimeout(done, 100));
        const box = svg.getBoundingClientRect();
        const places = new Map();
        for (let y = Math.max(0, box.top); y < Math.min(box.bottom, innerHeight); y += 4) {
          for (let x = box.left; x < box.right; x += 25) {
            const mark = document.elementFromPoint(x, y)?.closest('.mark');
            if (!mark || !svg.contains(mark)) continue;
            // A thread of the map that the story does not tell leads to another page: nothing is answered here.
            if (mark.matches('cf-map :not([href^="#"])')) continue;
            if (!places.has(mark)) places.set(mark, []);
            places.get(mark).push({ x, y });
          }
        }
        const found = [...places.values()].at(Math.floor(places.size * share));
        return found?.at(found.length >> 1);
      },
      [selector, share],
    );
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    if (!place) throw new Error(`${this.page.url()}: no mark is shown in ${selector}`);
    await quiet(this.page);
    return place;
  }
}
