/**
 * Wider letters and words, as a reader may set them: a drawing has no more room for its labels, so each is
 * narrowed to the width it was laid out for. Its spacing stays, in proportion. Not by `textLength`: Firefox knows
 * none on a line of several, and WebKit spoils one with a bold number in it.
 */
import { isSpaced } from './spaced';

/** How much of an element's own text, without that of elements in it, is spacing that a reader added. */
function addedIn(part: Element): number {
  const { letterSpacing, wordSpacing } = getComputedStyle(part);
  const own = [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  const text = own.map((node) => node.textContent).join('');
  const gaps = text.match(/\s/g)?.length ?? 0;
  return (Number.parseFloat(letterSpacing) || 0) * text.length + (Number.parseFloat(wordSpacing) || 0) * gaps;
}

/** How much of a line is added spacing, in a drawing's own units. */
const addedTo = (line: Element): number =>
  [line, ...line.querySelectorAll('*')].reduce((sum, part) => sum + addedIn(part), 0);

/** By how much a label must be narrowed: its longest line decides, so that all have the same letters. */
function scaleOf(text: SVGTextElement): number {
  const own = [...text.querySelectorAll<SVGTSpanElement>('tspan[x]')];
  const lines = (own.length > 0 ? own : [text]).map((line) => {
    const whole = line.getComputedTextLength();
    return { whole, room: whole - addedTo(line) };
  });
  const whole = Math.max(...lines.map((one) => one.whole));
  const room = Math.max(...lines.map((one) => one.room));
  return whole > room && room > 0 ? room / whole : 1;
}

/** Narrows the labels of the drawing that is shown within `part`, or gives them their own width back. */
export function fitLabels(part: Element): void {
  const svg = [...part.querySelectorAll('svg')].find((one) => one.getClientRects().length > 0);
  const texts = [...(svg?.querySelectorAll('text') ?? [])];
  const [first] = texts;
  const spaced = first && addedTo(first) !== 0;
  if (!spaced && !first?.hasAttribute('transform')) return;
  // Read all, then write all.
  const scales = texts.map(scaleOf);
  for (const [i, text] of texts.entries()) {
    const scale = scales[i] ?? 1;
    const x = Number(text.getAttribute('x') ?? text.querySelector('[x]')?.getAttribute('x') ?? 0);
    if (scale === 1) text.removeAttribute('transform');
    else
      text.setAttribute('transform', `matrix(${scale.toFixed(3)} 0 0 1 ${(x * (1 - scale)).toFixed(1)} 0)`);
  }
}

export function watchSpacing(): void {
  const observer = new ResizeObserver((entries) => {
    // What waits with its layout is looked at only where it must be: looking lays it out.
    const spaced = isSpaced();
    for (const { target } of entries) if (spaced || !target.closest('[data-later]')) fitLabels(target);
  });
  for (const part of document.querySelectorAll('cf-figure, .step-figure, .poster')) observer.observe(part);
}
