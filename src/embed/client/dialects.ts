/** The languages in which hosts ask a frame for its height, and are told it. */

/** A height as a message to whoever holds the frame. */
type Wording = (height: number) => unknown;

/** One message in so many milliseconds: never two in a frame, at most thirty in two seconds, whatever a host does. */
const PACE = 68;

const amp: Wording = (height) => ({ sentinel: 'amp', type: 'embed-size', height });
const medium: Wording = (height) => JSON.stringify({ src: location.href, context: 'iframe.resize', height });
const openResizer: Wording = (height) => ({ type: 'iframe-resized', width: innerWidth, height });
const wordpress =
  (secret: string): Wording =>
  (height) => ({ message: 'height', value: height, secret });
const pym =
  (id: string): Wording =>
  (height) =>
    `pymxPYMx${id}xPYMxheightxPYMx${height}`;
/** iframe-resizer, whose parents want to hear `init` once. */
const iframeResizer = (id: string): Wording => {
  let event = 'init';
  return (height) => {
    const said = `[iFrameSizer]${id}:${height}:${innerWidth}:${event}`;
    event = 'resizeObserver';
    return said;
  };
};

/**
 * Tells whoever holds the frame how high it wants to be: each host that has made itself known in its own language,
 * others in the two that are never asked for. Nothing here reads more of a message than it checks.
 * @param part what is as high as the frame wants to be
 */
export function speakHeights(part: Element): void {
  const { parent } = window;
  if (parent === window) return;
  /** Languages to speak, the one that was spoken longest ago first, and the height last told in each. */
  const told = new Map<string, { id: string; say: Wording; height: number }>();
  let asked = false;
  let waiting = 0;

  /** Tells one host, and comes back for the next, or for what has changed meanwhile: the last height is always told. */
  const turn = () => {
    waiting = 0;
    const height = Math.ceil(part.getBoundingClientRect().height);
    if (height <= 0) return;
    for (const [language, one] of told)
      if (one.height !== height) {
        told.delete(language);
        told.set(language, { ...one, height });
        parent.postMessage(one.say(height), '*');
        waiting = window.setTimeout(turn, PACE);
        return;
      }
  };
  const look = () => {
    if (!waiting) turn();
  };
  /** The host speaks this language, and is owed an answer. */
  const learn = (language: string, id: string, say: Wording) => {
    if (!asked) told.clear();
    asked = true;
    const known = told.get(language);
    told.set(language, { id, say: known?.id === id ? known.say : say, height: 0 });
  };

  told.set('amp', { id: '', say: amp, height: 0 });
  told.set('medium', { id: '', say: medium, height: 0 });
  const secret = new URLSearchParams(location.hash.replace(/^#\?/, '')).get('secret');
  if (secret) learn('wordpress', secret, wordpress(secret));
  // A real pym parent names the frame in its address, and asks for a width only when the window changes.
  const child = /^[\w-]{1,100}$/.exec(new URLSearchParams(location.search).get('childId') ?? '')?.[0];
  if (child) learn('pym', child, pym(child));

  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent) return;
    if (typeof data === 'string') {
      // `pymxPYMx<id>xPYMxwidthxPYMx<n>`, and `[iFrameSizer]<id>:<margin>:<whether to size the width>:…`
      const [, framed] = /^pymxPYMx([\w-]{1,100})xPYMxwidthxPYMx[\d.]{1,8}$/.exec(data) ?? [];
      const [, sized] = /^\[iFrameSizer\]([^:]{1,100}):\d{0,4}:(?:true|false):/.exec(data) ?? [];
      const again = told.get('iframe-resizer');
      if (framed) learn('pym', framed, pym(framed));
      else if (sized) learn('iframe-resizer', sized, iframeResizer(sized));
      else if (again && /^\[iFrameSizer\]res(?:ize|et)$/.test(data)) again.height = 0;
      else return;
    } else if (typeof data === 'object' && data !== null) {
      const { type, sentinel, message } = data as Record<string, unknown>;
      if (type === 'iframe-child-init' || type === 'iframe-get-child-dimensions')
        learn('open-iframe-resizer', '', openResizer);
      else if (sentinel === 'amp' && type === 'frames-init') learn('amp', '', amp);
      else if (message === 'ready') for (const one of told.values()) one.height = 0;
      else return;
    } else return;
    look();
  });
  // Told of within a frame, once it is laid out: looking costs nothing then.
  new ResizeObserver(look).observe(part);
  // A frame that is hidden or far down is not painted, and so not told of. WordPress hides it until it speaks, and
  // tells a secret; for others it is soon enough once all is there.
  if (secret) look();
  addEventListener('load', () => {
    look();
    void document.fonts.ready.then(look);
  });
}
