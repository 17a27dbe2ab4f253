/** Evidence of a sentence stands in free room: it covers no drawing, no title and no line of text. */
import type { Page } from '@playwright/test';
import { LANGS, pageAt } from './built';
import { expect, test } from './kept';

/** Opens the evidence of every cited passage in turn, and says what it covers. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const meets = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    // A heading is as wide as its column, its words are not.
    const placesOf = (one: Element) => {
      if (one.localName === 'svg') return [one.getBoundingClientRect()];
      const words = document.createRange();
      words.selectNodeContents(one);
      return [...words.getClientRects()];
    };
    for (const cite of document.querySelectorAll<HTMLAnchorElement>('a.cite')) {
      const fault = (what: string) =>
        faults.push(`${cite.hash || cite.pathname} “${cite.textContent}” ${what}`);
      cite.click();
      const note = document.querySelector('.margin-note');
      if (!note) {
        fault('opens nothing');
        continue;
      }
      // Beside a paragraph it may be higher than the room it takes: what it holds is measured.
      const boxes = [...note.children]
        .map((child) => child.getBoundingClientRect())
        .filter(({ width, height }) => width > 0 && height > 0);
      if (boxes.length === 0) fault('says nothing');
      if (boxes.some(({ left, right }) => left < 0 || right > document.documentElement.clientWidth))
        fault('leaves the window');
      const under = [
        ...document.querySelectorAll('main :is(svg, p, blockquote, li, h1, h2, h3, summary)'),
      ].find(
        (other) =>
          other.checkVisibility() &&
          // What is only heard has no place on the page.
          !other.closest('.heard') &&
          !note.contains(other) &&
          !other.contains(note) &&
          placesOf(other).some((place) => boxes.some((box) => meets(box, place))),
      );
      if (under)
        fault(
          `lies over ${under.localName} “${(under.getAttribute('aria-label') ?? under.textContent ?? '').slice(0, 40)}”`,
        );
      document.querySelector<HTMLElement>('[data-close-note]')?.click();
    }
    return faults;
  });

for (const lang of LANGS)
  test(`evidence of a sentence covers nothing, at any width: ${lang}`, async ({ kept }) => {
    const page = await kept(pageAt(lang));
    for (const width of [1440, 1100, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await covered(page), `at ${width} px`).toEqual([]);
    }
  });
