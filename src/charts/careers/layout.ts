/** Where every stay of `careers` is drawn: bands into one trunk, or lines between four lanes. */
import type { Line, Mark } from '~/kit/draw';
import { label } from '~/kit/labels';
import { formatDate } from '~/i18n/dates';
import type { Frame, Geometry, Layout } from '../contract';
import { layoutCard } from './card';
import { layoutTrunk } from './trunk';
import { layoutTrunkNarrow } from './trunk-narrow';
import { type CareersModel, isConfirmed } from './definition';
import type { Wash } from './fade';
import { layoutLanes } from './lanes';
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
}

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

/** What every mark of this chart has in common. */
export function markOf(model: CareersModel, frame: Frame, stay: Stay): Pick<Mark, 'id' | 'name' | 'look' | 'tone' | 'date'> {
  const { exit, entry, person } = stay;
  const org = model.nameOf(stay.org);
  return {
    id: stay.id,
    look: isConfirmed(stay) ? 'solid' : 'said',
    tone: stay.org,
    date: (exit ?? entry)?.date ?? (stay.start || undefined),
    name: exit
      ? frame.say('mark.exit', {
          person,
          org,
          to: model.nameOf(exit.to),
          date: formatDate(exit.date, frame.lang),
          status: frame.say(`table.${exit.status}`),
        })
      : frame.say('mark.stay', { person, org, role: stay.role }),
  };
}

/** Unique for every chart, view, frame and mark: in a page the wide and the narrow drawing stand side by side. */
export const washId = (model: CareersModel, frame: Frame, id: string) =>
  `careers-${model.view.kind}-${frame.kind}-${id}`;
