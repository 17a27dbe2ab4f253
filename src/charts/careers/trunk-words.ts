/** The words of a row: who, from where, doing what, and why an edge is soft; and those of the trunk. */

import { formatList, spellNumber } from '~/i18n/numbers';
import { capital } from '~/i18n/sentence';
import { box, over, type Part, pad, run, space, stack, weightless } from '~/kit/block';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { bracketUnder } from './band';
import { type Career, exitReport, lastMove, peopleIn, personOf, roleOf, type Stay } from './career';
import type { CareersModel, Group } from './model';
import { edgesOf, type Scene, TOLD } from './scene';

export const headingText = ({ head, careers }: Group, { say, lang }: Frame) =>
  say('headed', { people: capital(spellNumber(peopleIn(careers), lang)), head });

/** Over a group under one head; it may stand over the trunk only where nothing turns down yet. */
export function headingOf(group: Group, { model, frame, sizes, row, limit }: Scene): Part {
  if (!group.head) return space(0);
  const room = (group === model.groups[0] ? frame.width : limit) - row;
  // The row of each step to the hire says who headed the company left.
  const sums = group.careers.flatMap(({ stays }) => stays.slice(-2, -1).map(({ id }) => id));
  return pad(text(headingText(group, frame), { size: sizes.name, face: 'label-600', room, sums }), {
    left: row,
    bottom: 5,
  });
}

/** "David Lau, from Tesla": a row, for those who do not see it. */
export const aboutOf = (career: Career, { model, frame }: Scene) =>
  frame.say('row', { person: personOf(career, frame.say), origin: originOf(career, model, frame) });

const originOf = (career: Career, model: CareersModel, { say }: Frame) =>
  say('origin', { org: model.nameOf(lastMove(career)?.from ?? '') });

/** Name, origin and earlier employers: left of the bands where there is a column for them, else above. */
export function leadOf(
  career: Career,
  scene: Pick<Scene, 'model' | 'frame' | 'sizes' | 'told' | 'row' | 'limit'>,
): Part {
  const { model, frame, sizes, told, row, limit } = scene;
  // Names alone stand in smaller type and a wider column, so that many have room.
  const alone = told === TOLD.name;
  const room = sizes.lead * (alone ? 1.7 : 1) || limit - row;
  const tone = `${lastMove(career)?.from ?? ''}-text`;
  const size = alone ? sizes.words : sizes.name;
  const sums = career.stays.map(({ id }) => id);
  const name = text(personOf(career, frame.say), { size, face: 'label-600', room, sums });
  const origin = text(originOf(career, model, frame), { size: sizes.words, face: 'label-600', tone, room });
  // On a phone nobody's: those of some beside none of others would say that these had none.
  const before = told === TOLD.all && sizes.lead > 0 ? beforeOf(career, model, frame) : '';
  return stack([
    ...(sizes.lead > 0 && !alone ? [name, origin] : [run([name, origin], room)]),
    before &&
      text(before, {
        size: sizes.words,
        tone: 'muted',
        room,
        sums: career.before.map(({ id }) => id),
      }),
  ]);
}

/** "before: Altera, Robinhood with Uday Ruddarraju". */
function beforeOf({ before }: Career, model: CareersModel, { say, lang }: Frame): string {
  const list = before.map((step) => {
    const org = model.nameOf(step.org);
    return step.with.length > 0 ? say('before.with', { org, people: formatList(step.with, lang) }) : org;
  });
  return list.length > 0 ? say('before', { list: formatList(list, lang) }) : '';
}

/** What somebody did where the move led from, above the band: "Senior manager; 2017: Vice president". */
export function rolesOf(career: Career, scene: Scene): Part {
  const { frame, sizes, told, row, left, limit } = scene;
  const stays = career.stays.filter((stay) => stay.org === lastMove(career)?.from && roleOf(stay, frame.say));
  const [first] = stays;
  if (told === TOLD.name || !first) return space(0);
  const said = stays.slice(1).reduce(
    (said, stay) => {
      const year = stay.start.slice(0, 4);
      return frame.say(year ? 'role.from' : 'role.then', { said, year, role: roleOf(stay, frame.say) });
    },
    roleOf(first, frame.say),
  );
  const from = sizes.lead > 0 ? left : row;
  const words = text(said, { size: sizes.words, room: limit - from, mark: stays.at(-1)?.id });
  const start = sizes.lead > 0 ? edgesOf(first, scene).start : from;
  return pad(words, { left: Math.max(from, Math.min(start, limit - words.width)) });
}

/** Why an edge is soft: under it, on a phone before it where that has room; and what a break is. */
export function notesOf(career: Career, scene: Scene): { beside: Part; below: Part } {
  const { frame, sizes, told, left, hire, row, unit } = scene;
  const [first, last] = [career.stays[0], career.stays.at(-2)];
  if (!first || !last || told === TOLD.name) return { beside: space(0), below: space(0) };
  const { start } = edgesOf(first, scene);
  const said = startNote(first, frame);
  const words = text(said, {
    size: sizes.words,
    tone: 'muted',
    room: hire - row,
    mark: first.id,
    halo: true,
  });
  const before = start - 6 - words.width;
  const fits = sizes.lead === 0 && before >= row && words.height < 2 * sizes.words;
  const middle = (unit * career.people) / 2;
  // On a desk a hairline, as of a table, leads from a name to the band that begins far from it: dots would seem to be years.
  const hairline = box(0, 0, (_, y) => [
    { kind: 'line', x1: left, y1: y + middle, x2: start - 4, y2: y + middle, tone: 'rule' },
  ]);
  return {
    beside: over(
      sizes.lead > 0 && start - left > 40 && hairline,
      fits && weightless(words, before, middle - words.height / 2),
    ),
    below: stack([
      said && !fits && pad(words, { left: Math.max(row, Math.min(start, hire - words.width)), top: 1 }),
      last.exitReported && breakNote(last, scene),
    ]),
  };
}

function startNote({ entry, start, person }: Stay, { say }: Frame): string {
  // Of many people there is no one start.
  if (entry || person === '') return '';
  if (start === '') return say('start.unknown');
  return start.length === 4 ? say('start.year', { year: start }) : '';
}

/** A bracket under the break, and when the exit was reported. */
function breakNote(stay: Stay, scene: Scene): Part {
  const { frame, sizes, hire, row } = scene;
  const words = text(exitReport(stay, frame.say, frame.lang), {
    size: sizes.words,
    room: hire - row,
    mark: stay.id,
  });
  const { pause = hire } = edgesOf(stay, scene);
  const hold = box(0, 9, (_, y) => [bracketUnder(pause, hire, y + 7, 4)]);
  return stack([hold, pad(words, { left: Math.max(row, hire - words.width) })]);
}

/** Of words beside the trunk's edge. */
export const INSET = 2;
/** Of a drawing's width, the trunk's column takes no more for its words. */
const MOST_TRUNK = 0.3;

/** Where the bands lead, above the trunk; that nothing later is known, below it. */
export function trunkWords({ model, frame, sizes }: Pick<Scene, 'model' | 'frame' | 'sizes'>): {
  above: Part;
  below: Part;
} {
  const ends = model.careers.flatMap((career) => career.stays.at(-1) ?? []);
  const to = ends[0]?.org ?? '';
  const tone = `${to}-text`;
  const said = new Set(ends.map((stay) => stay.role)).size === 1 ? (ends[0]?.role ?? '') : '';
  // A word broken between letters is worse than none, and so is a paragraph: a long word widens the column, so far.
  const longest = Math.max(...said.split(' ').map((word) => text(word, { size: sizes.words }).width));
  const whole = longest <= Math.max(sizes.trunk, MOST_TRUNK * frame.width);
  const room = Math.max(sizes.trunk - INSET, whole ? longest : 0);
  const role = text(said, { size: sizes.words, tone, room });
  return {
    above: stack([
      text(model.nameOf(to), { size: sizes.name + 2, face: 'label-600', tone, room }),
      whole && role.height < 4 * sizes.words && role,
    ]),
    below: model.careers.some((career) => career.goesOn)
      ? space(0)
      : text(frame.say('later'), { size: sizes.words, tone: 'muted', room }),
  };
}
