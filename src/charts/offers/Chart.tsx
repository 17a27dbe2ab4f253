/** Draws `offers`: ticks behind, bars in ink, the disputed ones dashed, words above and below. */
import { Lines, MarkPath, type Pen, Texts } from '~/kit/draw';
import type { ChartComponent } from '../contract';
import type { OffersGeometry } from './layout';

export const Chart: ChartComponent<OffersGeometry> = ({ geometry, pen }) => {
  const plain = withoutHue(pen);
  return (
    <>
      <Lines lines={geometry.lines} pen={pen} />
      {geometry.solid.map((mark) => (
        <MarkPath key={mark.id} mark={mark} pen={plain} />
      ))}
      {/* A path without a dash of its own takes the group's. */}
      <g strokeDasharray={geometry.dash}>
        {geometry.dashed.map((mark) => (
          <MarkPath key={mark.id} mark={mark} pen={plain} />
        ))}
      </g>
      <Texts labels={geometry.labels} pen={pen} />
    </>
  );
};

/** No company is meant: ink has no text tone of its own. */
const withoutHue = (pen: Pen): Pen => ({
  ...pen,
  ink: (token) => pen.ink(token === 'ink-text' ? 'ink' : token),
});
