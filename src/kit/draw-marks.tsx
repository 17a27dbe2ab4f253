/** Draws marks: their looks, their links, and those that fade. */
import type { ReactElement, SVGProps } from 'react';
import type { Box, Fade, Look, Mark } from './items';
import type { Ink, Token } from './palette';
import { inSteps } from './path';
import type { Pen } from './pen';
import { boxPath, GHOST, OUTLINE } from './shapes';

/** Whether a mark leads to its row: what only stands for others does not. */
export const isLinked = ({ look }: Mark) => look !== 'context';

/** Words and outlines of an organisation have a tone of their own; ink and muted serve for both. */
const firm = (tone: Token): Token => (tone === 'ink' || tone === 'muted' ? tone : `${tone}-text`);

/** Fill and stroke of a look. A said mark is pale with a firm outline; a ghost is dashed and has no hue. */
function lookOf(look: Look, tone: Token, ink: Ink, weight: number) {
  if (look === 'solid' || look === 'context') return { fill: ink(tone) };
  if (look === 'ghost')
    return {
      fill: 'none',
      stroke: ink(tone === 'ink' ? tone : 'muted'),
      strokeWidth: GHOST.line * weight,
      strokeDasharray: `${GHOST.dash * weight} ${GHOST.gap * weight}`,
      strokeDashoffset: (GHOST.dash * weight) / 2,
    };
  return { fill: ink(tone), fillOpacity: 0.18, stroke: ink(firm(tone)), strokeWidth: OUTLINE * weight };
}

/** Whether a mark is painted as its neighbours are. A ghost is hollow, and a fade has colours of its own. */
export const isPlain = ({ look, fade }: Mark) => look !== 'ghost' && !fade;

export const markPaint = (mark: Mark, pen: Pen, weight: number, ink = pen.ink) => ({
  ...lookOf(mark.look, mark.tone, ink, weight),
  shapeRendering: mark.crisp ? ('crispEdges' as const) : undefined,
});

/** One mark: a link to its row in the table, so that it opens its evidence with and without script. */
export function MarkLink({
  mark,
  pen,
  fades,
  ...paint
}: { mark: Mark; pen: Pen; fades?: ReactElement | undefined } & SVGProps<SVGPathElement>): ReactElement {
  const path = <path d={inSteps(mark.d)} {...paint} />;
  const href = isLinked(mark) ? pen.markHref(mark.id) : undefined;
  if (!href)
    return (
      <g data-id={mark.id}>
        {fades}
        {path}
      </g>
    );
  const { unheard } = pen;
  return (
    <a
      className="mark"
      tabIndex={pen.tabIndex}
      href={href}
      data-date={unheard ? undefined : mark.date}
      aria-label={unheard === 'nameless' ? undefined : mark.name}
    >
      {fades}
      {mark.hit && !unheard ? <path d={inSteps(boxPath(onPixels(mark.hit)))} {...HOLLOW} /> : null}
      {path}
    </a>
  );
}

const HOLLOW = { fill: 'none', stroke: 'none' };

/** Edges that meet still do. */
function onPixels({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.round(x), Math.round(y)];
  return { x: left, y: top, width: Math.round(x + width) - left, height: Math.round(y + height) - top };
}

/** A mark with a paint of its own. */
export function LoneMark({
  mark,
  pen,
  weight,
  fades,
}: {
  mark: Mark;
  pen: Pen;
  /** How much heavier outlines are than in a page. */
  weight: number;
  /** Marks that fade, counted. */
  fades?: readonly Mark[] | undefined;
}): ReactElement {
  const { fade } = mark;
  // Each its own, though some fade alike: what is not chosen loses its hue by it.
  const faded = (tone: Token) => `${pen.scope}-${fades?.indexOf(mark)}${tone === mark.tone ? '' : '-edge'}`;
  const ink: Ink = fade ? (tone) => `url(#${faded(tone)})` : pen.ink;
  const tones = mark.look === 'said' ? [...new Set([mark.tone, firm(mark.tone)])] : [mark.tone];
  // Within the mark: a style sheet finds them there without asking what follows them.
  const gradients = fade && (
    <defs>
      {tones.map((tone) => (
        <Gradient key={tone} id={faded(tone)} stops={stopsOf(mark)} colour={pen.ink(tone)} />
      ))}
    </defs>
  );
  return <MarkLink mark={mark} pen={pen} fades={gradients} {...markPaint(mark, pen, weight, ink)} />;
}

type Stops = Fade['stops'];

/** Before the first stop and after the last a fade stays as it is there. */
const isTurn = ({ opacity }: Stops[number], i: number, stops: Stops) =>
  [stops[i - 1], stops[i + 1]].some((next) => next !== undefined && next.opacity !== opacity);

/** Stops as shares of the mark's width, as a gradient has them that says no more. */
const stopsOf = ({ fade, box }: Mark): Stops =>
  (fade?.stops ?? []).filter(isTurn).map(({ at, opacity }) => {
    const x = (fade?.from ?? 0) + at * ((fade?.to ?? 0) - (fade?.from ?? 0));
    return { at: Math.round(((x - box.x) / box.width) * 1e3) / 1e3, opacity };
  });

const Gradient = ({ id, stops, colour }: { id: string; stops: Stops; colour: string }): ReactElement => (
  <linearGradient id={id}>
    {stops.map(({ at, opacity }, i) => (
      <stop
        key={i}
        offset={at === 0 ? undefined : at}
        stopColor={colour}
        stopOpacity={opacity === 1 ? undefined : opacity}
      />
    ))}
  </linearGradient>
);
