/** What every part of a page's drawing knows: the model, the frame, how large things are there. */
import type { Frame } from '../contract';
import type { TimelineModel } from './model';

export interface Sizes {
  /** Height of a mark; from one to the next on it, bare or with a name. */
  dot: number;
  step: number;
  nameStep: number;
  /** Words: beside marks and on the axis, of a way, of a count since. */
  text: number;
  head: number;
  figure: number;
  /** Between two bands. */
  gap: number;
  /** Of a sheet, from name to name. */
  row: number;
  /** What a page may be high. */
  high: number;
}

export const SIZES: Record<'wide' | 'medium' | 'narrow', Sizes> = {
  wide: { dot: 10, step: 11.6, nameStep: 16, text: 13, head: 16, figure: 36, gap: 10, row: 19, high: 450 },
  medium: { dot: 8, step: 9.3, nameStep: 14, text: 12, head: 14, figure: 28, gap: 5, row: 14.6, high: 320 },
  narrow: { dot: 7.5, step: 8.8, nameStep: 13.5, text: 12, head: 14, figure: 24, gap: 6, row: 15, high: 430 },
};

export interface Stage {
  model: TimelineModel;
  frame: Frame;
  sizes: Sizes;
}

export const stageOf = (model: TimelineModel, frame: Frame): Stage => ({
  model,
  frame,
  sizes: SIZES[frame.kind === 'medium' || frame.kind === 'narrow' ? frame.kind : 'wide'],
});
