/** The trunk in a column of text or on a phone: a block per person, every band turns down, and they meet at the foot. */
import { formatList } from '~/i18n/numbers';
import type { Mark } from '~/kit/draw';
import { type Label, label } from '~/kit/labels';
import { balanceText } from '~/kit/measure';
import { boxPath } from '~/kit/shapes';
import type { Frame } from '../contract';
import { turnPath } from './bend';
import { type CareersModel, lastMove } from './definition';
import { type CareersGeometry, markOf, type Thread, washId } from './drawn';
import { fadePoints, type Wash, washOf } from './fade';
import type { Career, Stay } from './stays';
import { axisOf, edgesOf, exitNote, noteOf, timeScale } from './trunk';

const BAND = 12;
/** One pixel apart, so that two bands of one company stay two. */
const TRACK = 13;
/** Right of the hires the bands turn down. */
const BUNDLE = 78;
const RADIUS = 16;
const LINE = 16;
const GAP = 20;
const TRUNK = 78;

export function layoutTrunkNarrow(model: CareersModel, frame: Frame): CareersGeometry {
  const { careers } = model;
  const time = timeScale(careers, 0, frame.width - BUNDLE);
  // The first person takes the outermost track, so that no band crosses another.
  const right = frame.width;
  const track = (row: number) => right - row * TRACK - BAND / 2;
  const labels: Label[] = [];
  const rows: number[] = [];
  let y = 0;
  careers.forEach((career, row) => {
    const from = lastMove(career)?.from ?? '';
    // The band above has turned down beside this block; the words under the band stop at its own turn.
    const room = row === 0 ? right : track(row - 1) - TRACK / 2 - 8;
    const under = track(row) - TRACK / 2 - 8;
    labels.push(label(career.person, 0, y + 14, { size: 16, face: 'label-600' }));
    const width = frame.measure(career.person, 16, 'label-600');
    const origin = frame.say(model.musks.has(from) ? 'origin.musk' : 'origin', { org: model.nameOf(from) });
    const beside = width + 8 + frame.measure(origin, 13, 'label-600') < room;
    if (!beside) y += 17;
    labels.push(label(origin, beside ? width + 8 : 0, y + 14, { tone: `${from}-text`, face: 'label-600' }));
    y += 20;
    const stay = career.stays.at(-2);
    for (const line of balanceText(stay?.role ?? '', room, 13, 'label-400', frame.measure)) {
      labels.push(label(line, 0, y + 11, { mark: stay?.id }));
      y += LINE;
    }
    y += 5;
    rows.push(y + BAND / 2);
    const first = career.stays[0] as Stay;
    const list = formatList(
      career.before.map((one) => model.nameOf(one.org)),
      frame.lang,
    );
    const before = list ? frame.say('before', { list }) : '';
    const free = edgesOf(first, time, 30).start;
    const onTrack = before !== '' && frame.measure(before, 13) + 10 < free;
    if (onTrack) labels.push(label(before, 0, y + BAND / 2 + 4.5, { tone: 'muted' }));
    y += BAND;
    const together = model.shared.find((one) => one.people[1] === career.person);
    const notes = [
      onTrack ? '' : before,
      noteOf(frame, first) || (stay ? noteOf(frame, stay) : ''),
      stay ? exitNote(frame, stay) : '',
    ].filter(Boolean);
    const bond = together
      ? frame.say(together.together ? 'togetherWith' : 'bothWith', {
          person: together.people[0],
          org: model.nameOf(together.org),
        })
      : '';
    const text = [...notes, bond].filter(Boolean).join('; ');
    const lines = text ? balanceText(text, under, 13, 'label-400', frame.measure) : [];
    // A note alone stands beneath the edge it speaks of, where it fits.
    const beneath = lines.length === 1 && free + frame.measure(text, 13) < under ? free : 0;
    for (const line of lines) {
      labels.push(label(line, beneath, y + 14, { tone: 'muted', mark: stay?.id }));
      y += LINE;
    }
    y += GAP;
  });
  const axis = axisOf(frame, time, y - 6, 0, 'end');
  const foot = y + 26;

  const washes = new Map<string, Wash>();
  const keep = (id: string, wash: Wash | undefined) => wash && washes.set(id, wash);
  const threads = careers.map(
    (career, row): Thread => ({
      casings: [],
      marks: career.stays.map((stay): Mark => {
        const common = markOf(model, frame, stay);
        const x = track(row);
        if (stay === career.stays.at(-1)) {
          keep(
            stay.id,
            washOf(
              washId(model, frame, stay.id),
              [
                [foot, 1],
                [foot + 16, 1],
                [foot + TRUNK, 0],
              ],
              { x },
            ),
          );
          return { ...common, d: boxPath(x - TRACK / 2, foot, TRACK, TRUNK) };
        }
        const at = rows[row] as number;
        const { begin, end, start, last } = edgesOf(stay, time, 30);
        const turns = stay.exit !== undefined && stay.exit === lastMove(career);
        const gap = turns && end && end[1] < last - 1;
        const until = turns ? x : last - 1;
        keep(
          stay.id,
          washOf(
            washId(model, frame, stay.id),
            fadePoints(start, turns ? right : until, begin, gap ? end : undefined, gap ? last : undefined),
          ),
        );
        return {
          ...common,
          d: turns
            ? turnPath({ x0: start, y0: at, x1: x, y1: foot, radius: RADIUS, thick: BAND })
            : boxPath(start, at - BAND / 2, until - start, BAND),
          hit: boxPath(start, at - 12, last - start, 24),
          fade: { start: begin, end: gap ? end : undefined },
        };
      }),
    }),
  );
  const to = lastMove(careers[0] as Career)?.to ?? '';
  const edge = track(careers.length - 1) - TRACK / 2 - 12;
  const trunk = [
    label(model.nameOf(to), edge, foot + 17, {
      size: 19,
      face: 'label-600',
      tone: `${to}-text`,
      anchor: 'end',
    }),
    label(frame.say('team'), edge, foot + 36, { size: 15, tone: `${to}-text`, anchor: 'end' }),
    label(frame.say('later'), edge, foot + 56, { tone: 'muted', anchor: 'end' }),
  ];
  return {
    width: frame.width,
    height: foot + TRUNK,
    marks: threads.flatMap((thread) => thread.marks),
    labels: [...labels, ...axis.labels, ...trunk],
    threads,
    washes,
    lines: axis.lines,
    crisp: new Set(careers.flatMap((career) => career.stays.at(-1)?.id ?? [])),
  };
}
