/** Where every thread of `flows` runs: stacks on both sides, bands between them, words in the free columns. */
import type { Move } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Look, Mark } from '~/kit/draw';
import { type Label, label, labelRow } from '~/kit/labels';
import { reserve } from '~/kit/measure';
import { bandPath, boxPath } from '~/kit/shapes';
import { CARD_HEIGHT, type Frame, type Geometry, type Layout } from '../contract';
import { cardFlows, type FlowsModel, inOut } from './definition';

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
}

/** Above this many chosen moves the drawing lists counts, not names. */
const NAMES_UP_TO = 26;

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
  narrow: { x0: 8, x1: 0, bar: 5, pitch: 6, thick: 5, gap: 20, flat: 0.24, head: 24, namePitch: 18 },
  poster: { x0: 206, x1: 760, bar: 6, pitch: 9, thick: 7, gap: 26, flat: 0.12, head: 24, namePitch: 18 },
};
/** Threads of the ground: close together, without gaps. */
const GROUND_PITCH = 2;
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
    ...(kind === 'narrow'
      ? { x1: frame.width - 8, ...(dated ? { flat: 0.16, pitch: 5, thick: 4, gap: 12 } : {}) }
      : {}),
    ...(named && kind === 'narrow'
      ? { x1: frame.width - (dated ? 216 : 156), ...(dated ? {} : { flat: 0.34 }) }
      : {}),
    ...(named && kind === 'wide' ? { head: 26, gap: 18, x1: 760 } : {}),
  };
  const chosen = (move: Move) => model.chosen.has(move.id);
  const left = stack(
    model,
    'from',
    sizes,
    (move) => (chosen(move) ? sizes.pitch : GROUND_PITCH),
    kind === 'narrow' || named,
  );
  const right = stack(
    model,
    'to',
    sizes,
    (move) => (chosen(move) ? (named ? sizes.namePitch : sizes.pitch) : GROUND_PITCH),
    kind === 'narrow' || named,
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
      name: frame.say('mark', {
        person: move.person,
        from: model.nameOf(move.from),
        to: model.nameOf(move.to),
        date: formatDate(move.date, frame.lang),
        status: frame.say(`table.${move.status}`),
      }),
      look,
      tone: move.from,
      date: move.date,
      d: bandPath(band(move, look === 'context' ? GROUND_PITCH : sizes.thick - shrink)),
    };
  };

  const ground = frame.plain
    ? []
    : model.flows.flatMap((flow) => flow.moves.filter((m) => !chosen(m)).map(markOf));
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
      ? narrowLabels(model, frame, left, right, shift, sizes, named)
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
  model: FlowsModel,
  key: 'from' | 'to',
  sizes: Sizes,
  pitch: (move: Move) => number,
  headed: boolean,
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
    if (headed) y += sizes.head;
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

/** Organisation, its total, and every direction with what was counted beyond the names: left of the bars and right. */
function wideLabels(
  model: FlowsModel,
  frame: Frame,
  left: Side,
  right: Side,
  shift: { left: number; right: number },
  sizes: Sizes,
  named: boolean,
): Label[] {
  const side = (nodes: Side, key: 'from' | 'to', x: number, dy: number): Label[] => {
    let free = 0;
    return nodes.nodes.flatMap((node) => {
      const totals = inOut(model, node.org);
      const n = key === 'from' ? totals.out : totals.in;
      const org = model.nameOf(node.org);
      const total = frame.say(key === 'from' ? 'out' : 'in', { n });
      const head = [
        { text: org, size: 19, face: 'label-600' as const, tone: `${node.org}-text`, view: node.org },
        ...(n > 0 || model.view.kind === 'all' ? [{ text: total, tone: 'muted' }] : []),
      ];
      // Names stand in place of the counts, under their organisation.
      if (named && key === 'to') return labelRow(head, x, node.top + dy - 8, frame.measure, 10);
      const lines = model.flows
        .filter((flow) => flow[key] === node.org)
        .flatMap((flow) => {
          const own = flow.moves.filter((move) => model.chosen.has(move.id)).length;
          return own > 0 ? [{ flow, own }] : [];
        });
      const block = 17 + lines.length * FLOW_LINE;
      const y = Math.max(free, (node.top + node.bottom) / 2 + dy - block / 2);
      free = y + block + 14;
      return [
        ...labelRow(head, x, y + 15, frame.measure, 10),
        ...lines.map(({ flow, own }, i) => {
          const other = model.nameOf(key === 'from' ? flow.to : flow.from);
          const counted =
            model.view.kind === 'all'
              ? model.counted.find((c) => c.from === flow.from && c.to === flow.to)?.counted
              : undefined;
          const extra = counted
            ? `, ${frame.say(`counted.${counted.basis}`, { value: counted.row.value })}`
            : researchers(model, frame, flow.from, flow.to);
          return label(
            frame.say(key === 'from' ? 'to' : 'from', { n: own, org: other }) + extra,
            x,
            y + 17 + (i + 1) * FLOW_LINE - 4,
            {
              view: `${flow.from}-to-${flow.to}`,
            },
          );
        }),
      ];
    });
  };
  return [...side(left, 'from', 0, shift.left), ...side(right, 'to', sizes.x1 + sizes.bar + 12, shift.right)];
}

/** Unlike things are weighed in the two great currents: say how many of each are researchers. */
function researchers(model: FlowsModel, frame: Frame, from: string, to: string): string {
  if (model.view.kind !== 'all') return '';
  const flow = model.flows.find((one) => one.from === from && one.to === to);
  if (!flow || flow.moves.length < 10) return '';
  return `, ${frame.say('researchers', { n: flow.moves.filter((move) => move.function === 'research').length })}`;
}

/** On a phone the label stands in the gap above its stack. */
function narrowLabels(
  model: FlowsModel,
  frame: Frame,
  left: Side,
  right: Side,
  shift: { left: number; right: number },
  sizes: Sizes,
  named: boolean,
): Label[] {
  const row = (node: Node, key: 'in' | 'out', dy: number): Label[] => {
    const n = inOut(model, node.org)[key];
    const name = {
      text: model.nameOf(node.org),
      size: 15,
      face: 'label-600' as const,
      tone: `${node.org}-text`,
      view: node.org,
    };
    const count = { text: frame.say(`narrow.${key}`, { n }), size: 14, tone: 'ink' };
    const parts =
      n === 0 || (named && key === 'out') ? [name] : key === 'out' || named ? [name, count] : [count, name];
    const atLeft = key === 'out' || named;
    const x = key === 'out' ? 0 : named ? sizes.x1 + sizes.bar + 8 : frame.width;
    return labelRow(parts, x, node.top + dy - 7, frame.measure, 5, atLeft ? 'start' : 'end');
  };
  return [
    ...left.nodes.flatMap((node) => row(node, 'out', shift.left)),
    ...right.nodes.flatMap((node) => row(node, 'in', shift.right)),
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

/** A reduction: one or two currents, a number where each begins, a name at both ends. */
function layoutCard(model: FlowsModel, frame: Frame): FlowsGeometry {
  const flows = cardFlows(model, { others: frame.say('others') });
  const size = 52;
  const width = (text: string, px: number) => reserve(frame.measure(text, px, 'label-600'));
  const nameWidth = Math.max(
    ...flows.map((flow) => Math.max(width(flow.from, size), width(flow.to, size))),
    0,
  );
  const numberWidth = Math.max(...flows.map((flow) => width(String(flow.n), 120)), 0);
  const x0 = nameWidth + 24 + numberWidth + 28;
  const x1 = frame.width - nameWidth - 28;
  const total = flows.reduce((sum, flow) => sum + flow.n, 0);
  const room = flows.length > 1 ? CARD_HEIGHT - 80 : Math.min(190, 26 * total);
  const unit = room / Math.max(total, 1);
  const rows = flows.map((flow, i) => {
    const thick = Math.max(8, flow.n * unit);
    // The first leaves above and arrives below, the second the other way: the crossing is the emblem.
    const top = 30;
    const low = CARD_HEIGHT - 20;
    const single = flows.length === 1;
    // A number needs its own height, however thin its current.
    const half = Math.max(thick / 2, 48);
    const y0 = single ? CARD_HEIGHT / 2 : i === 0 ? top + half : low - half;
    const y1 = single ? CARD_HEIGHT / 2 : i === 0 ? low - half : top + half;
    return { flow, thick, y0, y1 };
  });
  const labels = rows.flatMap(({ flow, y0, y1 }) => {
    const tone = flow.tone === 'muted' ? 'muted' : `${flow.tone}-text`;
    const toneOf = (name: string) => `${model.orgs.find((org) => org.name === name)?.id ?? ''}`;
    const nameTone = (name: string) => (toneOf(name) ? `${toneOf(name)}-text` : 'muted');
    return [
      label(flow.from, 0, y0 + size * 0.34, { size, face: 'label-600', tone: nameTone(flow.from) }),
      label(String(flow.n), x0 - 28, y0 + 120 * 0.34, { size: 120, face: 'label-600', tone, anchor: 'end' }),
      label(flow.to, x1 + 28, y1 + size * 0.34, { size, face: 'label-600', tone: nameTone(flow.to) }),
    ];
  });
  const ribbons = rows.map(({ flow, thick, y0, y1 }) => {
    const band = { x0, y0, x1, y1, thick, flat: 0.12 };
    return {
      casings: [bandPath({ ...band, thick: thick + 12 })],
      marks: [
        {
          id: `${flow.from}-${flow.to}`,
          name: '',
          look: 'solid' as const,
          tone: flow.tone,
          d: bandPath(band),
        },
      ],
    };
  });
  return { width: frame.width, height: CARD_HEIGHT, marks: [], labels, bars: [], ground: [], ribbons };
}
