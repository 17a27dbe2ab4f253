/** What is said aloud: one sentence an action, by the figure in which the reader acted. */

/** Long enough for a screen reader to have taken it; after that nobody meets it again while reading on. */
const GONE = 5000;

let waiting = 0;

/** Says `text` once. What stands in the place of evidence is seen, not heard: it may change without a word. */
export function speak(figure: Element, text: string): void {
  const said = figure.querySelector('[data-said]');
  if (!said || !text) return;
  clearTimeout(waiting);
  for (const other of document.querySelectorAll('[data-said]:not(:empty)'))
    if (other !== said) other.textContent = '';
  if (said.textContent !== text) said.textContent = text;
  waiting = window.setTimeout(() => {
    said.textContent = '';
  }, GONE);
}
