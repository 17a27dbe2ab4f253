/** Whether a file of prose can be told with these rows: every component has what it asks for. */
import { chartById, chartsIn } from '~/charts/registry';
import { didYouMean } from '~/data/nearest';
import type { Problem } from '~/data/problems';
import { MissingMessage } from '~/i18n/say';
import { UnknownRow } from '~/model/row';
import { type Piece, ProseFault, readStory } from './mdx';
import { type Context, isSpeaker, misreports, speak } from './sayings';

/** Components that ask for no row. */
const SILENT = ['Conflicts', 'Coverage', 'Directions', 'Policy', 'Proved', 'Scrolly', 'Tables'];

type Tag = Exclude<Piece, { kind: 'text' }>;

/**
 * All that is wrong, each where it is written.
 * @param sound  the rows have no problem of their own: else only a row that is not there is one here
 */
export function checkProse(file: string, source: string, context: Context, sound = true): readonly Problem[] {
  let pieces: readonly Piece[];
  try {
    pieces = readStory(source).pieces;
  } catch (error) {
    if (!(error instanceof ProseFault)) throw error;
    return [{ file, ...error.place, field: '', message: error.said }];
  }
  return pieces.flatMap((piece) => {
    if (piece.kind === 'text' || piece.kind === 'close') return [];
    const message = faultOf(piece, context, sound);
    return message === '' ? [] : [{ file, line: piece.line, column: piece.column, field: '', message }];
  });
}

function faultOf(tag: Tag, context: Context, sound: boolean): string {
  try {
    ask(tag, context, sound);
    return '';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The row that lacks a word is told at its own place, once.
    if (error.cause instanceof MissingMessage) return '';
    const gone = error instanceof UnknownRow || error.cause instanceof UnknownRow;
    return sound || gone ? error.message : '';
  }
}

/** @throws Error where it asks for what is not there */
function ask({ name, props }: Tag, context: Context, sound: boolean): void {
  if (isSpeaker(name)) speak(name, props as never, context);
  else if (name === 'Misreports') misreports(props, context);
  else if (name === 'Chart' || name === 'Step') {
    const chart = String(name === 'Chart' ? props.id : props.chart);
    const view = String(props.view ?? '');
    if (!sound) return;
    const slugs = chartById(chart)?.slugs(context.data) ?? [];
    const ids = chartsIn(context.data).map(({ id }) => id);
    if (slugs.length === 0)
      throw new Error(
        `these rows have no chart "${chart}".${didYouMean(chart, ids) || ` Expected one of ${ids.join(', ')}.`}`,
      );
    if (!slugs.includes(view))
      throw new Error(
        `the chart "${chart}" has no view "${view}".${didYouMean(view, slugs) || ` Expected one of ${slugs.filter(Boolean).join(', ')}.`}`,
      );
  } else if (!SILENT.includes(name)) throw new Error(`unknown component <${name}>.`);
}
