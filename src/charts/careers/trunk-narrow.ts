/** The trunk in a column of text or on a phone: a block per person, every band turns down, and they meet at the foot. */
import type { Lang } from '~/i18n/languages';
import { formatList } from '~/i18n/numbers';
import type { Mark } from '~/kit/draw';
import { boxOf, type Label, label, overlap } from '~/kit/labels';
import { balanceText } from '~/kit/measure';
import { boxPath } from '~/kit/shapes';
import type { Frame } from '../contract';
import { turnPath } from './bend';
import { type CareersModel, lastMove, roleOf } from './definition';
import { type CareersGeometry, markOf, type Thread, washId } from './drawn';
import { fadePoints, type Wash, washOf } from './fade';
import type { Career } from './stays';
import { axisOf, edgesOf, exitNote, noteOf, type TimeScale, timeScale } from './trunk';

const BAND = 12;
/** One pixel apart, so that two bands of one company stay two. */
const TRACK = 13;
/** Right of the hires the bands turn down. */
const BUNDLE = 78;
const RADIUS = 16;
const LINE = 16;
/** Between two roles at one company. */
const SEAM = 2;
const GAP = 20;
const TRUNK = 78;
/** Length of an edge whose date is not known. */
const STUB = 30;

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
    for (const line of balanceText(earlierOf(model, frame, career), room, 13, 'label-400', frame.measure)) {
      const mark = career.before.length === 1 ? career.before[0]?.id : undefined;
      labels.push(label(line, 0, y + 11, { tone: 'muted', mark }));
      y += LINE;
    }
    for (const line of balanceText(rolesOf(career, frame), room, 13, 'label-400', frame.measure)) {
      labels.push(label(line, 0, y + 11, { mark: career.stays.at(-2)?.id }));
      y += LINE;
    }
    y += 5;
    rows.push(y + BAND / 2);
    y += BAND;
    const notes = notesOf(frame, career, time, under, y + 14);
    labels.push(...notes);
    y = Math.max(y, ...notes.map((one) => one.y + 2));
    y += GAP;
  });
  const axis = axisOf(frame, time, y - 6, 0, true);
  const foot = y + 40;

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
        const { begin, end, start, last } = edgesOf(stay, time, STUB);
        const turns = stay.exit !== undefined && stay.exit === lastMove(career);
        const gap = turns && end && end[1] < last - 1;
        const until = turns ? x : last - SEAM;
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

/** What somebody did where the move came from, one role after the other. */
function rolesOf(career: Career, { say, lang }: Frame): string {
  const own = career.stays.slice(0, -1).filter((stay) => stay.org === career.stays.at(-2)?.org);
  const roles = own.map((stay) => roleOf(stay, say)).filter(Boolean);
  const [first = '', ...others] = roles;
  return others.reduce(
    (said, later) => say('role.then', { first: said, later: inSentence(later, lang) }),
    first,
  );
}

/** A German noun keeps its capital wherever it stands, and so does an abbreviation. */
const inSentence = (text: string, lang: Lang) =>
  lang === 'en' && /^.[a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** "before: Amazon and Robinhood", and with whom; a shared employer that is the only one is named once. */
function earlierOf(model: CareersModel, frame: Frame, career: Career): string {
  const { say, lang } = frame;
  const together = model.shared.find((one) => one.people[1] === career.person);
  const bond = together
    ? say(together.together ? 'togetherWith' : 'bothWith', {
        person: together.people[0],
        org: model.nameOf(together.org),
      })
    : '';
  const said = bond !== '' && career.before.every((one) => one.org === together?.org);
  const list = formatList(
    career.before.map((one) => model.nameOf(one.org)),
    lang,
  );
  return [list && !said ? say('before', { list }) : '', bond].filter(Boolean).join('; ');
}

/** Why an edge is soft, right under it: a start from where it fades in, a gap before the hire up to it. */
function notesOf(frame: Frame, career: Career, time: TimeScale, under: number, y: number): Label[] {
  const made: Label[] = [];
  for (const stay of career.stays.slice(0, -1)) {
    const { start } = edgesOf(stay, time, STUB);
    const [begin, exit] = [noteOf(frame, stay), exitNote(frame, stay)];
    const end = start + frame.measure(begin, 13) > under;
    if (begin)
      made.push(
        label(begin, end ? under : start, y, {
          tone: 'muted',
          anchor: end ? 'end' : 'start',
          mark: stay.id,
        }),
      );
    if (exit) {
      const one = label(exit, Math.min(time.x(time.hire), under), y, {
        tone: 'muted',
        anchor: 'end',
        mark: stay.id,
      });
      const met = made.some((other) => overlap(boxOf(one, frame.measure), boxOf(other, frame.measure), -4));
      made.push(met ? { ...one, y: y + LINE } : one);
    }
  }
  return made;
}
