/** Evidence of a sentence stands under it and in view, in free room: it covers no drawing, no title and no line of text. */
import type { Page } from '@playwright/test';
import { LANGS, pageAt } from './built';
import { expect, test } from './kept';

/** Opens every cited passage in turn, and says where its evidence does not stand under it, in view, or what it covers. */
const misplaced = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const all = [...document.querySelectorAll('main :is(svg, p, blockquote, li, h1, h2, h3, summary)')];
    /** Words may run out of their own box, though not by so much. */
    const FAR = 400;
    const meets = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    // A heading is as wide as its column, its words are not.
    const placesOf = (one: Element) => {
      if (one.localName === 'svg') return [one.getBoundingClientRect()];
      const words = document.createRange();
      words.selectNodeContents(one);
      return [...words.getClientRects()];
    };
    const cites = document.querySelectorAll<HTMLAnchorElement>('a.cite');
    for (const cite of cites) {
      const block = cite.closest(':is(.chapter, section.step) > :is(p, figure.quote)');
      const fault = (what: string) =>
        faults.push(`${cite.hash || cite.pathname} “${cite.textContent}” ${what}`);
      if (block) cite.scrollIntoView({ block: 'end' });
      cite.click();
      const notes = document.querySelectorAll('.margin-note');
      const [note] = notes;
      if (!note || notes.length > 1) {
        fault(`opens ${notes.length} notes`);
        continue;
      }
      if (block) {
        const [text, box] = [block.getBoundingClientRect(), note.getBoundingClientRect()];
        if (box.top < text.bottom - 1 || Math.abs(box.left - text.left) > 1) fault('has it not under it');
        if (box.right > document.documentElement.clientWidth) fault('has it outside the window');
        if (box.height < innerHeight && box.bottom > innerHeight + 1)
          fault('has it cut by the foot of the window');
      }
      // Beside a paragraph it may be higher than the room it takes: what it holds is measured.
      const boxes = [...note.children]
        .map((child) => child.getBoundingClientRect())
        .filter(({ width, height }) => width > 0 && height > 0);
      if (boxes.length === 0) fault('says nothing');
      if (boxes.some(({ left, right }) => left < 0 || right > document.documentElement.clientWidth))
        fault('leaves the window');
      const [top, bottom] = [
        Math.min(...boxes.map((box) => box.top)),
        Math.max(...boxes.map((box) => box.bottom)),
      ];
      const under = all.find((other) => {
        const own = other.getBoundingClientRect();
        return (
          own.top < bottom + FAR &&
          own.bottom > top - FAR &&
          other.checkVisibility() &&
          // What is only heard has no place on the page.
          !other.closest('.heard') &&
          !note.contains(other) &&
          !other.contains(note) &&
          placesOf(other).some((place) => boxes.some((box) => meets(box, place)))
        );
      });
      if (under)
        fault(
          `lies over ${under.localName} “${(under.getAttribute('aria-label') ?? under.textContent ?? '').slice(0, 40)}”`,
        );
      // By a second press, or by its button.
      if (block) cite.click();
      else document.querySelector<HTMLElement>('[data-close-note]')?.click();
      if (document.querySelector('.margin-note')) fault('does not close');
    }
    return { opened: cites.length, faults };
  });

for (const lang of LANGS)
  test(`evidence of a sentence opens under it, in view, and covers nothing, at any width: ${lang}`, async ({
    kept,
  }) => {
    const page = await kept(pageAt(lang));
    for (const [width, height] of [
      [1440, 900],
      [1100, 900],
      [360, 760],
    ] as const) {
      await page.setViewportSize({ width, height });
      const { opened, faults } = await misplaced(page);
      expect(opened).toBeGreaterThan(40);
      expect.soft(faults, `at ${width} px`).toEqual([]);
    }
  });
