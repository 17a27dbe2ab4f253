/** Reductions for the social card: where the hires came from, or the one line through all lanes. */
import { cumsum, groups, max, sum } from 'd3';
import { beside, box, firstFitting, type Part, stack, within } from '~/kit/block';
import { text } from '~/kit/text';
import { CARD, type Frame } from '../contract';
import { bracketBeside, fadeOf, level, markOf } from './band';
import { type Career, lastMove, peopleIn } from './career';
import type { CareersModel } from './model';

const WORDS = 48;
/** The number that is the finding. */
const NUMBER = 88;
/** Thickest band of one person, and all of them together; length of the trunk. */
const BAND = 34;
const TRUNK = { thick: 230, long: 120 };
/** More origins do not fit: those most came from are shown. */
const ORIGINS = 5;
const GAP = 26;

/** A company's name in one line or two, as large as its row allows. */
const nameIn = (org: string, { nameOf }: CareersModel, height: number, width: number) =>
  firstFitting(
    [WORDS, 44, 36, 28, 20].map(
      (size) => () => text(nameOf(org), { size, face: 'label-600', tone: `${org}-text`, room: width }),
    ),
    { height },
  );

const column = (parts: readonly Part[], pitch: number, align: 'start' | 'end' = 'start') =>
  stack(
    parts.map((part) => within(part, { height: pitch, down: 'middle' })),
    { align },
  );

/** Bands by company, a number at each, one trunk; a bracket holds what one person heads. */
export function trunkCard(model: CareersModel, frame: Frame): Part {
  const origins = groups(model.careers, (career) => lastMove(career)?.from ?? '');
  const least = origins.map(([, own]) => peopleIn(own)).sort((a, b) => b - a)[ORIGINS - 1] ?? 0;
  const shown = origins.filter(([, own]) => peopleIn(own) >= least).slice(0, ORIGINS);
  const pitch = CARD.height / shown.length;
  const names = shown.map(([org]) => nameIn(org, model, pitch, frame.width / 4));
  const numbers = shown.map(([org, own]) =>
    text(String(peopleIn(own)), {
      size: Math.min(NUMBER, 0.8 * pitch),
      face: 'label-600',
      tone: `${org}-text`,
    }),
  );
  const head = headOf(model, shown, pitch, frame);
  const left = beside([head, column(names, pitch), column(numbers, pitch, 'end')], {
    align: 'start',
    gap: GAP,
  });
  const target = nameIn(model.careers[0]?.stays.at(-1)?.org ?? '', model, CARD.height, frame.width / 5);
  const room = frame.width - left.width - target.width - 2 * GAP;
  return beside(
    [left, bands(shown, pitch, room, model, frame), within(target, { height: CARD.height, down: 'middle' })],
    { align: 'start', gap: GAP },
  );
}

type Origins = readonly [org: string, careers: Career[]][];

/** Who heads the first of the companies, left of a bracket around them. */
function headOf(
  { groups: [group] }: CareersModel,
  origins: Origins,
  pitch: number,
  { say, width }: Frame,
): Part | false {
  const n = origins.filter(([, [career]]) => career && group?.careers.includes(career)).length;
  if (!group?.head || n < 2) return false;
  const height = n * pitch;
  const words = text(say('card.head', { head: group.head }), { size: 44, room: width / 4.5 });
  const hold = box(18, height, (x, y) => [bracketBeside(x + 4, y + 14, y + height - 14, 14, CARD.weight)]);
  return beside([within(words, { height, down: 'middle' }), hold], { align: 'start', gap: 14 });
}

/** One band per career, level at both ends, and the trunk they make. */
function bands(origins: Origins, pitch: number, width: number, model: CareersModel, frame: Frame): Part {
  const careers = origins.flatMap(([, own]) => own);
  const most = max(origins, ([, own]) => peopleIn(own)) ?? 1;
  const unit = Math.min(BAND, TRUNK.thick / peopleIn(careers), (0.8 * pitch) / most);
  const arrive = cumsum(careers, ({ people }) => people * unit);
  const total = sum(careers, ({ people }) => people * unit);
  return box(width, CARD.height, (x, y) => {
    const trunk = x + width - TRUNK.long;
    return origins.flatMap(([, own], i) => {
      const leave = cumsum(own, ({ people }) => people * unit);
      return own.flatMap((career, k) => {
        const [exit, last] = [career.stays.findLast((stay) => stay.exit), career.stays.at(-1)];
        if (!exit || !last) return [];
        const drawn = { thick: career.people * unit, weight: CARD.weight, reach: 0.3 * (trunk - x) };
        const y0 = y + (i + 0.5) * pitch - (peopleIn(own) * unit) / 2 + (leave[k] ?? 0) - drawn.thick / 2;
        const y1 = y + (CARD.height - total) / 2 + (arrive[careers.indexOf(career)] ?? 0) - drawn.thick / 2;
        const [a, b] = [0.4, 0.6].map((share) => x + share * (trunk - x)) as [number, number];
        const fade = fadeOf([trunk, 1], [x + width, 0]);
        return [
          markOf(exit, model, frame, { ...drawn, ways: [{ x0: x, y0, a, b, y1, x1: trunk }] }),
          {
            ...markOf(last, model, frame, { ...drawn, ways: [level(trunk, x + width, y1)], fade }),
            crisp: true,
          },
        ];
      });
    });
  });
}

/** The line of whoever crossed all, or of the first person, and in how many months. */
export function laneCard(model: CareersModel, frame: Frame): Part {
  const { crossed, careers } = model;
  const career = careers.find(({ person }) => person === crossed?.person) ?? careers[0];
  const stays = career?.stays.filter((stay, i, all) => stay.exit || i === all.length - 1) ?? [];
  const orgs = model.orgs.filter(({ id }) => stays.some((stay) => stay.org === id));
  const pitch = CARD.height / Math.max(orgs.length, 1);
  const heads = column(
    orgs.map(({ id }) => nameIn(id, model, pitch, frame.width / 4)),
    pitch,
  );
  const months = crossed && [
    text(String(crossed.months), { size: 150, face: 'label-600' }),
    text(frame.say('months.word'), { size: WORDS, face: 'label-600' }),
  ];
  const number = months && within(stack(months, { align: 'end' }), { height: CARD.height, down: 'middle' });
  const width = frame.width - heads.width - (number ? number.width + GAP : 0) - GAP;
  const step = width / Math.max(stays.length, 1);
  const line = box(width, CARD.height, (x, y) =>
    stays.map((stay, i) => {
      const [x0, x1] = [x + i * step, x + (i + 1) * step];
      const [y0, y1] = [stay, stays[i + 1] ?? stay].map(
        ({ org }) => y + (orgs.findIndex(({ id }) => id === org) + 0.5) * pitch,
      ) as [number, number];
      const [first, last] = [i === 0, i + 1 === stays.length];
      const fade = last ? fadeOf([x0, 1], [x1, 0]) : first ? fadeOf([x0, 0], [x0 + step / 2, 1]) : undefined;
      const way = { x0, y0, a: x1 - 0.34 * step, b: x1 - 0.16 * step, y1, x1 };
      return markOf(stay, model, frame, {
        ways: [way],
        thick: 24,
        reach: 0.16 * step,
        fade,
        weight: CARD.weight,
      });
    }),
  );
  return beside([heads, line, number], { align: 'start', gap: GAP });
}
