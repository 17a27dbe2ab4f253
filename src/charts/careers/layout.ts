/** Where every stay of `careers` is drawn: bands into one trunk, or lines between lanes. */
import { type Part, sheet } from '~/kit/block';
import { text } from '~/kit/text';
import { CARD, type Frame, type Layout } from '../contract';
import { laneCard, trunkCard } from './card';
import { lanes } from './lanes';
import type { CareersModel } from './model';
import { trunk } from './trunk';

export const page: Layout<CareersModel> = (model, frame) =>
  sheet(partOf(model, frame, { hires: trunk, wanderers: lanes }), frame.width);

export const card: Layout<CareersModel> = (model, frame) =>
  sheet(partOf(model, frame, { hires: trunkCard, wanderers: laneCard }), frame.width, {
    weight: CARD.weight,
    height: CARD.height,
  });

type Draw = (model: CareersModel, frame: Frame) => Part;

/** The drawing of the view; where there is nobody to draw, it says so. */
function partOf(model: CareersModel, frame: Frame, draw: Record<'hires' | 'wanderers', Draw>): Part {
  const { kind } = model.view;
  if (model.careers.length > 0) return draw[kind](model, frame);
  const said = frame.say(kind === 'hires' ? 'empty' : 'wanderers.empty');
  return text(said, { size: frame.kind === 'card' ? 44 : 15, tone: 'muted', room: frame.width });
}
