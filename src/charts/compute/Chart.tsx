/** Draws `compute`: scales behind, then blocks or bars, words in their own places. */
import { Lines, MarkPath, Texts } from '~/kit/draw';
import type { ChartComponent } from '../contract';
import type { ComputeGeometry } from './layout';

export const Chart: ChartComponent<ComputeGeometry> = ({ geometry, pen }) => (
  <>
    <Lines lines={geometry.lines} pen={pen} />
    {geometry.marks.map((mark) => (
      <MarkPath key={mark.id} mark={mark} pen={pen} />
    ))}
    <Texts labels={geometry.labels} pen={pen} />
  </>
);
