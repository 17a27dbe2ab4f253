/** What every part of a page's drawing knows: the model, the frame, how large things are there. */
import { rollup } from 'd3';
import { formatDate } from '~/i18n/dates';
import type { Frame } from '../contract';
import { nameOfMove } from '../move-mark';
import type { Datum, TimelineModel } from './model';

export interface Sizes {
  /** Height of a mark; from one to the next on it, bare or with a name. */
  dot: number;
  step: number;
  nameStep: number;
  /** Words: beside marks and on the axis, of a way, of a count since. */
  text: number;
  head: number;
  figure: number;
  /** Least height of a lane. */
  lane: number;
  /** Between two bands. */
  gap: number;
  /** Of a sheet, from name to name. */
  row: number;
  /** What a page may be high. */
  high: number;
}

export const SIZES: Record<'wide' | 'medium' | 'narrow', Sizes> = {
  wide: {
    dot: 10.5,
    step: 12,
    nameStep: 16,
    text: 14,
    head: 17,
    figure: 36,
    lane: 26,
    gap: 10,
    row: 19,
    high: 475,
  },
  medium: {
    dot: 8,
    step: 9.3,
    nameStep: 14,
    text: 12,
    head: 14,
    figure: 28,
    lane: 18,
    gap: 5,
    row: 13.8,
    high: 320,
  },
  narrow: {
    dot: 7.5,
    step: 8.8,
    nameStep: 13.5,
    text: 12,
    head: 14,
    figure: 24,
    lane: 12,
    gap: 6,
    row: 15,
    high: 430,
  },
};

export interface Stage {
  model: TimelineModel;
  frame: Frame;
  sizes: Sizes;
  /** Of every mark by its id: what it is called aloud, and beside it. Said once: a layout is tried several times. */
  names: ReadonlyMap<string, { spoken: string; short: string }>;
}

export function stageOf(model: TimelineModel, frame: Frame): Stage {
  const lastNames = rollup(new Set(model.moves.map(({ person }) => person)), (own) => own.length, lastWord);
  const named = model.data.map((datum) => {
    const person = datum.moves[0]?.person ?? '';
    const short = lastNames.get(lastWord(person)) === 1 ? lastWord(person) : person;
    return [datum.id, { spoken: spokenName(datum, model, frame), short }] as const;
  });
  return {
    ...{ model, frame, names: new Map(named) },
    sizes: SIZES[frame.kind === 'medium' || frame.kind === 'narrow' ? frame.kind : 'wide'],
  };
}

/** Of a name; two people who share it are called by all of theirs. */
const lastWord = (person: string) => person.slice(person.lastIndexOf(' ') + 1);

function spokenName(datum: Datum, { merged, nameOf }: TimelineModel, frame: Frame): string {
  const [move] = datum.moves;
  if (move && !merged) return nameOfMove(move, nameOf, frame);
  return frame.say('mark.month', {
    n: datum.moves.length,
    from: nameOf(datum.from),
    to: nameOf(datum.to),
    date: formatDate(datum.date, frame.lang),
    status: frame.say(datum.confirmed ? 'table.confirmed' : 'table.reported'),
  });
}
