/**
 * /embed/v1.js, optional beside a snippet: gives each frame its computed height before it loads, then the one it tells.
 * Frames are looked up whenever there is something to do, and bear no mark: one that comes later, gets its address
 * after consent, is copied, moved or brought back by history is served like the first.
 */
import { fit } from './fitting';

/** The heights that frames told, and the address at which they did. */
const told = new WeakMap<HTMLIFrameElement, { src: string; height: number }>();
const watched = new WeakSet<Element>();
let waiting = false;

const ours = () => document.querySelectorAll<HTMLIFrameElement>('iframe[data-counterflow]');

const sizes = new ResizeObserver(soon);
function watch(part: Element): void {
  if (!watched.has(part)) sizes.observe(part);
  watched.add(part);
}

function fitNow(frame: HTMLIFrameElement): void {
  watch(frame);
  const said = told.get(frame);
  fit(frame, said?.src === frame.src ? said.height : undefined, watch);
}

/** All of them, before the next frame is painted: what a host does and undoes meanwhile costs nothing. */
function soon(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    for (const frame of ours()) fitNow(frame);
  });
}

function hear({ source, origin, data }: MessageEvent<{ type?: unknown; height?: unknown } | null>): void {
  if (data?.type !== 'iframe-resized' || typeof data.height !== 'number') return;
  const height = Math.ceil(data.height);
  for (const frame of ours()) {
    const { src } = frame;
    // What a frame shows that has gone elsewhere is not ours; in a sandbox it has no origin.
    const own = src.startsWith(`${origin}/`) || (origin === 'null' && frame.hasAttribute('sandbox'));
    if (frame.contentWindow !== source || !own || !(height > 0)) continue;
    told.set(frame, { src, height });
    fitNow(frame);
  }
}

const ask = (frame: HTMLIFrameElement) =>
  frame.contentWindow?.postMessage({ type: 'iframe-child-init' }, '*');

function all(): void {
  soon();
  for (const frame of ours()) ask(frame);
}

/** Articles change all the time; what of it is about a frame. */
const concerns = ({ type, target, addedNodes }: MutationRecord) =>
  type === 'attributes'
    ? target instanceof HTMLIFrameElement
    : [...addedNodes].some(
        (node) => node instanceof Element && (node.matches('iframe') || node.querySelector('iframe')),
      );

// Each snippet of an article brings this script; one copy serves all, whoever made the others.
const once = Symbol.for('counterflow.embed.v1');
const page = window as unknown as Record<symbol, boolean>;
if (!page[once]) {
  page[once] = true;
  addEventListener('message', hear);
  // Brought back, a page may have new frames in it.
  addEventListener('pageshow', all);
  // That a frame has loaded does not bubble, but is heard on its way down.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLIFrameElement && 'counterflow' in target.dataset) ask(target);
    },
    true,
  );
  new MutationObserver((changes) => {
    if (changes.some(concerns)) soon();
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['src', 'data-counterflow'],
  });
  all();
}
