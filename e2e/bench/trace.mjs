/** A trace of Chromium's: what the main thread of a page spent its time on, and because of what. */

/** Blink's own names say more than those of the developer tools, which hold them. */
export const CATEGORIES = [
  '-*',
  'toplevel',
  'blink',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.stack',
  'v8.execute',
  'blink.user_timing',
];

/** What the names of events mean, the first that fits; all others are what the browser has to do around them. */
const KINDS = [
  ['HTML', /^(ParseHTML|TextResourceDecoder|DocumentLoader|NavigationBodyLoader|\w*DocumentParser)(::|$)/],
  ['text', /^(InlineNode|SvgText\w*|Font\w*|WebSandboxSupportLinux|Font.*|BeginRemoteFontLoad)(::|$)/],
  [
    'style',
    /^(UpdateLayoutTree|ParseAuthorStyleSheet|CSSParserImpl::.*|Document::(recalcStyle|rebuildLayoutTree|updateActiveStyle))$/,
  ],
  ['layout', /^(Layout|LocalFrameView::(performLayout|layout|UpdateStyleAndLayout))$/],
  [
    'paint',
    /^(PrePaint|Paint|PaintImage|Layerize|Commit|Blink\.(PrePaint|Paint|CompositingInputs|Compositing\w*)\..*|WebFrameWidgetImpl::UpdateLifecycle|LocalFrameView::DidFinish.*)$/,
  ],
  ['compile', /^(v8\.compile|V8\.(Compile|Parse)\w*|v8\.produceCache)$/],
  [
    'script',
    /^(EvaluateScript|FunctionCall|TimerFire|FireAnimationFrame|FireIdleCallback|RunMicrotasks|EventDispatch|v8\.(run|callFunction)|CustomElementReactionQueue::.*|(Minor|Major)GC|V8\.GC\w*)$/,
  ],
];
const OTHER = 'other';
export const NAMES = [...KINDS.map(([name]) => name), OTHER];
const kindOf = (name) => KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? OTHER;

/** Events that stand for what is done within them. */
const WHOLE =
  /^(ParseHTML|UpdateLayoutTree|Layout|PrePaint|Paint|Layerize|Commit|EvaluateScript|FunctionCall)$/;

/**
 * @param trace the JSON that Chromium writes
 * @param url whose main thread is meant
 * @returns `spans` of it in their order, in ms of processor time: `kind`, `at` (from the start of the navigation, by
 * the clock), `self` (without spans within it), `whole` (with those that have no `whole` of their own), `texts`
 * (shaped within it), `file` (of the script that runs), `around` (the span it is in) and `data`;
 * `raster`: ms on other threads; `fonts`: `name` and `at`, when each came; `paint`: when the first content stood
 */
export function readTrace({ traceEvents }, url) {
  const start = traceEvents.find(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL === url,
  );
  if (!start) throw new Error(`${url}: the trace knows of no navigation there`);
  const since = ({ ts }) => (ts - start.ts) / 1000;
  const own = traceEvents.filter(({ pid, ts }) => pid === start.pid && ts >= start.ts);
  const paint = own.find(({ name }) => name === 'firstContentfulPaint');
  return {
    spans: spansOf(own.filter(({ ph, tid }) => ph === 'X' && tid === start.tid)).map((span) => ({
      ...span,
      at: since(span),
    })),
    raster: own.filter(({ name }) => name === 'RasterTask').reduce((sum, one) => sum + timeOf(one), 0),
    fonts: fontsOf(own).map(({ name, ts }) => ({ name, at: since({ ts }) })),
    paint: paint && since(paint),
  };
}

const timeOf = ({ tdur, dur }) => (tdur ?? dur) / 1000;

function spansOf(events) {
  events.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const open = [];
  return events.map(({ name, ts, dur, tdur, args }) => {
    while (open.length > 0 && open.at(-1).end <= ts) open.pop();
    const around = open.at(-1);
    const kind = kindOf(name);
    const data = { ...args?.beginData, ...args?.data, ...args?.endData };
    const runs = kind === 'script' || kind === 'compile';
    const time = timeOf({ dur, tdur });
    const span = { name, kind, ts, end: ts + dur, around, data, self: time, whole: time, texts: 0 };
    span.elements = args?.elementCount;
    span.file = (runs && (data.url || args?.fileName)) || around?.file;
    if (around) around.self -= time;
    for (let outer = around; outer; outer = outer.around) {
      if (WHOLE.test(name)) outer.whole -= time;
      if (name.startsWith('InlineNode::ShapeText')) outer.texts += 1;
      // Those further out are without it already.
      if (WHOLE.test(outer.name)) break;
    }
    open.push(span);
    return span;
  });
}

function fontsOf(events) {
  const named = new Map();
  for (const { name, args } of events)
    if (name === 'ResourceSendRequest') named.set(args.data.requestId, args.data.url);
  return events
    .filter(({ name }) => name === 'ResourceFinish')
    .map(({ args, ts }) => ({ name: named.get(args.data.requestId) ?? '', ts }))
    .filter(({ name }) => name.endsWith('.woff2'));
}

/** Whether a span is one that stands for what is in it. */
export const isWhole = ({ name }) => WHOLE.test(name);
