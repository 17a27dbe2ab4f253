/** A page of `timeline`: an overview of mirrored ways, a sheet with a row per name, or that nothing is recorded. */
import { formatDate } from '~/i18n/dates';
import { rule, sheet, stack } from '~/kit/block';
import type { Geometry } from '~/kit/items';
import { text } from '~/kit/text';
import type { Frame, Layout } from '../contract';
import type { TimelineModel } from './model';
import { overview } from './overview';
import { sheetOf } from './sheet';
import { stageOf } from './stage';

export const page: Layout<TimelineModel> = (model, frame) => {
  if (model.moves.length === 0) return nothing(model, frame, frame.kind === 'narrow' ? 15 : 19);
  return model.view.kind === 'sheet' ? sheetOf(stageOf(model, frame)) : overview(stageOf(model, frame));
};

/** Nothing recorded is said. @param size of the words, CSS pixels */
export function nothing(model: TimelineModel, { say, lang, width }: Frame, size: number): Geometry {
  const said = say('empty', { until: formatDate(model.asOf, lang) });
  const parts = [text(said, { size, tone: 'muted', room: width }), rule(width)];
  return sheet(stack(parts, { gap: size }), width);
}
