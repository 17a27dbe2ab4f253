/** A reduction for the social card: where the four came from, or the one line through all lanes. */
import { label } from '~/kit/labels';
import { CARD_HEIGHT, type Frame } from '../contract';
import { bendPath, stepPath } from './bend';
import { type CareersModel, lastMove } from './definition';
import { type CareersGeometry, markOf, type Thread, washId } from './drawn';
import { type Wash, washOf } from './fade';

const NAME = 50;
const NUMBER = 92;
/** An outline that a card keeps at a quarter of its size. */
const OUTLINE = 3.5;

export function layoutCard(model: CareersModel, frame: Frame): CareersGeometry {
  return model.view.kind === 'hires' ? trunkCard(model, frame) : laneCard(model, frame);
}

/** Bands by company, a number at each, one trunk. */
function trunkCard(model: CareersModel, frame: Frame): CareersGeometry {
  const { careers } = model;
  const moves = careers.flatMap((career) => lastMove(career) ?? []);
  const orgs = [...new Set(moves.map((move) => move.from))];
  const to = moves[0]?.to ?? '';
  const width = (text: string, size: number) => frame.measure(text, size, 'label-600');
  const names = Math.max(...orgs.map((org) => width(model.nameOf(org), NAME)), 0);
  const x0 = names + 30 + width('0', NUMBER) + 30;
  const target = model.nameOf(to);
  const trunk = frame.width - width(target, NAME) - 150;
  const band = Math.min(34, (CARD_HEIGHT - 90) / Math.max(careers.length, 1));
  const pitch = (CARD_HEIGHT - 20) / orgs.length;
  const middle = (i: number) => 10 + (i + 0.5) * pitch;
  const washes = new Map<string, Wash>();
  let row = 0;
  const threads = orgs.map((org, i): Thread => {
    const own = careers.filter((career) => lastMove(career)?.from === org);
    return {
      casings: [],
      marks: own.flatMap((career, k) => {
        const y0 = middle(i) + (k - (own.length - 1) / 2) * band;
        const y1 = CARD_HEIGHT / 2 + (row++ - (careers.length - 1) / 2) * band;
        const stay = career.stays.at(-2);
        const last = career.stays.at(-1);
        if (!stay || !last) return [];
        const wash = washOf(washId(model, frame, last.id), [
          [trunk, 1],
          [trunk + 130, 0],
        ]);
        if (wash) washes.set(last.id, wash);
        return [
          { ...markOf(model, frame, stay), d: bendPath({ x0, x1: x0 + 60, x2: trunk, y0, y1, thick: band }) },
          {
            ...markOf(model, frame, last),
            d: bendPath({ x0: trunk, x1: trunk + 65, x2: trunk + 130, y0: y1, y1, thick: band }),
          },
        ];
      }),
    };
  });
  const labels = [
    ...orgs.flatMap((org, i) => {
      const tone = `${org}-text`;
      const n = moves.filter((move) => move.from === org).length;
      return [
        label(model.nameOf(org), 0, middle(i) + NAME * 0.34, { size: NAME, face: 'label-600', tone }),
        label(String(n), x0 - 30, middle(i) + NUMBER * 0.34, {
          size: NUMBER,
          face: 'label-600',
          tone,
          anchor: 'end',
        }),
      ];
    }),
    label(target, frame.width, CARD_HEIGHT / 2 + NAME * 0.34, {
      size: NAME,
      face: 'label-600',
      tone: `${to}-text`,
      anchor: 'end',
    }),
  ];
  const crisp = new Set(careers.flatMap((career) => career.stays.at(-1)?.id ?? []));
  return {
    width: frame.width,
    height: CARD_HEIGHT,
    marks: threads.flatMap((one) => one.marks),
    labels,
    threads,
    washes,
    lines: [],
    crisp,
  };
}

/** The line of whoever crossed all, or of the first person; the number of months where it leaves room. */
function laneCard(model: CareersModel, frame: Frame): CareersGeometry {
  const { crossed } = model;
  const career = model.careers.find((one) => one.person === crossed?.person) ?? model.careers[0];
  const pitch = CARD_HEIGHT / model.orgs.length;
  const y = (org: string) => (model.orgs.findIndex((one) => one.id === org) + 0.5) * pitch;
  const x0 = Math.max(...model.orgs.map(({ name }) => frame.measure(name, NAME, 'label-600'))) + 50;
  const exits = career?.stays.filter((stay) => stay.exit) ?? [];
  const last = career?.stays.at(-1);
  const stays = [...exits, ...(last && !last.exit ? [last] : [])];
  const step = (frame.width - x0) / stays.length;
  const washes = new Map<string, Wash>();
  const marks = stays.map((stay, i) => {
    const [a, b] = [x0 + i * step, x0 + (i + 1) * step];
    const wash = stay.exit
      ? i === 0
        ? washOf(washId(model, frame, stay.id), [
            [a, 0],
            [a + step * 0.5, 1],
          ])
        : undefined
      : washOf(washId(model, frame, stay.id), [
          [a, 1],
          [b, 0],
        ]);
    if (wash) washes.set(stay.id, wash);
    const y1 = stay.exit ? y(stay.exit.to) : y(stay.org);
    const level = { x0: a, x1: stay.exit ? b - 60 : (a + b) / 2, x2: b, y0: y(stay.org), y1, thick: 24 };
    return { ...markOf(model, frame, stay), d: stepPath(level) };
  });
  const word = frame.say('months.word');
  const labels = [
    ...model.orgs.map(({ id, name }) =>
      label(name, 0, y(id) + NAME * 0.34, { size: NAME, face: 'label-600', tone: `${id}-text` }),
    ),
    ...(crossed
      ? [
          label(
            String(crossed.months),
            frame.width - frame.measure(word, NAME, 'label-600') - 16,
            CARD_HEIGHT - 36,
            { size: 150, face: 'label-600', anchor: 'end' },
          ),
          label(word, frame.width, CARD_HEIGHT - 36, { size: NAME, face: 'label-600', anchor: 'end' }),
        ]
      : []),
  ];
  return {
    width: frame.width,
    height: CARD_HEIGHT,
    marks,
    labels,
    threads: [{ casings: [], marks }],
    washes,
    lines: [],
    outline: OUTLINE,
  };
}
