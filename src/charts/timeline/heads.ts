/** Words of a lane: which way, how many, and the moves of which only the year is known. */
import { groups, pathRound, rollups } from 'd3';
import type { OrgId } from '~/data/types';
import { formatNumber } from '~/i18n/numbers';
import { beside, box, type Part, run, stack } from '~/kit/block';
import type { Stretch } from '~/kit/text';
import { text } from '~/kit/text';
import type { Direction } from './lane';
import { yearChip } from './mark';
import type { Lane, Side, Way } from './model';
import type { Stage } from './stage';

const org = (id: OrgId, { model }: Stage, size: number): Stretch => ({
  text: model.nameOf(id),
  size,
  face: 'label-600',
  tone: `${id}-text`,
  view: id,
});

/** "to OpenAI": the company in its colour, leading to its own view. */
export const endWords = (
  key: 'to' | 'to.others' | 'from',
  id: OrgId,
  stage: Stage,
  size: number,
): Stretch[] => [{ text: stage.frame.say(key), size, tone: 'muted' }, org(id, stage, size)];

/** "OpenAI to Meta 21", "to OpenAI 10". */
export function wayWords(way: Way & Partial<Pick<Lane, 'data'>>, stage: Stage, size: number): Stretch[] {
  const { model, frame } = stage;
  // Beside "Meta to OpenAI" a bare "to OpenAI" would seem to count the same moves again.
  const ahead =
    model.view.kind === 'all' &&
    !way.from &&
    model.bands.some(
      ({ up, down }) =>
        down && [up, down].some(({ lanes }) => lanes.some(({ from, to }) => from && to === way.to)),
    );
  return [
    ...(way.from ? (way.to ? [org(way.from, stage, size)] : endWords('from', way.from, stage, size)) : []),
    ...(way.to ? endWords(ahead ? 'to.others' : 'to', way.to, stage, size) : []),
    {
      text: way.n === 0 ? frame.say('none') : formatNumber(way.n, frame.lang),
      size,
      face: 'label-600',
      sums: way.data?.map(({ id }) => id),
    },
  ];
}

/** What a group is called aloud. */
export function groupName({ from, to, n }: Way, { model, frame }: Stage): string {
  const form = from && to ? 'pair' : to ? 'to' : 'from';
  return frame.say(`group.${form}`, { from: model.nameOf(from ?? ''), to: model.nameOf(to ?? ''), n });
}

/** A small arrow: which way of the line these marks stand. */
export function arrow(side: Direction, height: number): Part {
  const half = height * 0.3;
  return box(2 * half, height, (x, y) => {
    const [tail, tip] = side < 0 ? [y + height, y] : [y, y + height];
    const path = pathRound(1);
    path.moveTo(x + half, tail);
    path.lineTo(x + half, tip);
    path.moveTo(x, tip - side * half);
    path.lineTo(x + half, tip);
    path.lineTo(x + 2 * half, tip - side * half);
    return [{ kind: 'shape', d: path.toString(), stroke: 'ink', width: 1.5 }];
  });
}

/** Between the words of a lane and years, and from year to year. */
const CHIPS = 10;
/** From the word before them to the first. */
const LEAD = 5;

/**
 * Words of one side of a band, lane by lane: the first lane has those of the whole side above its own.
 * @param inline whether mere years stand beside the words where all have room, or below them
 */
export function headsOf(
  { head, lanes }: Side,
  side: Direction,
  mirrored: boolean,
  stage: Stage,
  room: number,
  inline = true,
): Part[] {
  const { sizes } = stage;
  const own = mirrored ? arrow(side, sizes.head * 0.8) : undefined;
  const led = (words: Part, lead: Part | undefined) => (lead ? beside([lead, words], { gap: 5 }) : words);
  const inner = own ? room - own.width - 5 : room;
  return lanes.map((lane, i) => {
    const said = text(wayWords(lane, stage, head ? sizes.text : sizes.head), { room: head ? room : inner });
    const words = head ? said : led(said, own);
    const chips = chipsOf(lane, stage, room);
    const one = beside([words, chips], { gap: CHIPS, align: 'middle' });
    // All in one line, or all below: a square alone would seem to be another lane's, or a key.
    const line = inline && one.width <= room ? one : stack([words, chips]);
    const first = head && i === 0;
    return stack([first && led(text(wayWords(head, stage, sizes.head), { room: inner }), own), line], {
      gap: 2,
    });
  });
}

/** "6 from xAI, 4 from Tesla", where a lane has all that led to one company. */
export function originsOf(lane: Lane, { model, frame }: Stage, room: number): Part | undefined {
  if (model.view.kind !== 'all' || lane.from) return undefined;
  const origins = rollups(
    lane.data,
    (own) => ({ n: own.reduce((sum, { moves }) => sum + moves.length, 0), sums: own.map(({ id }) => id) }),
    ({ from }) => from,
  ).sort(([, a], [, b]) => b.n - a.n);
  const stretches = origins.flatMap(([from, { n, sums }], i): (string | Stretch)[] => {
    const name = model.nameOf(from);
    const said = `${formatNumber(n, frame.lang)} ${frame.say('from')}`;
    return [
      { text: said, tone: 'muted', sums, spoken: `${said} ${name}` },
      { text: name + (i < origins.length - 1 ? ',' : ''), tone: `${from}-text`, face: 'label-600' },
    ];
  });
  return text(stretches, { size: 12, room });
}

/** "of which", then the squares of each year beside its number, all under the first. */
function chipsOf(lane: Lane, stage: Stage, room: number): Part | undefined {
  const { model, frame } = stage;
  const mere = lane.data.filter(({ precision }) => precision === 'year');
  if (mere.length === 0) return undefined;
  const years = model.merged
    ? mere.map((datum) => [datum])
    : groups(mere, ({ date }) => date).map(([, own]) => own);
  const lead = text(frame.say('year.lead'), { size: 12, tone: 'muted' });
  const free = room - lead.width - LEAD;
  const chips = years.map((own) => yearChip(own, stage, free));
  return beside([lead, run(chips, free, { gap: CHIPS, align: 'middle' })], { gap: LEAD, align: 'start' });
}
