/** Where every thread of `flows` runs: stacks on both sides, bands between them, words in the free columns. */
import type { Move } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Look, Mark } from '~/kit/draw';
import { type Label, type LabelOptions, label, labelRow } from '~/kit/labels';
import { reserve, wrapText } from '~/kit/measure';
import { bandPath, boxPath } from '~/kit/shapes';
import { largestExchange } from '~/model/flows';
import { CARD_HEIGHT, type Frame, type Geometry, type Layout } from '../contract';
import { nameOfMove } from '../move-mark';
import { NAMES_UP_TO } from '../names';
import { cardFlows, chosenFlows, type FlowsModel, inOut } from './definition';

export interface Ribbon {
  /** The pair in one outline, or its threads where they fan out, wider by the casing: says what passes over what. */
  casings: readonly string[];
  marks: readonly Mark[];
}
export interface FlowsGeometry extends Geometry {
  bars: readonly { d: string; tone: string }[];
  /** Threads the view did not choose, drawn flat and pale beneath. */
  ground: readonly Mark[];
  /** Largest first: single threads pass over ribbons. */
  ribbons: readonly Ribbon[];
  /** Width of the outline of a reported move, where it is not the kit's own. */
  outline?: number;
}

interface Sizes {
  /** Left and right edge of the bands. */
  x0: number;
  x1: number;
  bar: number;
  pitch: number;
  thick: number;
  gap: number;
  flat: number;
  /** Free room above a stack, for its label. */
  head: number;
  namePitch: number;
}

const SIZES: Record<'wide' | 'narrow' | 'poster', Sizes> = {
  wide: { x0: 206, x1: 784, bar: 6, pitch: 7, thick: 6, gap: 40, flat: 0.14, head: 0, namePitch: 18 },
  narrow: { x0: 8, x1: 0, bar: 5, pitch: 6, thick: 5, gap: 20, flat: 0.28, head: 24, namePitch: 18 },
  poster: { x0: 206, x1: 760, bar: 6, pitch: 9, thick: 7, gap: 26, flat: 0.12, head: 24, namePitch: 18 },
};
/** Threads of the ground: close together, and a little thicker than that, so that no seam shows between them. */
const GROUND_PITCH = 2;
const GROUND_THICK = 2.6;
/** Free space between the ribbons of a node. */
const PAIR_GAP = 3;

export const layout: Layout<FlowsModel, FlowsGeometry> = (model, frame) =>
  frame.kind === 'card' ? layoutCard(model, frame) : layoutThreads(model, frame, frame.kind);

interface End {
  y: number;
}
interface Node {
  org: string;
  top: number;
  bottom: number;
}
interface Side {
  nodes: readonly Node[];
  ends: ReadonlyMap<string, End>;
  bottom: number;
}

function layoutThreads(model: FlowsModel, frame: Frame, kind: 'wide' | 'narrow' | 'poster'): FlowsGeometry {
  const base = SIZES[kind];
  const focus = model.view.kind !== 'all';
  const named = kind === 'poster' || (focus && model.moves.length <= NAMES_UP_TO && model.moves.length > 0);
  const dated = kind !== 'narrow' || frame.width > 400;
  const sizes: Sizes = {
    ...base,
    // The phone's layout fills whatever width it is given; names want the same room in all of them.
    ...(kind === 'narrow' ? { x1: frame.width - 8, ...(dated ? { pitch: 5, thick: 4, gap: 12 } : {}) } : {}),
    ...(named && kind === 'narrow'
      ? { x1: frame.width - (dated ? 216 : 156), ...(dated ? {} : { flat: 0.25 }) }
      : {}),
    ...(named && kind === 'wide' ? { head: 26, gap: 18, x1: 760 } : {}),
  };
  const chosen = (move: Move) => model.chosen.has(move.id);
  // On a phone, and in a step, a view with names keeps to what it is about: there is no room for a ground.
  const bare = frame.plain === true || (named && !dated);
  const flows = bare
    ? model.flows
        .map((flow) => ({ ...flow, moves: flow.moves.filter(chosen) }))
        .filter((flow) => flow.moves.length > 0)
    : model.flows;
  const linesAt = (key: 'from' | 'to') => (org: string) =>
    kind === 'narrow' && !named ? narrowLines(model, frame, sizes, key, org, dated) : [];
  const [out, into] = [linesAt('from'), linesAt('to')];
  const stacked = { orgs: model.orgs, flows, chosen: model.chosen };
  const headed = kind === 'narrow' || named;
  const left = stack(
    stacked,
    'from',
    sizes,
    (move) => (chosen(move) ? sizes.pitch : GROUND_PITCH),
    headed,
    out,
  );
  const right = stack(
    stacked,
    'to',
    sizes,
    (move) => (chosen(move) ? (named ? sizes.namePitch : sizes.pitch) : GROUND_PITCH),
    headed,
    into,
  );
  const drop = (right.bottom - left.bottom) / 2;
  const shift = { left: Math.max(0, drop), right: Math.max(0, -drop) };

  const band = (move: Move, thick: number) => ({
    x0: sizes.x0,
    y0: (left.ends.get(move.id)?.y ?? 0) + shift.left,
    x1: sizes.x1,
    y1: (right.ends.get(move.id)?.y ?? 0) + shift.right,
    thick,
    flat: sizes.flat,
  });
  // An outline stands within its thread.
  const inset = 1;
  const markOf = (move: Move): Mark => {
    const look: Look = chosen(move) ? (move.confirmed ? 'solid' : 'said') : 'context';
    const shrink = look === 'said' ? inset : 0;
    return {
      id: move.id,
      name: nameOfMove(move, model.nameOf, frame),
      look,
      tone: move.from,
      date: move.date,
      d: bandPath(band(move, look === 'context' ? GROUND_THICK : sizes.thick - shrink)),
    };
  };

  const ground = bare ? [] : model.flows.flatMap((flow) => flow.moves.filter((m) => !chosen(m)).map(markOf));
  const ribbons = model.flows
    .map((flow) => flow.moves.filter(chosen))
    .filter((moves) => moves.length > 0)
    .sort((a, b) => b.length - a.length)
    .map((moves) => {
      const centre = (at: (move: Move) => number) => {
        const ys = moves.map(at);
        return (Math.min(...ys) + Math.max(...ys)) / 2;
      };
      const first = band(moves[0] as Move, 0);
      const hull = {
        ...first,
        y0: centre((m) => band(m, 0).y0),
        y1: centre((m) => band(m, 0).y1),
        thick: sizes.pitch * moves.length + 2,
      };
      return {
        casings: focus || named ? moves.map((m) => bandPath(band(m, sizes.thick + 3))) : [bandPath(hull)],
        marks: moves.map(markOf),
      };
    });

  const bar = (node: Node, x: number, dy: number) => ({
    d: boxPath(x, node.top + dy, sizes.bar, node.bottom - node.top),
    tone: node.org,
  });
  const bars = [
    ...left.nodes.map((node) => bar(node, sizes.x0 - sizes.bar - 2, shift.left)),
    ...right.nodes.map((node) => bar(node, sizes.x1 + 2, shift.right)),
  ];
  const words =
    kind === 'narrow'
      ? narrowLabels(model, frame, left, right, shift, sizes, named, dated, out, into)
      : wideLabels(model, frame, left, right, shift, sizes, named);
  const nameLabels = named ? namesAt(model, frame, right, shift.right, sizes, dated) : [];
  const labels = [...words, ...nameLabels];
  const height = Math.ceil(
    Math.max(left.bottom + shift.left, right.bottom + shift.right, ...labels.map((l) => l.y + 4)) + 4,
  );
  return {
    width: frame.width,
    height,
    marks: ribbons.flatMap((r) => r.marks),
    labels,
    bars,
    ground,
    ribbons,
  };
}

/** Stacks the threads of each organisation on one side, in the order of the other side. */
function stack(
  model: Pick<FlowsModel, 'orgs' | 'flows' | 'chosen'>,
  key: 'from' | 'to',
  sizes: Sizes,
  pitch: (move: Move) => number,
  headed: boolean,
  lines: (org: string) => readonly Line[] = () => [],
): Side {
  const ends = new Map<string, End>();
  const nodes: Node[] = [];
  let y = 2;
  for (const { id } of model.orgs) {
    const flows = model.flows.filter((flow) => flow[key] === id);
    const size = flows.reduce(
      (sum, flow) => sum + flow.moves.reduce((s, m) => s + pitch(m), 0),
      PAIR_GAP * (flows.length - 1),
    );
    if (flows.length === 0) continue;
    if (headed) y += sizes.head + LINE * lines(id).length;
    const top = y;
    flows.forEach((flow, i) => {
      if (i) y += PAIR_GAP;
      for (const move of flow.moves) {
        // From edge to edge in whole pixels: a thread's gap follows it.
        const thick = model.chosen.has(move.id) ? sizes.thick : GROUND_PITCH;
        ends.set(move.id, { y: y + (pitch(move) > 2 * thick ? pitch(move) / 2 : thick / 2) });
        y += pitch(move);
      }
    });
    nodes.push({ org: id, top, bottom: top + size });
    y += sizes.gap;
  }
  return { nodes, ends, bottom: y - sizes.gap };
}

const FLOW_LINE = 18;
const SMALL_LINE = 15;

interface Shift {
  left: number;
  right: number;
}

/** The directions of one node and side that the view chose, with how many of its moves. */
function directions(model: FlowsModel, key: 'from' | 'to', org: string) {
  return model.flows
    .filter((flow) => flow[key] === org)
    .map((flow) => ({ flow, n: flow.moves.filter((move) => model.chosen.has(move.id)).length }))
    .filter(({ n }) => n > 0);
}

/** Whether a flow is one of the two that the title weighs. */
function isWeighed(model: FlowsModel, flow: { from: string; to: string }): boolean {
  if (model.view.kind !== 'all') return false;
  return (largestExchange(model.flows) ?? []).some((one) => one?.from === flow.from && one.to === flow.to);
}

/** Organisation, its total, and every direction with what was counted beyond the names: left of the bars and right. */
function wideLabels(
  model: FlowsModel,
  frame: Frame,
  left: Side,
  right: Side,
  shift: Shift,
  sizes: Sizes,
  named: boolean,
): Label[] {
  const side = (nodes: Side, key: 'from' | 'to', x: number, dy: number): Label[] => {
    let free = 0;
    return nodes.nodes.flatMap((node) => {
      const head = [nameLabel(model, node.org, 19)];
      // A view shows a part of an organisation's moves: its total would be read as the whole.
      if (model.view.kind === 'all' || isOwn(model, node.org)) {
        const total = inOut(model, node.org)[key === 'from' ? 'out' : 'in'];
        head.push({ text: frame.say(key === 'from' ? 'out' : 'in', { n: total }), tone: 'muted' });
      }
      // Names stand in place of the counts, under their organisation.
      if (named && key === 'to') return labelRow(head, x, node.top + dy - 8, frame.measure, 10);
      const lines = directions(model, key, node.org).flatMap(({ flow, n }) => [
        {
          flow,
          n,
          ...directionText(model, frame, flow, key, n),
          step: FLOW_LINE,
        },
        ...asides(model, frame, flow, key).map((text) => ({
          flow,
          n: 0,
          text,
          spoken: '',
          step: SMALL_LINE,
        })),
      ]);
      const block = 17 + lines.reduce((sum, line) => sum + line.step, 0);
      const y = Math.max(free, (node.top + node.bottom) / 2 + dy - block / 2);
      free = y + block + 12;
      let at = y + 15;
      return [
        ...labelRow(head, x, at, frame.measure, 10),
        ...lines.map(({ flow, n, text, spoken, step }) => {
          at += step;
          const strong = n > 0 && isWeighed(model, flow);
          return label(text, x, at, {
            ...(n > 0 ? { view: `${flow.from}-to-${flow.to}`, spoken } : { size: 12, tone: 'muted' }),
            ...(strong ? { face: 'label-600', size: 15, tone: `${flow.from}-text` } : {}),
          });
        }),
      ];
    });
  };
  return [...side(left, 'from', 0, shift.left), ...side(right, 'to', sizes.x1 + sizes.bar + 12, shift.right)];
}

const nameLabel = (model: FlowsModel, org: string, size: number): LabelOptions & { text: string } => ({
  text: model.nameOf(org),
  size,
  face: 'label-600',
  tone: `${org}-text`,
  view: org,
});

const isOwn = (model: FlowsModel, org: string) => model.view.kind === 'org' && model.view.org === org;

/** "1 to Tesla"; aloud, where its organisation is not seen beside it, "1 to Tesla, from OpenAI". */
function directionText(
  model: FlowsModel,
  { say }: Frame,
  flow: { from: string; to: string },
  key: 'from' | 'to',
  n: number,
): { text: string; spoken: string } {
  const [own, far] = key === 'from' ? [flow.from, flow.to] : [flow.to, flow.from];
  const way = key === 'from' ? 'to' : 'from';
  const values = { n, org: model.nameOf(far), other: model.nameOf(own) };
  return { text: say(way, values), spoken: say(`${way}.spoken`, values) };
}

/**
 * Beside a count of the resting view, each said once: where a current leaves, how unlike the two great ones are;
 * where it arrives, what the press counted more.
 */
function asides(
  model: FlowsModel,
  frame: Frame,
  { from, to }: { from: string; to: string },
  key: 'from' | 'to',
): string[] {
  if (model.view.kind !== 'all') return [];
  const counted = model.counted.find((one) => one.from === from && one.to === to)?.counted;
  if (counted)
    return key === 'to' ? [frame.say(`counted.${counted.basis}`, { value: counted.row.value })] : [];
  const flow = model.flows.find((one) => one.from === from && one.to === to);
  if (key === 'to' || !flow || !isWeighed(model, flow)) return [];
  return [frame.say('researchers', { n: flow.moves.filter((move) => move.function === 'research').length })];
}

/** One line of words under an organisation's name. */
type Line = LabelOptions & { text: string };
const LINE = 18;

/**
 * What stands on a phone between a name and its stack: the counts of the two currents that run against each other;
 * seen from one organisation, that of every other; where there is room beside the threads, all of the rest.
 */
function narrowLines(
  model: FlowsModel,
  frame: Frame,
  sizes: Sizes,
  key: 'from' | 'to',
  org: string,
  roomy: boolean,
): readonly Line[] {
  const own = directions(model, key, org);
  if (isOwn(model, org) && !roomy) return [totalOf(model, frame, key, org)];
  const exchange = largestExchange(chosenFlows(model)) ?? [];
  const told = own.filter(({ flow }) =>
    model.view.kind === 'org'
      ? model.view.org !== org
      : exchange.some((one) => one?.from === flow.from && one.to === flow.to),
  );
  if (told.length === 0 && roomy && model.view.kind === 'all') {
    // A line breaks between two directions, never within one.
    const list = own.map(({ flow, n }) =>
      directionText(model, frame, flow, key, n).text.replaceAll(' ', NBSP),
    );
    const room = sizes.flat * (sizes.x1 - sizes.x0);
    return wrapText(list.join(', '), room, 13, 'label-400', frame.measure).map((text) => ({ text }));
  }
  return told.map(({ flow, n }) => {
    const { text, spoken } = directionText(model, frame, flow, key, n);
    return {
      text,
      size: 14,
      face: 'label-600',
      // An embed pays for every link; where each organisation has a count, the menu leads to them.
      ...(model.view.kind === 'org' ? {} : { view: `${flow.from}-to-${flow.to}`, spoken }),
      tone: `${flow.from}-text`,
    };
  });
}

/** "9 out". */
const totalOf = (model: FlowsModel, frame: Frame, key: 'from' | 'to', org: string): Line => ({
  text: frame.say(key === 'from' ? 'narrow.out' : 'narrow.in', {
    n: inOut(model, org)[key === 'from' ? 'out' : 'in'],
  }),
  size: 14,
});

const NBSP = '\u00a0';

/** On a phone the label stands in the gap above its stack, its counts in lines of their own. */
function narrowLabels(
  model: FlowsModel,
  frame: Frame,
  left: Side,
  right: Side,
  shift: Shift,
  sizes: Sizes,
  named: boolean,
  dated: boolean,
  out: (org: string) => readonly Line[],
  into: (org: string) => readonly Line[],
): Label[] {
  const row = (node: Node, key: 'from' | 'to', dy: number): Label[] => {
    const name = nameLabel(model, node.org, 15);
    const atLeft = key === 'from' || named;
    const anchor = atLeft ? 'start' : 'end';
    const x = key === 'from' ? 0 : named ? sizes.x1 + sizes.bar + 8 : frame.width;
    const lines = key === 'from' ? out(node.org) : into(node.org);
    const y = node.top + dy - 7 - LINE * lines.length;
    // Beside a column of names the threads leave at once: a total would lie on them, and the title has it.
    const whole = model.view.kind === 'all' || (isOwn(model, node.org) && dated);
    const total = whole ? [totalOf(model, frame, key, node.org)] : [];
    const parts = atLeft ? [name, ...total] : [...total, name];
    return [
      ...labelRow(parts, x, y, frame.measure, 5, anchor),
      ...lines.flatMap((line, i) => labelRow([line], x, y + LINE * (i + 1), frame.measure, 5, anchor)),
    ];
  };
  return [
    ...left.nodes.flatMap((node) => row(node, 'from', shift.left)),
    ...right.nodes.flatMap((node) => row(node, 'to', shift.right)),
  ];
}

/** Every chosen thread's person, at its end. */
function namesAt(
  model: FlowsModel,
  frame: Frame,
  right: Side,
  dy: number,
  sizes: Sizes,
  dated: boolean,
): Label[] {
  const x = sizes.x1 + sizes.bar + (dated ? 12 : 8);
  return model.moves.flatMap((move) => {
    const y = (right.ends.get(move.id)?.y ?? 0) + dy + 4.5;
    const date = { text: formatDate(move.date, frame.lang, 'short'), size: 12, tone: 'muted', mark: move.id };
    const name = { text: move.person, size: 13, mark: move.id };
    const both = dated ? [name, date] : [name];
    return labelRow(both, x, y, frame.measure, 6);
  });
}

/** A reduction: two currents that cross, or up to three in rows; solid is confirmed, outlined only reported. */
function layoutCard(model: FlowsModel, frame: Frame): FlowsGeometry {
  const { flows, rest } = cardFlows(model, frame.say('others'));
  const crossing = flows.length === 2 && flows[0]?.from === flows[1]?.to && flows[0]?.to === flows[1]?.from;
  const size = flows.length > 2 || rest > 0 ? 44 : 52;
  const figure = flows.length > 2 || rest > 0 ? 88 : 120;
  const width = (text: string, px: number) => reserve(frame.measure(text, px, 'label-600'));
  const nameWidth = Math.max(
    ...flows.map((flow) => Math.max(width(flow.from, size), width(flow.to, size))),
    0,
  );
  const numberWidth = Math.max(...flows.map((flow) => width(String(flow.n), figure)), 0);
  const x0 = nameWidth + 24 + numberWidth + 28;
  const x1 = frame.width - nameWidth - 28;
  const total = flows.reduce((sum, flow) => sum + flow.n, 0);
  const most = Math.max(...flows.map((flow) => flow.n), 1);
  const foot = rest > 0 ? 56 : 0;
  const slot = (CARD_HEIGHT - foot) / flows.length;
  // Side by side, the widest current keeps to its row.
  const unit = Math.min(12, crossing ? (CARD_HEIGHT - foot - 80) / Math.max(total, 1) : (slot - 30) / most);
  const rows = flows.map((flow, i) => {
    const thick = Math.max(10, flow.n * unit);
    // A number needs its own height, however thin its current.
    const half = Math.max(thick / 2, 48);
    const level = slot * (i + 0.5);
    // The first leaves above and arrives below, the second the other way: the crossing is the emblem.
    const y0 = crossing ? (i === 0 ? 30 + half : CARD_HEIGHT - 20 - half) : level;
    const y1 = crossing ? (i === 0 ? CARD_HEIGHT - 20 - half : 30 + half) : level;
    return { flow, thick, y0, y1 };
  });
  const toneOf = (name: string) => {
    const org = model.orgs.find((one) => one.name === name)?.id;
    return org ? `${org}-text` : 'muted';
  };
  const labels = rows.flatMap(({ flow, y0, y1 }) => [
    label(flow.from, 0, y0 + size * 0.34, { size, face: 'label-600', tone: toneOf(flow.from) }),
    label(String(flow.n), x0 - 28, y0 + figure * 0.34, {
      size: figure,
      face: 'label-600',
      tone: flow.tone === 'muted' ? 'muted' : `${flow.tone}-text`,
      anchor: 'end',
    }),
    label(flow.to, x1 + 28, y1 + size * 0.34, { size, face: 'label-600', tone: toneOf(flow.to) }),
  ]);
  if (rest > 0)
    labels.push(label(frame.say('rest', { n: rest }), 0, CARD_HEIGHT - 12, { size: 40, tone: 'muted' }));
  const ribbons = rows.map(({ flow, thick, y0, y1 }): Ribbon => {
    const part = (from: number, share: number, inset: number) => {
      const centre = -thick / 2 + (from + share / 2) * thick;
      return {
        x0,
        y0: y0 + centre,
        x1,
        y1: y1 + centre,
        thick: Math.max(4, share * thick - inset),
        flat: 0.12,
      };
    };
    const solid = flow.n === 0 ? 0 : flow.confirmed / flow.n;
    const mark = (look: Look, d: string): Mark => ({
      id: `${flow.from}-${flow.to}-${look}`,
      name: '',
      look,
      tone: flow.tone,
      d,
    });
    return {
      casings: [bandPath({ x0, y0, x1, y1, thick: thick + 12, flat: 0.12 })],
      marks: [
        ...(solid > 0 ? [mark('solid', bandPath(part(0, solid, 0)))] : []),
        ...(solid < 1 ? [mark('said', bandPath(part(solid, 1 - solid, CARD_OUTLINE)))] : []),
      ],
    };
  });
  return {
    width: frame.width,
    height: CARD_HEIGHT,
    marks: [],
    labels,
    bars: [],
    ground: [],
    ribbons,
    outline: CARD_OUTLINE,
  };
}

/** An outline that is still one at 300 pixels. */
const CARD_OUTLINE = 6;
