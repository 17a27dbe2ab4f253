/** Four careers on one time axis, bent into one trunk at the day of the hires. */
import { scaleLinear } from 'd3';
import { extentOf, formatDate } from '~/i18n/dates';
import { formatList } from '~/i18n/numbers';
import type { Line, Mark } from '~/kit/draw';
import { type Box, boxOf, type Label, label, overlap } from '~/kit/labels';
import { balanceText } from '~/kit/measure';
import { boxPath } from '~/kit/shapes';
import type { Frame } from '../contract';
import { bendPath } from './bend';
import { type CareersModel, lastMove, roleOf } from './definition';
import { type CareersGeometry, markOf, type Thread, washId } from './drawn';
import { fadePoints, isVague, type Wash, washOf } from './fade';
import type { Career, Span, Stay } from './stays';

/** Bands from x0; the hire at `hire`; the trunk from `trunk` to the edge. */
const X = { start: 200, hire: 764, trunk: 872 };
const BAND = 16;
/** Width of what stands under a name. */
const EARLIER = 182;
/** Between two roles at one company. */
const SEAM = 1.5;
const LINE = 15;
/** From the last role line to the band, and from the band to the note beneath. */
const HEAD = 7;
const NOTE = 15;
const ROW_GAP = 16;
/** Between a bracket's words and a dotted line. */
const BOND_AIR = { x: 40, y: 14 };

export interface TimeScale {
  x(instant: number): number;
  from: number;
  hire: number;
}

/** The axis begins with the first reported start and ends with the hires: nothing after them is known. */
export function timeScale(careers: readonly Career[], x0: number, x1: number): TimeScale {
  const begins = careers.flatMap((career) =>
    career.stays.flatMap((stay) => (stay.began ? [stay.began[0]] : [])),
  );
  const hires = careers.flatMap((career) => lastMove(career) ?? []).map((move) => extentOf(move.date)[0]);
  const hire = Math.min(...hires);
  const from = Math.min(...begins, hire - 1);
  return { x: scaleLinear([from, hire], [x0, x1]), from, hire };
}

/** Where a stay before the hire is drawn, and where it fades. */
export function edgesOf(stay: Stay, time: TimeScale, stub: number) {
  const clip = (instant: number) => time.x(Math.min(instant, time.hire));
  const edge = (span: Span): Span => [clip(span[0]), clip(isVague(span) ? span[1] : span[0])];
  const end = stay.ended && edge(stay.ended);
  const last = stay.exit ? clip(time.hire) : (end?.[0] ?? clip(time.hire));
  const until = end?.[0] ?? last;
  const begin: Span = stay.began ? edge(stay.began) : [until - stub, until];
  return { begin, end, start: begin[0], last };
}

export function layoutTrunk(model: CareersModel, frame: Frame): CareersGeometry {
  const { careers } = model;
  const time = timeScale(careers, X.start, X.hire);
  const texts = careers.map((career) => roleTexts(career, time, frame));
  const heads = Math.max(...texts.flat().map((text) => text.lines.length), 1);
  const top = heads * LINE + HEAD;
  // Two lines of words even where one would do: between two rows there is also a bracket's label.
  const pitch = Math.max(heads, 2) * LINE + HEAD + BAND + NOTE + ROW_GAP;
  const rowY = (row: number) => row * pitch + top + BAND / 2;
  const centre = Math.round((rowY(0) + rowY(careers.length - 1)) / 2);
  const trunkTop = centre - (careers.length * BAND) / 2;
  const slice = (row: number) => trunkTop + (row + 0.5) * BAND;

  const washes = new Map<string, Wash>();
  const keep = (id: string, wash: Wash | undefined) => wash && washes.set(id, wash);
  const threads = careers.map(
    (career, row): Thread => ({
      casings: [],
      marks: career.stays.map((stay): Mark => {
        const common = markOf(model, frame, stay);
        if (stay === career.stays.at(-1)) {
          const y = slice(row);
          keep(
            stay.id,
            washOf(washId(model, frame, stay.id), [
              [X.trunk, 1],
              [X.trunk + 24, 1],
              [frame.width, 0],
            ]),
          );
          return {
            ...common,
            d: bendPath({ x0: X.trunk, x1: X.trunk + 24, x2: frame.width, y0: y, y1: y, thick: BAND }),
            fade: { end: [X.trunk + 24, frame.width] },
          };
        }
        const { begin, end, start, last } = edgesOf(stay, time, 80);
        const bends = stay.exit !== undefined && stay.exit === lastMove(career);
        const y = rowY(row);
        const x1 = bends ? last : last - SEAM;
        const [x2, y1] = bends ? [X.trunk, slice(row)] : [x1, y];
        const gap = bends && end && end[1] < last - 1;
        keep(
          stay.id,
          washOf(
            washId(model, frame, stay.id),
            fadePoints(start, x2, begin, gap ? end : undefined, gap ? last : undefined),
          ),
        );
        return {
          ...common,
          d: bendPath({ x0: start, x1, x2, y0: y, y1, thick: BAND }),
          hit: boxPath(start, y - 14, last - start, 28),
          fade: { start: begin, end: gap ? end : undefined },
        };
      }),
    }),
  );

  const roles = texts.flatMap((row, i) =>
    row.flatMap(({ stay, lines, x, anchor }) =>
      lines.map((text, k) =>
        label(text, x, rowY(i) - BAND / 2 - HEAD + 2 - (lines.length - 1 - k) * LINE, {
          anchor,
          mark: stay.id,
        }),
      ),
    ),
  );
  const names = careers.flatMap((career, i) => nameLabels(model, frame, career, rowY(i)));
  const notes = careers.flatMap((career, i) => noteLabels(frame, career, time, rowY(i) + BAND / 2 + NOTE));
  const earlier = earlierOf(model, frame, time, rowY);
  const trunkX = X.trunk + 2;
  const to = lastMove(careers[0] as Career)?.to ?? '';
  const trunk = [
    label(model.nameOf(to), trunkX, trunkTop - 27, { size: 19, face: 'label-600', tone: `${to}-text` }),
    label(frame.say('team'), trunkX, trunkTop - 9, { size: 15, tone: `${to}-text` }),
    label(frame.say('later'), trunkX, trunkTop + careers.length * BAND + 18, { tone: 'muted' }),
  ];
  const axisY = rowY(careers.length - 1) + BAND / 2 + NOTE + 14;
  const axis = axisOf(frame, time, axisY, X.start);
  const labels = [...names, ...roles, ...earlier.labels, ...notes, ...trunk, ...axis.labels];
  return {
    width: frame.width,
    height: axisY + 22,
    marks: threads.flatMap((thread) => thread.marks),
    labels,
    threads,
    washes,
    lines: [...earlier.lines, ...axis.lines],
    crisp: new Set(careers.flatMap((career) => career.stays.at(-1)?.id ?? [])),
  };
}

interface RoleText {
  stay: Stay;
  lines: readonly string[];
  x: number;
  anchor: 'start' | 'end';
}

/** Above the start of its band; a band too short for its words has them end with it. */
function roleTexts(career: Career, time: TimeScale, frame: Frame): RoleText[] {
  const stays = career.stays.slice(0, -1);
  return stays.map((stay, i) => {
    const { start } = edgesOf(stay, time, 80);
    const following = stays[i + 1];
    const limit = following ? edgesOf(following, time, 80).start - 14 : X.hire;
    const words = (width: number) =>
      balanceText(roleOf(stay, frame.say), width, 13, 'label-400', frame.measure);
    const own = limit - start;
    return own >= 150 || following
      ? { stay, lines: words(own), x: start, anchor: 'start' }
      : { stay, lines: words(360), x: X.hire, anchor: 'end' };
  });
}

export function nameLabels(model: CareersModel, frame: Frame, career: Career, y: number): Label[] {
  const from = lastMove(career)?.from ?? '';
  const origin = frame.say(model.musks.has(from) ? 'origin.musk' : 'origin', { org: model.nameOf(from) });
  return [
    label(career.person, 0, y - 1, { size: 16, face: 'label-600' }),
    label(origin, 0, y + 16, { tone: `${from}-text`, face: 'label-600' }),
  ];
}

/** Why an edge is soft, in words, beneath the edge. */
export function noteOf(frame: Frame, stay: Stay): string {
  if (stay.entry) return '';
  if (stay.start === '') return frame.say('start.unknown');
  return stay.start.length === 4 ? frame.say('start.year', { year: stay.start }) : '';
}

export const exitNote = (frame: Frame, stay: Stay) =>
  stay.exitReported ? frame.say('exit.reported', { date: formatDate(stay.exitReported, frame.lang) }) : '';

function noteLabels(frame: Frame, career: Career, time: TimeScale, y: number): Label[] {
  return career.stays.slice(0, -1).flatMap((stay) => {
    const { start } = edgesOf(stay, time, 80);
    const [begin, exit] = [noteOf(frame, stay), exitNote(frame, stay)];
    const short = start + frame.measure(begin, 13) > X.hire;
    return [
      ...(begin
        ? [
            label(begin, short ? X.hire : start, y, {
              tone: 'muted',
              anchor: short ? 'end' : 'start',
              mark: stay.id,
            }),
          ]
        : []),
      ...(exit ? [label(exit, X.hire, y, { tone: 'muted', anchor: 'end', mark: stay.id })] : []),
    ];
  });
}

/** "before: …" under the name, not on the dated axis; people who share an employer are bracketed beside it. */
function earlierOf(
  model: CareersModel,
  frame: Frame,
  time: TimeScale,
  rowY: (row: number) => number,
): { labels: Label[]; lines: Line[] } {
  const placed = model.careers.map((career, row) => {
    const first = career.stays[0];
    const until = first ? edgesOf(first, time, 80).start : X.start;
    const y = rowY(row);
    const list = formatList(
      career.before.map((stay) => model.nameOf(stay.org)),
      frame.lang,
    );
    const texts = list
      ? balanceText(frame.say('before', { list }), EARLIER, 13, 'label-400', frame.measure)
      : [];
    const mark = career.before.length === 1 ? career.before[0]?.id : undefined;
    const words = texts.map((text, i) => label(text, 0, y + 33 + i * LINE, { tone: 'muted', mark }));
    const end = Math.max(0, ...texts.map((text) => frame.measure(text, 13)));
    const last = words.at(-1);
    return { person: career.person, words, y, end, until, at: last ? last.y - 4.5 : y, mark };
  });
  const labels = placed.flatMap((one) => one.words);
  const lines: Line[] = [];
  const bonds: Box[] = [];
  for (const { people, org, together } of model.shared) {
    const [a, b] = people.map((person) =>
      placed.find((one) => one.person === person && one.words.length > 0),
    );
    if (!a || !b) continue;
    const x = Math.max(a.end, b.end, EARLIER - 12) + 14;
    const text = frame.say(together ? 'together' : 'bothAt', { org: model.nameOf(org) });
    if (x + 20 + frame.measure(text, 13) > Math.min(a.until, b.until)) continue;
    lines.push({ x1: a.end + 8, y1: a.at, x2: x, y2: a.at, tone: 'muted' });
    lines.push({ x1: b.end + 8, y1: b.at, x2: x, y2: b.at, tone: 'muted' });
    lines.push({ x1: x, y1: a.at, x2: x, y2: b.at, tone: 'muted' });
    const made = label(text, x + 10, (a.at + b.at) / 2 + 4.5, { mark: b.mark });
    labels.push(made);
    bonds.push(boxOf(made, frame.measure));
  }
  // A dotted line that met the words of a bracket would make them its own: it begins behind them.
  for (const one of placed) {
    const met = bonds.filter((box) => box.y - BOND_AIR.y < one.y && one.y < box.y + box.height + BOND_AIR.y);
    const x1 = Math.max(X.start, ...met.map((box) => box.x + box.width + BOND_AIR.x));
    if (one.until - x1 > 40)
      lines.push({ x1, y1: one.y, x2: one.until - 6, y2: one.y, tone: 'muted', dash: '1 5' });
  }
  return { labels, lines };
}

/** Between two words of the axis. */
const AXIS_AIR = 8;

/** Ticks: the first start in words, whole years where there is room, and the day of the hires, on a phone beneath them. */
export function axisOf(
  frame: Frame,
  time: TimeScale,
  y: number,
  x0: number,
  below = false,
): { labels: Label[]; lines: Line[] } {
  const first = new Date(time.from).toISOString().slice(0, 7);
  const hire = new Date(time.hire).toISOString().slice(0, 10);
  const xHire = time.x(time.hire);
  const fixed = [
    label(formatDate(first, frame.lang, below ? 'short' : 'long'), x0 + 5, y + 13, { tone: 'muted' }),
    label(formatDate(hire, frame.lang), below ? xHire - 5 : xHire + 5, y + 13 + (below ? LINE + 1 : 0), {
      face: 'label-600',
      anchor: below ? 'end' : 'start',
    }),
  ];
  const years: Label[] = [];
  const every = (xHire - x0) / ((time.hire - time.from) / 3.156e10) > 30 ? 2 : 4;
  for (
    let year = Math.ceil(Number(first.slice(0, 4)) / every) * every;
    year < Number(hire.slice(0, 4));
    year += every
  ) {
    const made = label(String(year), time.x(Date.UTC(year, 0, 1)) + 5, y + 13, { tone: 'muted' });
    const box = boxOf(made, frame.measure);
    const roomy = { ...box, x: box.x - AXIS_AIR, width: box.width + 2 * AXIS_AIR };
    // On a phone the tick of the hires runs down beside this line.
    const passes = below && roomy.x + roomy.width > xHire;
    if (made.x > x0 && !passes && !fixed.some((other) => overlap(roomy, boxOf(other, frame.measure))))
      years.push(made);
  }
  const tick = (at: number, bold = false): Line => ({
    x1: at,
    y1: y + 2,
    x2: at,
    y2: y + 14 + (bold && below ? LINE + 1 : 0),
    tone: bold ? 'ink' : 'muted',
  });
  return {
    labels: [fixed[0] as Label, ...years, fixed[1] as Label],
    lines: [tick(x0), ...years.map((one) => tick(one.x - 5)), tick(xHire, true)],
  };
}
