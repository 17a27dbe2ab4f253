/** Whether the labels of drawings have wider letters or words than we gave them, as a reader's own style sheet may want. */
export function isSpaced(): boolean {
  const label = document.querySelector('svg text');
  if (!label) return false;
  const { letterSpacing, wordSpacing } = getComputedStyle(label);
  // `normal` is no number.
  return Boolean(Number.parseFloat(letterSpacing) || Number.parseFloat(wordSpacing));
}

/** Such a style sheet is there from the start, or comes later: then what is around a drawing grows as well. */
export function onceSpaced(act: () => void): void {
  const observer = new ResizeObserver(() => {
    if (!isSpaced()) return;
    observer.disconnect();
    act();
  });
  for (const figure of document.querySelectorAll('cf-figure')) observer.observe(figure);
}
