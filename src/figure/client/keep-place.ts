/** A window of another width lays the story out anew: what was being read stays where it was. */

/** What a reader reads: small enough to be still on screen when everything has another height. */
const BLOCKS = 'p, li, blockquote, h1, h2, h3, cf-figure, section.step';

export function keepPlace(): void {
  let width = innerWidth;
  let kept: { block: Element; top: number } | undefined;

  const look = () => {
    // A scroll that a new width brings with it is none of the reader's.
    if (innerWidth !== width) return;
    const hit = document.elementFromPoint(innerWidth / 4, innerHeight * 0.4);
    // A step's own drawing is not there in a wide window: its step is.
    const block = hit?.closest('.step-figure')?.closest('section') ?? hit?.closest(BLOCKS);
    if (block) kept = { block, top: block.getBoundingClientRect().top };
  };
  addEventListener('scroll', look, { passive: true });
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    if (!kept || scrollY === 0) return;
    const { block, top } = kept;
    scrollBy({ top: block.getBoundingClientRect().top - Math.max(0, top), behavior: 'instant' });
  });
}
