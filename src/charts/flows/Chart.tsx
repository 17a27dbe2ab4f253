/** Draws `flows`: pale ground, then ribbon over ribbon, each with a casing in paper colour; bars and words on top. */
import { MarkPath, Texts } from '~/kit/draw';
import type { ChartComponent } from '../contract';
import type { FlowsGeometry } from './layout';

export const Chart: ChartComponent<FlowsGeometry> = ({ geometry, pen }) => (
  <>
    {geometry.ground.length > 0 ? (
      <g opacity={0.14}>
        {geometry.ground.map((mark) => (
          <MarkPath key={mark.id} mark={mark} pen={pen} />
        ))}
      </g>
    ) : null}
    {geometry.ribbons.map((ribbon) => (
      <g key={ribbon.casings[0]}>
        {ribbon.casings.map((d) => (
          <path key={d} d={d} fill={pen.ink('paper')} data-casing="" />
        ))}
        {ribbon.marks.map((mark) => (
          <MarkPath key={mark.id} mark={mark} pen={pen} outline={geometry.outline} />
        ))}
      </g>
    ))}
    {geometry.bars.map((bar) => (
      <path key={bar.d} d={bar.d} fill={pen.ink(bar.tone)} />
    ))}
    <Texts labels={geometry.labels} pen={pen} />
  </>
);
