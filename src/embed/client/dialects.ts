/** The languages in which hosts ask a frame for its height, beside the one @open-iframe-resizer speaks. */

/** Sends a whole number of pixels to whoever holds the frame. Nothing here reads more of a message than it checks. */
export function speakHeights(measure: () => number): void {
  if (window.parent === window) return;
  const parent = window.parent;
  const secret = new URLSearchParams(location.hash.replace(/^#\?/, '')).get('secret') ?? undefined;
  // A real pym parent names the frame in its address, and asks for a width only when the window changes.
  let pym = /^[\w-]{1,100}$/.exec(new URLSearchParams(location.search).get('childId') ?? '')?.[0];
  let last = 0;
  let turns = 0;

  const post = (message: unknown) => parent.postMessage(message, '*');
  const tell = (height: number) => {
    post({ sentinel: 'amp', type: 'embed-size', height });
    if (secret) post({ message: 'height', value: height, secret });
    post(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
    if (pym !== undefined) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
  };
  const look = () => {
    const height = Math.ceil(measure());
    if (height === last || height <= 0) return;
    // A host that answers every height with another width would go on for ever.
    turns += 1;
    if (turns > 60) return;
    last = height;
    tell(height);
  };
  // Told of within a frame, once it is laid out: looking costs nothing then.
  new ResizeObserver(look).observe(document.documentElement);
  // Whatever the reader does themselves may change the height again.
  addEventListener('click', () => {
    turns = 0;
  });
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== parent) return;
    const { data } = event;
    if (typeof data === 'string') {
      // pym asks `pymxPYMx<id>xPYMxwidthxPYMx<n>`; its answer carries the same id.
      const asked = /^pymxPYMx([\w-]{1,100})xPYMxwidthxPYMx[\d.]{1,8}$/.exec(data);
      if (asked) {
        pym = asked[1];
        if (last) tell(last);
      }
    } else if (
      typeof data === 'object' &&
      data !== null &&
      'message' in data &&
      data.message === 'ready' &&
      last
    )
      tell(last);
  });
  // A frame that is hidden or far down is not painted, and so not told of. WordPress hides it until it speaks, and
  // tells a secret; for others it is soon enough once all is there.
  if (secret !== undefined) look();
  addEventListener('load', () => {
    look();
    void document.fonts.ready.then(look);
  });
}
