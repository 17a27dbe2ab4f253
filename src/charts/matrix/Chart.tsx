/** Draws `matrix`: hairlines between the origins, squares, words. */
import type { ReactElement } from 'react';
import { Lines, lookOf, type Mark, MarkPath, type Pen, Texts } from '~/kit/draw';
import type { ChartComponent } from '../contract';
import { type Dash, GHOST_LINE, type MatrixGeometry } from './layout';

/** On the card a hairline is a quarter of a pixel: outlines three pixels wide, dashes to match. */
const HEAVY = { solid: {}, said: { strokeWidth: 4 }, ghost: { strokeWidth: 3, strokeDasharray: '7 6' } };

/** The squares of a count: half of what this chart says, so their outline is heavier than that of other ghosts. */
function Ghost({ mark, dash, pen }: { mark: Mark; dash: Dash | undefined; pen: Pen }): ReactElement {
  const path = (
    <path
      d={mark.d}
      {...lookOf('ghost', mark.tone, pen.ink)}
      strokeWidth={GHOST_LINE}
      strokeDasharray={dash?.array}
      strokeDashoffset={dash?.offset}
    />
  );
  const href = pen.markHref(mark.id);
  if (!href) return <g data-id={mark.id}>{path}</g>;
  return (
    <a href={href} data-id={mark.id} data-date={mark.date} className="mark" aria-label={mark.name}>
      <path d={mark.hit} fill="none" pointerEvents="all" />
      {path}
    </a>
  );
}

export const Chart: ChartComponent<MatrixGeometry> = ({ geometry, pen }) => (
  <>
    <Lines lines={geometry.lines} pen={pen} />
    {geometry.marks.map((mark) =>
      mark.look === 'ghost' ? (
        <Ghost key={mark.id} mark={mark} dash={geometry.dash} pen={pen} />
      ) : (
        <MarkPath key={mark.id} mark={mark} pen={pen} />
      ),
    )}
    {geometry.tiles.map((tile) => (
      <path key={tile.d} d={tile.d} {...lookOf(tile.look, tile.tone, pen.ink)} {...HEAVY[tile.look]} />
    ))}
    <Texts labels={geometry.labels} pen={pen} />
  </>
);
