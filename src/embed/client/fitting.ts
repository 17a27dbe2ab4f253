/** How high a frame stands in its article: as high as it has told, else as was computed for its width. */

/** Nothing of ours is as high, in pixels; what would be, is scrolled. */
const MOST = 10_000;
/** How far down a box a frame may begin that the box is thought to be for it, not for the article around it. */
const NEAR = 40;

/** From a list as in the code, `320:512 360:498 …`. */
export function heightAt(list: string, width: number): number {
  const pairs = list.split(' ').map((pair) => pair.split(':').map(Number) as [number, number]);
  // Between two widths the larger height: a line too few is worse than a line too many.
  const below = pairs.filter(([at]) => at <= width).at(-1) ?? pairs[0];
  const above = pairs.find(([at]) => at >= width) ?? pairs.at(-1);
  return Math.max(below?.[1] ?? 0, above?.[1] ?? 0);
}

/** What cuts a frame off: a box of a fixed size that it fills, as one of a fixed ratio, and how much of it that shows. */
function boxAround(frame: Element): { box: Element; room: number } | undefined {
  const { top, bottom } = frame.getBoundingClientRect();
  for (let box = frame.parentElement; box && box !== document.body; box = box.parentElement) {
    const { overflowY, height } = getComputedStyle(box);
    const place = box.getBoundingClientRect();
    if (/auto|scroll/.test(overflowY) || top - place.top > NEAR) return undefined;
    // A frame lies over what follows its own box; further out that may be meant. Inline a box has no height.
    const cuts = height !== 'auto' && (overflowY !== 'visible' || box === frame.parentElement);
    if (cuts && place.bottom + 1 < bottom) return { box, room: place.bottom - top };
  }
  return undefined;
}

/**
 * Gives a frame its height, and takes its scrolling away only once that is seen to hold.
 * @param told by the frame itself
 * @param watch is given what may change the room for it
 */
export function fit(
  frame: HTMLIFrameElement,
  told: number | undefined,
  watch: (part: Element) => void,
): void {
  const height =
    told ?? (frame.clientWidth > 0 ? heightAt(frame.dataset.counterflow ?? '', frame.clientWidth) : 0);
  if (!(height > 0)) return;
  if (height > MOST) {
    frame.removeAttribute('scrolling');
    return;
  }
  const style = getComputedStyle(frame);
  const edges = (['paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth'] as const).reduce(
    (sum, edge) => sum + Number.parseFloat(style[edge]),
    0,
  );
  const put = (pixels: number) => {
    const whole = style.boxSizing === 'border-box' ? pixels + edges : pixels;
    // Above the `height: auto !important` that many a host has for its pictures.
    frame.style.setProperty('height', `${whole}px`, 'important');
  };
  // Out of the flow it would lie over what follows: its host has a place of its own for it.
  if (!/absolute|fixed/.test(style.position)) {
    put(height);
    const around = boxAround(frame);
    if (around) watch(around.box);
    // Nothing to be seen of it: folded, and as high as it will be when it is not.
    if (around && around.room > 0) put(around.room);
  }
  if (told && frame.offsetHeight - edges >= told - 1) frame.setAttribute('scrolling', 'no');
  else frame.removeAttribute('scrolling');
}
