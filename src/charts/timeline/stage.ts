/** What every part of a page's drawing knows: the model, the frame, how large things are there. */
import { rollup } from 'd3';
import { formatDate } from '~/i18n/dates';
import type { Frame } from '../contract';
import { nameOfMove } from '../move-mark';
import type { Datum, TimelineModel } from './model';

/** Lengths on a drawing across a desk, in a column, on a phone, CSS pixels. */
const SIZES = {
  /** Height of a mark; from one to the next on it, bare or with a name. */
  dot: [11, 8.6, 7.5],
  step: [13, 10, 8.6],
  nameStep: [16, 14, 13],
  /** Words: beside marks, of a way, of a count since. */
  text: [14, 12, 12],
  head: [17, 14, 14],
  figure: [36, 28, 24],
  /** Least height of a lane; between two bands; from name to name on a sheet. */
  lane: [29, 22, 11],
  gap: [13, 6, 5],
  row: [19, 14.8, 14.4],
  /** What all of it may be high. */
  high: [520, 360, 470],
} as const;
export type Sizes = Readonly<Record<keyof typeof SIZES, number>>;

const sizesOf = ({ kind }: Frame): Sizes => {
  const column = kind === 'medium' ? 1 : kind === 'narrow' ? 2 : 0;
  return Object.fromEntries(Object.entries(SIZES).map(([key, all]) => [key, all[column]])) as Sizes;
};

export interface Stage {
  model: TimelineModel;
  frame: Frame;
  sizes: Sizes;
  /** Of every mark by its id: what it is called aloud, and beside it. Said once: a layout is tried several times. */
  names: ReadonlyMap<string, { spoken: string; short: string }>;
}

export function stageOf(model: TimelineModel, frame: Frame): Stage {
  // Beside a mark of many no name stands.
  const people = new Set(model.merged ? [] : model.moves.map(({ person }) => person));
  const lastNames = rollup(people, (own) => own.length, lastWord);
  const named = model.data.map((datum) => {
    const person = datum.moves[0]?.person ?? '';
    const short = lastNames.get(lastWord(person)) === 1 ? lastWord(person) : person;
    return [datum.id, { spoken: spokenName(datum, model, frame), short }] as const;
  });
  return { model, frame, names: new Map(named), sizes: sizesOf(frame) };
}

/** Of a name; two people who share it are called by all of theirs. */
const lastWord = (person: string) => person.slice(person.lastIndexOf(' ') + 1);

function spokenName(datum: Datum, { grain, nameOf }: TimelineModel, frame: Frame): string {
  const [move] = datum.moves;
  if (move && grain === 'move') return nameOfMove(move, nameOf, frame);
  return frame.say(`mark.${grain}`, {
    n: datum.moves.length,
    from: nameOf(datum.from),
    to: nameOf(datum.to),
    date: formatDate(datum.date, frame.lang),
    status: frame.say(datum.confirmed ? 'table.confirmed' : 'table.reported'),
  });
}
