/** Where the blocks and bars of `compute` stand; each view has its own drawing. */
import type { Line } from '~/kit/draw';
import type { Frame, Geometry, Layout } from '../contract';
import type { Drawing } from './blocks';
import { cardGpus, layoutGpus } from './gpus';
import type { ComputeModel, ComputeView } from './model';
import { cardMoney, layoutMoney } from './money';
import { cardPower, layoutPower } from './power';

export interface ComputeGeometry extends Geometry {
  lines: readonly Line[];
}

type Draw = (model: ComputeModel, frame: Frame) => Drawing;
const PAGE: Record<ComputeView, Draw> = { power: layoutPower, gpus: layoutGpus, money: layoutMoney };
const CARD: Record<ComputeView, Draw> = { power: cardPower, gpus: cardGpus, money: cardMoney };

export const layout: Layout<ComputeModel, ComputeGeometry> = (model, frame) => {
  const { height, marks, labels, lines } = (frame.kind === 'card' ? CARD : PAGE)[model.view](model, frame);
  return { width: frame.width, height: Math.ceil(height), marks, labels, lines };
};
