/** Draws `rift`: years behind, bars and dots, notches in paper colour over them, words in their columns. */
import { Lines, MarkPath, Texts } from '~/kit/draw';
import type { ChartComponent } from '../contract';
import type { RiftGeometry } from './layout';

export const Chart: ChartComponent<RiftGeometry> = ({ geometry, pen }) => (
  <>
    <Lines lines={geometry.grid} pen={pen} />
    {geometry.marks.map((mark) => (
      <MarkPath key={mark.id} mark={mark} pen={pen} />
    ))}
    <g pointerEvents="none">
      <Lines lines={geometry.notches} pen={pen} />
    </g>
    <Texts labels={geometry.labels} pen={pen} />
  </>
);
