/** Links out of a frame, and whether it is one that may let none open. */

export const OUTWARD = 'a[target="_blank"]';

/** With an origin of its own the frame is in no sandbox that is known of, and links open by themselves. */
export const inSandbox = (): boolean => window.origin === 'null' && window.parent !== window;
