/** Draws `balance`: grid, ranges and neighbours beneath; lines, steps and dots above; words on top. */
import { Lines, MarkPath, Texts } from '~/kit/draw';
import type { ChartComponent } from '../contract';
import type { BalanceGeometry } from './pieces';

export const Chart: ChartComponent<BalanceGeometry> = ({ geometry, pen }) => (
  <>
    <Lines lines={geometry.lines} pen={pen} />
    {geometry.shapes.map(({ d, tone, stroke, dash, opacity }) =>
      stroke === undefined ? (
        <path key={`${tone} ${d}`} d={d} fill={pen.ink(tone)} fillOpacity={opacity} />
      ) : (
        <path
          key={`${tone} ${d}`}
          d={d}
          fill="none"
          stroke={pen.ink(tone)}
          strokeWidth={stroke}
          strokeOpacity={opacity}
          strokeDasharray={dash}
        />
      ),
    )}
    {geometry.marks.map((mark) => (
      <MarkPath key={mark.id} mark={mark} pen={pen} />
    ))}
    <Texts labels={geometry.labels} pen={pen} />
  </>
);
