/** /embed/v1.js, optional beside a snippet: gives each frame its computed height before it loads, then its true one. */
import { initialize } from '@open-iframe-resizer/core';

const script = document.currentScript as HTMLScriptElement | null;
const origin = script ? new URL(script.src).origin : location.origin;

function heightAt(list: string, width: number): number | undefined {
  const pairs = list.split(' ').map((pair) => pair.split(':').map(Number) as [number, number]);
  // Between two widths the larger height: a line too few is worse than a line too many.
  const below = pairs.filter(([at]) => at <= width).at(-1) ?? pairs[0];
  const above = pairs.find(([at]) => at >= width) ?? pairs.at(-1);
  return below && above ? Math.max(below[1], above[1]) : undefined;
}

for (const frame of document.querySelectorAll<HTMLIFrameElement>(
  'iframe[data-counterflow]:not([data-counterflow-ready])',
)) {
  frame.dataset.counterflowReady = '';
  const height = heightAt(frame.dataset.counterflow ?? '', frame.clientWidth);
  if (height) frame.height = String(height);
  // From here on the frame is as high as what is in it; without this script it may be scrolled.
  frame.setAttribute('scrolling', 'no');
  void initialize({ checkOrigin: [origin] }, frame);
}
