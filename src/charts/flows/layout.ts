/** Where everything of `flows` stands: organisations on both sides, currents between them, words at their ends. */
import { descending, max } from 'd3';
import { box, firstFitting, group, type Part, sheet } from '~/kit/block';
import type { Item } from '~/kit/items';
import { boxPath } from '~/kit/shapes';
import type { Frame, Layout } from '../contract';
import { NAMES_UP_TO } from '../names';
import { type Current, isMerged, type Thread } from './currents';
import { nodeLabel, numberLabel, personLabel } from './labels';
import type { FlowsModel } from './model';
import { CURRENT_GAP, type Form, type Scene, sceneOf } from './scene';
import { type End, type Extent, lowered, type Side, sideOf } from './sides';
import { currentItems, groundItems } from './threads';

/** With more names the rest of the moves gives way to them. */
const GROUND_UP_TO = 8;
/** Threads are as much thinner until a drawing is no higher than it may be. */
const SQUEEZES = [1, 0.8, 0.6, 0.4];
/** Neighbours share a line, so it is a thin one. */
const OUTLINE = 0.6;
const BAR = 6;
/** Share of a thread that is level at both ends: under words it must be longer. */
const FLAT = { beside: 0.14, above: 0.26 };
/** Above and below: figures are set higher than they are. */
const EDGE = 2;
/** From an organisation to what is beside it, from words to a bar, from a bar to its threads. */
const GAP = { label: 14, words: 8, bar: 2 };

export const page: Layout<FlowsModel> = (model, frame) => {
  const { view, moves } = model;
  const few = view.kind !== 'all' && moves.length > 0 && moves.length <= NAMES_UP_TO;
  const counted: Form = { named: false, ground: !frame.plain };
  const made = (form: Form) => () => drawing(model, frame, form);
  const { height, named } = sceneOf(model, frame, counted).style;
  // Where many organisations leave no room for both, what is not chosen gives way.
  const grounds = counted.ground ? [true, false] : [false];
  const forms = grounds.flatMap((ground) => SQUEEZES.map((squeeze) => made({ ...counted, ground, squeeze })));
  const counts = () => firstFitting(forms, { height });
  const names = made({ named: true, ground: !frame.plain && moves.length <= GROUND_UP_TO });
  const part = firstFitting(few ? [names, counts] : [counts], { height: named });
  return sheet(part, frame.width, { weight: OUTLINE });
};

/** Every name there is; where moves are too many for threads of their own, the page's drawing. */
export const poster: Layout<FlowsModel> = (model, frame) => {
  const form = { named: !isMerged(model.currents), ground: false };
  return sheet(drawing(model, frame, form), frame.width, { weight: OUTLINE });
};

function drawing(model: FlowsModel, frame: Frame, form: Form): Part {
  const scene = sceneOf(model, frame, form);
  const people = peopleOf(scene);
  const from = side(scene, 'from', scene.thick);
  const to = side(scene, 'to', (thread) => people.get(thread)?.height ?? scene.thick(thread));
  const height = Math.max(from.height, to.height);
  return box(frame.width, height + 2 * EDGE, (x, y) => {
    // The shorter side stands half-way down the longer one.
    const [left, right] = [from, to].map((one) =>
      lowered(one, Math.round(y + EDGE + (height - one.height) / 2)),
    );
    return left && right ? itemsOf(scene, { from: left, to: right }, people, x) : [];
  });
}

type People = ReadonlyMap<Thread, Part>;

const peopleOf = (scene: Scene): People =>
  new Map(
    scene.named
      ? scene.model.currents.flatMap(({ threads }) =>
          threads.map((thread): [Thread, Part] => [thread, personLabel(thread, scene)]),
        )
      : [],
  );

/** Every organisation in its order; where the ground is left out, those without a thread are too. */
function side(scene: Scene, end: End, thick: (thread: Thread) => number): Side {
  const { model, others, style, above } = scene;
  const currents = [...model.currents, ...others];
  const all = model.orgs.map(({ id }) => ({
    org: id,
    label: nodeLabel(id, scene, end),
    currents: currents.filter((current) => current[end] === id),
  }));
  const whole = others.length > 0 || model.view.kind === 'all' || model.currents.length === 0;
  const nodes = all.filter(({ currents }) => whole || currents.length > 0);
  return sideOf(nodes, { thread: thick, current: CURRENT_GAP, node: style.node, above: above[end] });
}

type Sides = Record<End, Side>;

function itemsOf(scene: Scene, sides: Sides, people: People, x: number): Item[] {
  const { model, frame, others, named, above } = scene;
  const numbers = numbersOf(scene, sides);
  const columns = columnsOf(scene, sides, numbers, people);
  const [x0, x1] = [x + columns.x0, x + columns.x1];
  const words = { from: x0 - GAP.bar - BAR - GAP.words, to: x1 + GAP.bar + BAR + GAP.words };
  const way = (thread: Thread) => ({
    x0,
    x1,
    y0: sides.from.threads.get(thread) ?? 0,
    y1: sides.to.threads.get(thread) ?? 0,
    thick: scene.thick(thread),
    flat: above.from ? FLAT.above : FLAT.beside,
  });
  const current = (one: Current): Part =>
    box(0, 0, () => [
      ...currentItems(one, way, named, model, frame),
      ...centred(numbers.from.get(one), sides.from.currents.get(one), words.from, 1),
      ...centred(numbers.to.get(one), sides.to.currents.get(one), words.to, 0),
      ...one.threads.flatMap((thread) => {
        const part = people.get(thread);
        return part ? part.at(words.to, way(thread).y1 - part.height / 2) : [];
      }),
    ]);
  // On a phone the right side's words end where the drawing does.
  const labelX = (label: Part) =>
    above.to && !named ? x + frame.width - label.width : words.to + columns.numbers;
  return [
    ...sides.from.nodes.flatMap(({ node, labelY }) => node.label.at(x, labelY)),
    ...groundItems(others, way),
    // Largest first: single threads pass over ribbons.
    ...[...model.currents]
      .sort((a, b) => descending(a.n, b.n))
      .flatMap((one) => group(currentName(one, scene), current(one)).at(0, 0)),
    ...bars(sides.from, x0 - GAP.bar - BAR),
    ...bars(sides.to, x1 + GAP.bar),
    ...sides.to.nodes.flatMap(({ node, labelY }) => node.label.at(labelX(node.label), labelY)),
  ];
}

const currentName = ({ n, from, to }: Current, { model, frame }: Scene) =>
  frame.say('current', { n, from: model.nameOf(from), to: model.nameOf(to) });

type Numbers = Record<End, ReadonlyMap<Current, Part>>;

/** A number for each current at both ends; where people's names stand, at the left one. */
function numbersOf(scene: Scene, sides: Sides): Numbers {
  const at = (end: End) =>
    new Map(
      scene.model.currents.flatMap((current): [Current, Part][] => {
        const part = numberLabel(current, sides.from.currents.get(current)?.height ?? 0, scene, end);
        return part ? [[current, part]] : [];
      }),
    );
  return { from: at('from'), to: scene.named ? new Map() : at('to') };
}

const widest = (parts: Iterable<Part>) => max(parts, ({ width }) => width) ?? 0;
const spaced = (width: number, gap: number) => (width > 0 ? width + gap : 0);

/** Where bands begin and end: the words beside them have the room they need. */
function columnsOf({ frame, above, named }: Scene, sides: Sides, numbers: Numbers, people: People) {
  const labels = (end: End) => widest(sides[end].nodes.map(({ node }) => node.label));
  const left = above.from ? 0 : spaced(labels('from'), GAP.label);
  const ends = { from: widest(numbers.from.values()), to: widest(numbers.to.values()) };
  const beyond = above.to ? 0 : spaced(ends.to, GAP.label);
  const right = named
    ? Math.max(widest(people.values()), labels('to'))
    : above.to
      ? ends.to
      : beyond + labels('to');
  // On whole pixels.
  return {
    x0: Math.ceil(left + spaced(ends.from, GAP.words)) + BAR + GAP.bar,
    x1: Math.floor(frame.width - spaced(right, GAP.words)) - BAR - GAP.bar,
    /** What numbers take on the right before an organisation's name. */
    numbers: beyond,
  };
}

/** A part beside the middle of a current's end. */
const centred = (part: Part | undefined, end: Extent | undefined, x: number, before: 0 | 1) =>
  part && end ? part.at(x - before * part.width, end.y + (end.height - part.height) / 2) : [];

const bars = (side: Side, x: number): Item[] =>
  side.nodes
    .filter(({ height }) => height > 0)
    .map(({ node, y, height }) => ({
      kind: 'shape',
      fill: node.org,
      d: boxPath({ x, y, width: BAR, height }),
    }));
