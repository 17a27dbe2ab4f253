/** Draws `matrix`: hairlines between the origins, squares, words. */
import { Lines, lookOf, MarkPath, Texts } from '~/kit/draw';
import type { ChartComponent } from '../contract';
import type { MatrixGeometry } from './layout';

/** On the card a hairline is a quarter of a pixel: outlines three pixels wide, dashes to match. */
const HEAVY = {
  solid: {},
  said: { strokeWidth: 4 },
  ghost: { strokeWidth: 3, strokeDasharray: '7 6', strokeDashoffset: 0 },
};

export const Chart: ChartComponent<MatrixGeometry> = ({ geometry, pen }) => (
  <>
    <Lines lines={geometry.lines} pen={pen} />
    {geometry.marks.map((mark) => (
      <MarkPath key={mark.id} mark={mark} pen={pen} />
    ))}
    {geometry.tiles.map((tile) => (
      <path key={tile.d} d={tile.d} {...lookOf(tile.look, tile.tone, pen.ink)} {...HEAVY[tile.look]} />
    ))}
    <Texts labels={geometry.labels} pen={pen} />
  </>
);
