/** A figure whose view changes by scrolling: what stands around its drawing slides to its new place, and jumps nowhere. */
import { DURATION, still } from './travel';

/** As fast at first as threads travel. */
const EASING = 'cubic-bezier(0.215, 0.61, 0.355, 1)';

/** CSS pixels from the top of the window. */
const topOf = (part: Element) => part.getBoundingClientRect().top;

/**
 * @returns to be called once another view has taken this one's place: slides from where the figure and its parts were, a
 * slide that is not over from where it is
 */
export function slideOf(figure: Element): () => void {
  if (still()) return () => undefined;
  const parts = [figure, ...figure.querySelectorAll('.lead, .drawings, .foot')];
  const before = parts.map(topOf);
  return () => {
    for (const part of parts) for (const old of part.getAnimations()) old.cancel();
    const moved = parts.map((part, i) => (before[i] ?? 0) - topOf(part));
    parts.forEach((part, i) => {
      // The figure takes its parts along.
      const by = (moved[i] ?? 0) - (i > 0 ? (moved[0] ?? 0) : 0);
      if (by) part.animate({ translate: [`0 ${by}px`, '0 0'] }, { duration: DURATION, easing: EASING });
    });
  };
}
