/** The words around a band: who, from where, doing what, and why an edge is soft. */
import { formatDate } from '~/i18n/dates';
import { formatList } from '~/i18n/numbers';
import { over, type Part, pad, run, space, stack, weightless, within } from '~/kit/block';
import type { Item, Line } from '~/kit/items';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import type { CareersModel } from './definition';
import { type Career, headOf, lastMove, personOf, roleOf, type Stay } from './stays';
import { edgesOf, type Places, type Sizes } from './trunk';

/** "David Lau, from Tesla": a row, for those who do not see it. */
export const aboutOf = (career: Career, { model, frame }: Pick<Places, 'model' | 'frame'>) =>
  frame.say('row', { person: personOf(career, frame.say), origin: originOf(career, model, frame) });

const originOf = (career: Career, model: CareersModel, { say }: Frame) =>
  say('origin', { org: model.nameOf(lastMove(career)?.from ?? '') });

/** What is known before there is an axis. */
type Known = Pick<Places, 'model' | 'frame' | 'sizes' | 'detail' | 'row' | 'limit'>;

/** Name, origin and earlier employers: left of the bands where there is a column for them, else above. */
export function leadOf(career: Career, { model, frame, sizes, detail, row, limit }: Known): Part {
  const aside = sizes.lead > 0;
  const room = aside ? sizes.lead : limit - row;
  const tone = `${lastMove(career)?.from ?? ''}-text`;
  const name = text(personOf(career, frame.say), { size: sizes.name, face: 'label-600', room });
  const origin = text(originOf(career, model, frame), { size: sizes.words, face: 'label-600', tone, room });
  const before = detail.before ? beforeOf(career, model, frame) : '';
  return stack([
    ...(aside ? [name, origin] : [run([name, origin], room)]),
    before && text(before, { size: sizes.words, tone: 'muted', room }),
  ]);
}

/** "before: Altera, Robinhood with Uday Ruddarraju"; on a phone only with whom. */
function beforeOf({ before }: Career, model: CareersModel, { say, lang, kind }: Frame): string {
  const told = kind === 'narrow' ? before.filter((step) => step.with.length > 0) : before;
  const list = told.map((step) => {
    const org = model.nameOf(step.org);
    return step.with.length > 0 ? say('before.with', { org, people: formatList(step.with, lang) }) : org;
  });
  return list.length > 0 ? say('before', { list: formatList(list, lang) }) : '';
}

/** A role shorter than this has no words of its own: roles then follow each other in one text. */
const LEAST_ROLE = 120;

/** What somebody did, above the band: each role at its start where all have room, else one after the other. */
export function rolesOf(career: Career, places: Places): Part {
  const { frame, sizes, detail, row, left, limit: to } = places;
  const stays = career.stays.slice(0, -1).filter((stay) => roleOf(stay, frame.say));
  if (!detail.roles || stays.length === 0) return space(0);
  const aside = sizes.lead > 0;
  const from = aside ? left : row;
  const starts = stays.map((stay) => edgesOf(stay, places).start);
  const apart =
    starts.every((start, i) => i + 1 === starts.length || (starts[i + 1] ?? 0) - start >= LEAST_ROLE) &&
    (starts.length === 1 || to - (starts.at(-1) ?? 0) >= LEAST_ROLE);
  if (!aside || !apart) {
    const words = text(inTurn(stays, frame), { size: sizes.words, room: to - from, mark: stays.at(-1)?.id });
    return pad(words, { left: aside ? clamp(starts[0] ?? from, from, to - words.width) : from });
  }
  const parts = stays.map((stay, i) => {
    const next = starts[i + 1];
    const start = starts[i] ?? from;
    const room = next !== undefined ? next - 14 - start : i === 0 ? to - from : to - start;
    const words = text(roleOf(stay, frame.say), { size: sizes.words, room, mark: stay.id });
    return pad(words, { left: next === undefined ? clamp(start, from, to - words.width) : start });
  });
  const height = Math.max(...parts.map((part) => part.height));
  return over(...parts.map((part) => within(part, { height, down: 'end' })));
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));

/** "Senior manager; from 2017: Vice president", at the company that the move led from. */
function inTurn(stays: readonly Stay[], { say }: Frame): string {
  const own = stays.filter((stay) => stay.org === stays.at(-1)?.org);
  return own
    .map((stay) => ({ role: roleOf(stay, say), year: stay.start.slice(0, 4) }))
    .reduce(
      (said, { role, year }) =>
        said === '' ? role : say(year ? 'role.from' : 'role.then', { said, role, year }),
      '',
    );
}

/** Why an edge is soft, before it where that has room, else under it; and what a break is. */
export function notesOf(career: Career, places: Places): { beside: Part; below: Part } {
  const { frame, sizes, detail, left, hire, row, unit } = places;
  const first = career.stays[0];
  const last = career.stays.at(-2);
  const none = space(0);
  if (!first || !last || !detail.roles) return { beside: none, below: none };
  const style = { size: sizes.words, tone: 'muted', room: hire - row };
  const start = edgesOf(first, places).start;
  const begin = startNote(first, frame);
  const words = begin ? text(begin, { ...style, mark: first.id }) : none;
  const fits = start - 6 - words.width >= (sizes.lead > 0 ? left : row);
  const beside = weightless(words, start - 6 - words.width, (unit * career.people - words.height) / 2);
  const under = pad(words, { left: clamp(start, row, hire - words.width), top: 1 });
  return {
    beside: begin && fits ? beside : none,
    below: stack([begin && !fits && under, last.exitReported && breakNote(last, places)]),
  };
}

function startNote({ entry, start }: Stay, { say }: Frame): string {
  if (entry) return '';
  if (start === '') return say('start.unknown');
  return start.length === 4 ? say('start.year', { year: start }) : '';
}

/** A bracket under the break, and when the exit was reported. */
function breakNote(stay: Stay, places: Places): Part {
  const { frame, sizes, hire, row } = places;
  const date = formatDate(stay.exitReported ?? '', frame.lang);
  const words = text(frame.say('exit.reported', { date }), {
    size: sizes.words,
    room: hire - row,
    mark: stay.id,
  });
  const { pause = hire } = edgesOf(stay, places);
  const line = (x1: number, y1: number, x2: number, y2: number): Line => ({
    kind: 'line',
    x1,
    y1,
    x2,
    y2,
    tone: 'ink',
  });
  return stack([
    {
      ...space(9),
      at: (x, y): Item[] => [
        line(x + pause, y + 7, x + hire, y + 7),
        line(x + pause, y + 3, x + pause, y + 7.5),
        line(x + hire, y + 3, x + hire, y + 7.5),
      ],
    },
    pad(words, { left: Math.max(row, hire - words.width) }),
  ]);
}

/** Where the bands lead, above the trunk; that nothing later is known, below it. */
export function trunkWords(model: CareersModel, frame: Frame, sizes: Sizes): { above: Part; below: Part } {
  const room = sizes.trunk - 2;
  const [first, ...others] = model.careers.map((career) => career.stays.at(-1));
  const to = first?.org ?? '';
  const alike = others.every((stay) => stay?.role === first?.role) ? (first?.role ?? '') : '';
  const role = text(alike, { size: sizes.words, tone: `${to}-text`, room });
  // A word broken between letters is worse than none, and so is a paragraph.
  const whole = alike.split(' ').every((word) => text(word, { size: sizes.words }).width <= room);
  const short = role.height < 4 * sizes.words;
  const tone = `${to}-text`;
  return {
    above: stack([
      text(model.nameOf(to), { size: sizes.name + 2, face: 'label-600', tone, room }),
      whole && short && role,
    ]),
    below: model.careers.some((career) => career.goesOn)
      ? space(0)
      : text(frame.say('later'), { size: sizes.words, tone: 'muted', room }),
  };
}
