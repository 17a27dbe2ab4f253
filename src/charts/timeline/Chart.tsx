/** Draws `timeline`: lines, then marks, then words; nothing stands over a mark. */
import { Lines, lookOf, MarkPath, Texts } from '~/kit/draw';
import type { ChartComponent } from '../contract';
import type { TimelineGeometry } from './geometry';

export const Chart: ChartComponent<TimelineGeometry> = ({ geometry, pen }) => (
  <>
    <Lines lines={geometry.lines} pen={pen} />
    {geometry.strokes.map(({ d, tone }) => (
      <path key={d} d={d} fill="none" stroke={pen.ink(tone)} />
    ))}
    {geometry.dots.map(({ d, look, tone }) => (
      <path
        key={d}
        d={d}
        {...lookOf(look, tone, pen.ink)}
        {...(look === 'said' ? { strokeWidth: 3.5 } : {})}
      />
    ))}
    {geometry.marks.map((mark) => (
      <MarkPath key={mark.id} mark={mark} pen={pen} />
    ))}
    <Texts labels={geometry.labels} pen={pen} />
  </>
);
