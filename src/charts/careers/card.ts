/** Reductions for the social card: where the hires came from, or the one line through all lanes. */
import { cumsum, groups, max, pairs, sum } from 'd3';
import { beside, box, firstFitting, group, type Part, stack, within } from '~/kit/block';
import type { Line } from '~/kit/items';
import { text } from '~/kit/text';
import { CARD, type Frame } from '../contract';
import type { CareersModel } from './definition';
import { fadeOf, markOf } from './mark';
import { type Career, headOf, lastMove, peopleIn } from './stays';

/** Sizes of what is needed, and of the number that is the finding; how much of a row it may fill. */
const WORDS = 48;
const NUMBER = { size: 92, share: 0.8 };
/** Thickest band of one person, and all of them together. */
const BAND = 34;
const TRUNK = 230;
/** More origins than this do not fit: those most came from are shown. */
const ORIGINS = 5;
const GAP = 26;

const rowsOf = (parts: readonly Part[], pitch: number, align: 'start' | 'end' = 'start') =>
  stack(
    parts.map((part) => within(part, { height: pitch, down: 'middle' })),
    { align },
  );

/** A company's name in one line or two, as large as its row allows. */
const nameIn = (name: string, org: string, height: number, width: number) =>
  firstFitting(
    [WORDS, 44, 36, 28, 20].map(
      (size) => () => text(name, { size, face: 'label-600', tone: `${org}-text`, room: width }),
    ),
    { height },
  );

/** Bands by company, a number at each, one trunk; a bracket holds what one person heads. */
export function trunkCard(model: CareersModel, frame: Frame): Part {
  const size = (own: readonly Career[]) => peopleIn(own);
  const by = groups(model.careers, (career) => lastMove(career)?.from ?? '');
  const least = by.map(([, own]) => size(own)).sort((a, b) => b - a)[ORIGINS - 1] ?? 0;
  const origins = by.filter(([, own]) => size(own) >= least).slice(0, ORIGINS);
  const pitch = CARD.height / origins.length;
  const names = origins.map(([org]) => nameIn(model.nameOf(org), org, pitch, frame.width / 4));
  const numbers = origins.map(([org, own]) =>
    text(String(size(own)), {
      size: Math.min(NUMBER.size, NUMBER.share * pitch),
      face: 'label-600',
      tone: `${org}-text`,
    }),
  );
  const to = model.careers[0]?.stays.at(-1)?.org ?? '';
  const target = nameIn(model.nameOf(to), to, CARD.height, frame.width / 5);
  const sides = beside(
    [headCard(origins, pitch, model, frame), rowsOf(names, pitch), rowsOf(numbers, pitch, 'end')],
    { align: 'start', gap: GAP },
  );
  const room = frame.width - sides.width - target.width - 2 * GAP;
  const bands = bandsCard(
    origins.map(([, own]) => own),
    pitch,
    room,
    model,
    frame,
  );
  return beside([sides, bands, within(target, { height: CARD.height, down: 'middle' })], {
    align: 'start',
    gap: GAP,
  });
}

/** Who heads the first of the companies, left of a bracket around them. */
function headCard(
  origins: readonly [string, Career[]][],
  pitch: number,
  { heads }: CareersModel,
  { say, width }: Frame,
): Part | false {
  const first = origins[0]?.[1][0];
  const head = first ? headOf(first, heads) : '';
  const own = origins.filter(([, [career]]) => career && headOf(career, heads) === head);
  if (!head || own.length < 2) return false;
  const height = own.length * pitch;
  const words = text(say('card.head', { head }), { size: WORDS - 4, room: width / 4.5 });
  const corners = [
    [18, 14],
    [4, 14],
    [4, height - 14],
    [18, height - 14],
  ] as const;
  const bracket = box(18, height, (x, y) =>
    pairs(
      corners,
      ([x1, y1], [x2, y2]): Line => ({
        kind: 'line',
        x1: x + x1,
        y1: y + y1,
        x2: x + x2,
        y2: y + y2,
        tone: 'ink',
        width: CARD.weight,
      }),
    ),
  );
  return beside([within(words, { height, down: 'middle' }), bracket], { align: 'start', gap: 14 });
}

/** One band per career, level at both ends, and the trunk they make. */
function bandsCard(
  origins: readonly Career[][],
  pitch: number,
  width: number,
  model: CareersModel,
  frame: Frame,
): Part {
  const most = max(origins, peopleIn) ?? 1;
  const unit = Math.min(BAND, TRUNK / peopleIn(origins.flat()), (0.8 * pitch) / most);
  const trunk = width - 120;
  const all = sum(origins.flat(), (career) => career.people) * unit;
  const ends = [0, ...cumsum(origins.flat(), (career) => career.people * unit)];
  return box(width, CARD.height, (x, y) =>
    origins.flatMap((own, i) => {
      const starts = [0, ...cumsum(own, (career) => career.people * unit)];
      const top = y + (i + 0.5) * pitch - (peopleIn(own) * unit) / 2;
      return own.flatMap((career, k) => {
        const thick = career.people * unit;
        const from = top + (starts[k] ?? 0) + thick / 2;
        const to = y + (CARD.height - all) / 2 + (ends[origins.flat().indexOf(career)] ?? 0) + thick / 2;
        const exit = career.stays.findLast((stay) => stay.exit);
        const last = career.stays.at(-1);
        if (!exit || !last) return [];
        const common = { thick, weight: CARD.weight };
        return [
          markOf(exit, model, frame, {
            ...common,
            lines: [
              [
                [x, from],
                [x + 0.4 * trunk, from],
                [x + 0.6 * trunk, to],
                [x + trunk, to],
              ],
            ],
            reach: 0.3 * trunk,
          }),
          {
            ...markOf(last, model, frame, {
              ...common,
              lines: [
                [
                  [x + trunk, to],
                  [x + width, to],
                ],
              ],
              reach: 0,
              fade: fadeOf([
                [x + trunk, 1],
                [x + width, 0],
              ]),
            }),
            crisp: true,
          },
        ];
      });
    }),
  );
}

/** The line of whoever crossed all, or of the first person, and in how many months. */
export function laneCard(model: CareersModel, frame: Frame): Part {
  const { crossed, careers } = model;
  const career = careers.find(({ person }) => person === crossed?.person) ?? careers[0];
  const stays = career?.stays.filter((stay, i, all) => stay.exit || i === all.length - 1) ?? [];
  const orgs = model.orgs.filter(({ id }) => stays.some((stay) => stay.org === id));
  const pitch = CARD.height / Math.max(orgs.length, 1);
  const names = orgs.map(({ id, name }) => nameIn(name, id, pitch, frame.width / 4));
  const heads = rowsOf(names, pitch);
  const months =
    crossed &&
    stack(
      [
        text(String(crossed.months), { size: 150, face: 'label-600' }),
        text(frame.say('months.word'), { size: WORDS, face: 'label-600' }),
      ],
      { align: 'end' },
    );
  const width = frame.width - heads.width - (months ? months.width + GAP : 0) - GAP;
  const step = width / Math.max(stays.length, 1);
  const middle = (org: string) => (orgs.findIndex(({ id }) => id === org) + 0.5) * pitch;
  const line = box(width, CARD.height, (x, y) =>
    stays.map((stay, i) => {
      const [a, b] = [x + i * step, x + (i + 1) * step];
      const [from, to] = [stay, stays[i + 1] ?? stay].map(({ org }) => y + middle(org)) as [number, number];
      const fade =
        i === 0
          ? fadeOf([
              [a, 0],
              [a + step / 2, 1],
            ])
          : i + 1 === stays.length
            ? fadeOf([
                [a, 1],
                [b, 0],
              ])
            : undefined;
      return markOf(stay, model, frame, {
        lines: [
          [
            [a, from],
            [b - 0.34 * step, from],
            [b - 0.16 * step, to],
            [b, to],
          ],
        ],
        thick: 24,
        reach: 0.16 * step,
        fade,
        weight: CARD.weight,
      });
    }),
  );
  const drawn = group(career?.person ?? '', line);
  return beside([heads, drawn, months && within(months, { height: CARD.height, down: 'middle' })], {
    align: 'start',
    gap: GAP,
  });
}
