/** Where the blocks and bars of `compute` stand; each view has its own drawing. */
import { type Part, sheet } from '~/kit/block';
import { text } from '~/kit/text';
import { CARD, type Frame, type Layout } from '../contract';
import { cardGpus, pageGpus } from './gpus';
import type { ComputeModel, ComputeView } from './model';
import { cardMoney, pageMoney } from './money';
import { cardPower, pagePower } from './power';

type Draw = (model: ComputeModel, frame: Frame) => Part;
const PAGE: Record<ComputeView, Draw> = { power: pagePower, gpus: pageGpus, money: pageMoney };
const OWN_CARD: Record<ComputeView, Draw> = { power: cardPower, gpus: cardGpus, money: cardMoney };

export const page: Layout<ComputeModel> = (model, frame) => {
  const part = PAGE[model.view](model, frame);
  return sheet(
    part.height > 0 ? part : text(frame.say('empty'), { size: 14, room: frame.width }),
    frame.width,
  );
};

export const card: Layout<ComputeModel> = (model, frame) =>
  sheet(OWN_CARD[model.view](model, frame), frame.width, { weight: CARD.weight, height: CARD.height });
