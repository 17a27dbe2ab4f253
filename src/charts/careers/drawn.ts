/** What both drawings of `careers` hand to the pen, and what their marks have in common. */
import type { Line, Mark } from '~/kit/draw';
import type { Frame, Geometry } from '../contract';
import { nameOfMove } from '../move-mark';
import { type CareersModel, isConfirmed, roleOf } from './definition';
import type { Wash } from './fade';
import type { Stay } from './stays';

export interface Thread {
  /** Outlines a little wider, in paper colour: what passes over what. */
  casings: readonly string[];
  marks: readonly Mark[];
}
export interface CareersGeometry extends Geometry {
  /** One per person, in reading order. */
  threads: readonly Thread[];
  /** By id of the mark. */
  washes: ReadonlyMap<string, Wash>;
  lines: readonly Line[];
  /** Marks that abut as one block: without smoothed edges, which would show as seams. */
  crisp?: ReadonlySet<string>;
  /** Width of the outline of what is only reported, CSS pixels, where it is not the usual one. */
  outline?: number;
}

/** What every mark of this chart has in common. */
export function markOf(
  model: CareersModel,
  frame: Frame,
  stay: Stay,
): Pick<Mark, 'id' | 'name' | 'look' | 'tone' | 'date'> {
  const { exit, entry, person } = stay;
  const org = model.nameOf(stay.org);
  return {
    id: stay.id,
    look: isConfirmed(stay) ? 'solid' : 'said',
    tone: stay.org,
    date: (exit ?? entry)?.date ?? (stay.start || undefined),
    name: exit
      ? nameOfMove(exit, model.nameOf, frame)
      : frame.say('mark.stay', { person, org, role: roleOf(stay, frame.say) }),
  };
}

/** Unique for every chart, view, frame and mark: a page holds all widths of a drawing, and shows one. */
export const washId = (model: CareersModel, frame: Frame, id: string) =>
  `careers-${model.view.kind}-${frame.kind}${frame.width}-${id}`;
