/** Which drawing of `balance` a view is on a page. */
import { sheet } from '~/kit/block';
import { type Layout, sizesFor } from '../contract';
import { bars } from './bars';
import type { BalanceModel } from './model';
import { panels } from './months';
import { SIZES } from './sizes';
import { ownSteps } from './steps';

export const page: Layout<BalanceModel> = (model, frame) => {
  const sizes = sizesFor(SIZES, frame);
  const [org] = model.shown;
  const { kind } = model.view;
  if (kind === 'org' && org) return sheet(ownSteps(org, model, frame, sizes), frame.width);
  return sheet(kind === 'months' ? panels(model, frame, sizes) : bars(model, frame, sizes), frame.width);
};
