/** Where every stay of `careers` is drawn: bands into one trunk, or lines between four lanes. */
import { label } from '~/kit/labels';
import type { Frame, Layout } from '../contract';
import { layoutCard } from './card';
import type { CareersModel } from './definition';
import type { CareersGeometry } from './drawn';
import { layoutLanes } from './lanes';
import { layoutTrunk } from './trunk';
import { layoutTrunkNarrow } from './trunk-narrow';

export const layout: Layout<CareersModel, CareersGeometry> = (model, frame) => {
  if (model.careers.length === 0) return layoutEmpty(model, frame);
  if (frame.kind === 'card') return layoutCard(model, frame);
  if (model.view.kind === 'wanderers') return layoutLanes(model, frame);
  return frame.kind === 'narrow' ? layoutTrunkNarrow(model, frame) : layoutTrunk(model, frame);
};

/** Same size as a full drawing, and it says so. */
function layoutEmpty(model: CareersModel, frame: Frame): CareersGeometry {
  const text = frame.say(model.view.kind === 'wanderers' ? 'wanderers.empty' : 'empty');
  const labels = [label(text, 0, 40, { size: frame.kind === 'card' ? 40 : 15, tone: 'muted' })];
  return { width: frame.width, height: 330, marks: [], labels, threads: [], washes: new Map(), lines: [] };
}
