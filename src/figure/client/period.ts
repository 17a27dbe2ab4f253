/** A period asked for by the address: marks outside it recede. */

/** @returns how many marks of the drawing shown are within it, and how many there are */
export function recede(
  figure: Element,
  shown: Element | undefined,
  { since, until }: { since: string; until: string },
): { inside: number; all: number } {
  let inside = 0;
  let all = 0;
  // A month that is the last includes its days.
  const later = `${until}~`;
  for (const mark of figure.querySelectorAll('.drawings a.mark')) {
    const date = mark.getAttribute('data-date');
    const off = !date || date < since || date > later;
    mark.toggleAttribute('data-off', off);
    if (mark.closest('svg') !== shown) continue;
    all += 1;
    if (!off) inside += 1;
  }
  return { inside, all };
}
