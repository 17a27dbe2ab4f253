/** Work that can wait for the next frame: what a reader did is answered in it, the rest follows a piece at a time. */

const pieces: (() => void)[] = [];

function work(): void {
  pieces.shift()?.();
  // Each in a task of its own, so that whatever a reader does meanwhile comes in between.
  if (pieces.length > 0) setTimeout(work);
}

/** Calls `piece` once the next frame has been painted, after what was put off before it. */
export function later(piece: () => void): void {
  if (pieces.push(piece) === 1) requestAnimationFrame(() => setTimeout(work));
}
