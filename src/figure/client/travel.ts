/** Threads travel from one drawing to the next: the numbers of both outlines, interpolated; no library, no blending. */

/** Milliseconds. */
export const DURATION = 400;
const NUMBER = /-?\d*\.?\d+/g;

/** Drawings whose marks have not arrived at their places yet. */
const travelling = new WeakSet<Element>();
export const isTravelling = (svg: Element) => travelling.has(svg);

export const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Where every mark of a drawing is, before it is replaced. */
export function placesOf(svg: Element | undefined): Map<string, string> {
  const places = new Map<string, string>();
  for (const path of svg?.querySelectorAll('[data-id] > path:last-of-type') ?? []) {
    const id = path.parentElement?.getAttribute('data-id');
    const d = path.getAttribute('d');
    if (id && d) places.set(id, d);
  }
  return places;
}

/** Moves marks that both drawings have from their old places to their own; the others fade in. `arrived` is told. */
export function travel(svg: Element | undefined, from: Map<string, string>, arrived: () => void): void {
  if (!svg || still()) {
    arrived();
    return;
  }
  const moving: { path: Element; own: string; pattern: string[]; start: number[]; end: number[] }[] = [];
  const arriving: SVGElement[] = [];
  for (const path of svg.querySelectorAll<SVGElement>('[data-id] > path:last-of-type')) {
    const old = from.get(path.parentElement?.getAttribute('data-id') ?? '');
    const d = path.getAttribute('d') ?? '';
    const pattern = d.split(NUMBER);
    if (old && old.split(NUMBER).length === pattern.length) {
      const end = (d.match(NUMBER) ?? []).map(Number);
      const start = (old.match(NUMBER) ?? []).map(Number);
      if (start.some((value, i) => value !== end[i])) {
        moving.push({ path, own: d, pattern, start, end });
        path.setAttribute('d', old);
      }
    } else arriving.push(path);
  }
  const words = [...svg.querySelectorAll<SVGElement>('text, [data-casing]')];
  const fading = [...words, ...arriving];
  for (const one of fading) one.style.opacity = '0';

  travelling.add(svg);
  // From the swap on, so that the first frame already shows movement.
  const begun = performance.now();
  const step = (now: number) => {
    const t = Math.min(1, Math.max(16, now - begun) / DURATION);
    // Fast at first: what was chosen answers at once.
    const eased = 1 - (1 - t) ** 3;
    for (const { path, own, pattern, start, end } of moving) {
      let d = pattern[0] ?? '';
      for (let i = 0; i < end.length; i++) {
        const value = (start[i] ?? 0) + ((end[i] ?? 0) - (start[i] ?? 0)) * eased;
        // Numbers that a sign parted may lose it.
        d += `${Math.round(value * 10) / 10}${pattern[i + 1] || ' '}`;
      }
      path.setAttribute('d', t === 1 ? own : d);
    }
    for (const one of fading) one.style.opacity = t === 1 ? '' : String(Math.max(0, 2 * t - 1));
    if (t < 1) requestAnimationFrame(step);
    else {
      travelling.delete(svg);
      arrived();
    }
  };
  requestAnimationFrame(step);
}
