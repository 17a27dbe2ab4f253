/** The words of `flows`: organisations, numbers at the ends of currents, people at the ends of threads. */
import { formatDate } from '~/i18n/dates';
import { formatNumber } from '~/i18n/numbers';
import { beside, box, firstFitting, type Part, pad, run, space, stack } from '~/kit/block';
import { type TextStyle, text } from '~/kit/text';
import { type Frame, SMALLEST } from '../contract';
import type { Current, Thread } from './currents';
import { inOut, pairSlug } from './model';
import { CURRENT_GAP, type Scene } from './scene';
import type { End } from './sides';

/** A number is so large for the thickness of its current; from a size on it says where to, and how much is confirmed. */
const NUMBER = { share: 0.42, telling: 18 };
/** Of the width, for an organisation, and for where a current leads. */
const ROOM = { beside: 0.18, way: 0.21, above: 0.36, first: 0.48, aboveNamed: 0.25 };
/** Between the lines of people, in units of their size. */
const LEADING = 1.16;
/** Height of figures, in units of their size. */
const FIGURES = 0.66;

/** An organisation and, where the view has all of them, how many moves led from or to it. */
export function nodeLabel(org: string, scene: Scene, end: End): Part {
  const words = nodeWords(org, scene, end);
  return scene.above[end] ? pad(words, { bottom: 2 }) : words;
}

function nodeWords(org: string, scene: Scene, end: End): Part {
  const { model, frame, style, named, crowded } = scene;
  const { view } = model;
  const above = scene.above[end];
  // Above the first there are no threads that it must keep clear of.
  const first = above && !named && org === model.orgs[0]?.id;
  const room = frame.width * (first ? ROOM.first : roomOf(style, named, end, above));
  const name = text(model.nameOf(org), {
    size: style.name,
    face: 'label-600',
    tone: `${org}-text`,
    view: org,
    room,
    anchor: above && end === 'to' && !named ? 'end' : 'start',
  });
  // A view shows a part of an organisation's moves: its total would be read as the whole.
  const isWhole = view.kind === 'all' || (view.kind === 'org' && view.org === org);
  // And above threads that fan out at once there is no room for it.
  if (!isWhole || crowded || (above && named && end === 'from')) return name;
  const way = end === 'from' ? 'out' : 'in';
  const n = inOut(model, org)[way];
  const said = frame.say(isRoomy(frame) ? way : `short.${way}`, { n });
  const sums = model.currents
    .filter((current) => current[end] === org)
    .flatMap(({ threads }) => threads.map(({ id }) => id));
  const total = text(said, {
    size: style.small,
    tone: 'muted',
    room,
    sums,
    spoken: `${said}, ${model.nameOf(org)}`,
  });
  if (!above) return stack([name, total]);
  const fits = name.width + 6 + total.width <= room;
  if (end === 'from' || named) return run([name, total], room, { gap: 6 });
  return fits ? beside([total, name], { gap: 6 }) : stack([name, total], { align: 'end' });
}

const isRoomy = ({ kind }: Frame) => kind === 'wide' || kind === 'poster';

/** Share of the width: above threads they must end before these bend, unless they are beyond their ends. */
function roomOf(style: Scene['style'], named: boolean, end: End, above: boolean): number {
  if (!above) return ROOM.beside;
  if (!named) return ROOM.above;
  return end === 'to' ? style.share - 0.05 : ROOM.aboveNamed;
}

/** A number as high as its figures, so that its middle is theirs. */
export function figures(value: string, style: TextStyle & { size: number }): Part {
  const part = text(value, { ...style, face: 'label-600' });
  const height = FIGURES * style.size;
  return box(part.width, height, (x, y) => part.at(x, y + height - (part.baseline ?? 0)));
}

/** How many moves a current is, as large as it is thick; none where it is thinner than small type. */
export function numberLabel(current: Current, thick: number, scene: Scene, end: End): Part | undefined {
  const { model, frame, style } = scene;
  const { n, from, to } = current;
  const size = Math.round(Math.min(style.number, Math.max(SMALLEST, NUMBER.share * thick)));
  if (n < 2 || thick + CURRENT_GAP < size) return undefined;
  const names = { from: model.nameOf(from), to: model.nameOf(to) };
  const number = figures(formatNumber(n, frame.lang), {
    size,
    tone: `${from}-text`,
    // The view of a pair has all of its moves: a number of fewer leads to these.
    ...(model.view.kind === 'all' || model.view.kind === 'org'
      ? { view: pairSlug(current) }
      : { sums: current.threads.map(({ id }) => id) }),
    spoken: frame.say('current.n', { n, ...names }),
  });
  if (size < NUMBER.telling) return number;
  const words = numberWords(current, scene, end);
  const told = (some: readonly Part[]) =>
    stack([number, space(5), ...some], { align: end === 'from' ? 'end' : 'start' });
  const forms = words.map((_, i) => () => told(words.slice(0, words.length - i)));
  return firstFitting([...forms, () => number], { height: thick + CURRENT_GAP });
}

/** "to Meta", "12 confirmed": what a number counts, the more important first. */
function numberWords(current: Current, { model, frame }: Scene, end: End): Part[] {
  const { from, to, confirmed, threads } = current;
  const [word, org] = end === 'from' ? ['to', to] : ['from', from];
  const name = { text: model.nameOf(org), face: 'label-600' as const, tone: `${org}-text` };
  const style = {
    size: SMALLEST,
    room: ROOM.way * frame.width,
    anchor: end === 'from' ? 'end' : 'start',
  } as const;
  const way = text([{ text: frame.say(word), tone: 'muted' }, name], style);
  const share = text(frame.say('confirmed', { n: confirmed }), {
    ...style,
    tone: 'muted',
    sums: threads.filter((thread) => thread.confirmed).map(({ id }) => id),
  });
  return [
    // Of a pair the organisations themselves stand at both ends.
    ...(model.view.kind !== 'pair' && (end === 'from' || isRoomy(frame)) ? [way] : []),
    ...(end === 'from' && isRoomy(frame) ? [share] : []),
  ];
}

/** A person and, where there is room, the date; a name that is too long for one line breaks. */
export function personLabel({ moves }: Thread, { style, frame }: Scene): Part {
  const [move] = moves;
  if (!move) return box(0, 0);
  const room = style.share * frame.width;
  const look = { size: style.small, leading: LEADING, mark: move.id };
  const date = { text: formatDate(move.date, frame.lang, 'short'), size: SMALLEST, tone: 'muted' };
  const alone = () => text(move.person, { ...look, room });
  if (frame.kind === 'narrow') return alone();
  return firstFitting([() => text([move.person, date], look), alone], { width: room });
}
