/** Words as a part of a drawing: broken into even lines where they do not fit, one label whatever its lines. */

import type { Part } from './block';
import type { Label, RowRef, Span, TextLine } from './items';
import { type Face, measureText, reserve } from './measure';
import type { Token } from './palette';

/** A stretch that differs from the rest of its text. */
export type Stretch = Partial<Span> & { text: string };
/** A text, or several stretches that read on from each other. */
export type Words = string | readonly (string | Stretch)[];

export interface TextStyle {
  /** CSS pixels. */
  size?: number;
  face?: Face;
  tone?: Token;
  /** No line is wider. */
  room?: number;
  /** How lines stand to each other, and to the place they are put at. */
  anchor?: Label['anchor'];
  mark?: string | undefined;
  view?: string | undefined;
  sums?: readonly string[] | undefined;
  row?: RowRef | undefined;
  spoken?: string | undefined;
  halo?: boolean;
  scale?: boolean;
  /** From baseline to baseline, in units of the size. */
  leading?: number;
  /** Whether lines are as even as they can be, or each as full as it can be: prose, with no last word alone. */
  even?: boolean;
}

/** Ink above and below a baseline, and where the first baseline lies in a line's height, in units of the size. */
const INK = { above: 0.76, below: 0.22 };
const BASELINE = 0.97;
const LEADING = 1.24;

const sameStyle = (a: Span, b: Span) =>
  a.size === b.size &&
  a.face === b.face &&
  a.tone === b.tone &&
  a.view === b.view &&
  a.sums === b.sums &&
  a.row === b.row &&
  a.spoken === b.spoken;

const widthOf = ({ text, size, face }: Pick<Span, 'text' | 'size' | 'face'>) => measureText(text, size, face);

/** Stretches of one line: neighbours of one style are one. */
function joined(words: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const word of words) {
    const last = spans.at(-1);
    if (last && sameStyle(last, word))
      spans[spans.length - 1] = { ...last, text: `${last.text} ${word.text}` };
    else spans.push(word);
  }
  return spans;
}

/** Size of the largest letters of a line. */
const highest = (spans: readonly Span[]) => Math.max(0, ...spans.map((span) => span.size));

/**
 * What is written of each stretch of a line, with the spaces between them: the smaller letters beside one have it, as
 * it would be a gap in the larger. Renderers differ in where they drop a space between stretches; one that does not
 * break is kept by all.
 */
export const spaced = (spans: readonly Span[]): string[] =>
  spans.map(({ text, size }, i) => {
    const [before, after] = [spans[i - 1], spans[i + 1]];
    return `${before && size <= before.size ? '\u00a0' : ''}${text}${after && size < after.size ? '\u00a0' : ''}`;
  });

/** Width of a line of stretches, with the spaces between them. */
export const lineWidth = (spans: readonly Span[]): number => {
  const texts = spaced(spans);
  return spans.reduce((sum, span, i) => sum + widthOf({ ...span, text: texts[i] ?? '' }), 0);
};

/** A word wider than the room is broken after its hyphens, and where that is not enough between letters. */
function broken(word: Span, room: number): Span[] {
  if (reserve(widthOf(word)) <= room) return [word];
  const pieces: string[] = [];
  const letters = word.text.match(/[^-]*-+|[^-]+/g) ?? [word.text];
  for (const part of letters) {
    const last = pieces.at(-1);
    if (last !== undefined && reserve(widthOf({ ...word, text: last + part })) <= room)
      pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces.flatMap((text) => lettersThatFit(text, word, room)).map((text) => ({ ...word, text }));
}

function lettersThatFit(text: string, word: Span, room: number): string[] {
  const fits = (some: string) => reserve(widthOf({ ...word, text: some })) <= room;
  if (fits(text) || text.length < 4) return [text];
  let n = text.length - 2;
  while (n > 2 && !fits(`${text.slice(0, n)}-`)) n -= 1;
  return [`${text.slice(0, n)}-`, ...lettersThatFit(text.slice(n), word, room)];
}

/** Greedy lines no wider than `room`. */
function linesOf(words: readonly Span[], room: number): Span[][] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  for (const word of words.flatMap((one) => broken(one, room))) {
    if (line.length > 0 && reserve(lineWidth(joined([...line, word]))) > room) {
      lines.push(line);
      line = [];
    }
    line.push(word);
  }
  return [...lines, line].filter((one) => one.length > 0).map(joined);
}

/** Of a paragraph, a first line of one word takes the beginning of a hyphenated word that follows, if that breaks there. */
function evenLines(words: readonly Span[], room: number): Span[][] {
  const even = evened(words, room);
  const [first, next] = words;
  const [, head, tail] = /^([^-]+-)(.+)$/.exec(next?.text ?? '') ?? [];
  if (!first || !next || !head || !tail || even.length < 3 || even[0]?.[0]?.text !== first.text) return even;
  const halves = [head, tail].map((text) => ({ ...next, text }));
  const tried = evened([first, ...halves, ...words.slice(2)], room);
  return tried.length <= even.length && tried[0]?.at(-1)?.text.endsWith(head) ? tried : even;
}

/** The same number of lines, as even as they can be: no orphaned word. */
function evened(words: readonly Span[], room: number): Span[][] {
  let best = linesOf(words, room);
  if (best.length < 2) return best;
  let [low, high] = [room / 2, room];
  for (let step = 0; step < 7; step++) {
    const middle = (low + high) / 2;
    const lines = linesOf(words, middle);
    if (lines.length > best.length) low = middle;
    else [high, best] = [middle, lines];
  }
  return best;
}

/** Of prose whose last line is one word, how far the others may be drawn in for a second. */
const DRAWN_IN = [0.97, 0.94, 0.91, 0.88, 0.85, 0.82];

/** Lines as full as they can be, in no more of them a last one of more than one word. */
function fullLines(words: readonly Span[], room: number): Span[][] {
  const full = linesOf(words, room);
  const alone = (lines: Span[][]) =>
    (lines.at(-1) ?? [])
      .map((span) => span.text)
      .join(' ')
      .split(' ').length < 2;
  if (full.length < 2 || !alone(full)) return full;
  const tries = DRAWN_IN.map((share) => linesOf(words, share * room));
  return tries.find((lines) => lines.length === full.length && !alone(lines)) ?? full;
}

/** A text: 13 px, regular and in ink unless said otherwise. As wide as its widest line, with the reserve. */
export function text(words: Words, style: TextStyle = {}): Part {
  const {
    size = 13,
    face = 'label-400',
    tone = 'ink',
    room = Number.POSITIVE_INFINITY,
    anchor = 'start',
  } = style;
  const { mark, halo, scale, view, sums, row, spoken, leading = LEADING, even = true } = style;
  const stretches = typeof words === 'string' ? [words] : words;
  const all = stretches.flatMap((one): Span[] => {
    const stretch = {
      size,
      face,
      tone,
      view,
      sums,
      row,
      spoken,
      ...(typeof one === 'string' ? { text: one } : one),
    };
    return stretch.text
      .split(' ')
      .filter(Boolean)
      .map((word) => ({ ...stretch, text: word }));
  });
  const lines = even ? evenLines(all, room) : fullLines(all, room);
  const tops: number[] = [];
  let height = 0;
  for (const line of lines) {
    tops.push(height);
    height += leading * highest(line);
  }
  const width = Math.max(0, ...lines.map((line) => reserve(lineWidth(line))));
  const baseline = (spans: readonly Span[]) => (leading - LEADING + BASELINE) * highest(spans);
  return {
    width,
    height,
    baseline: baseline(lines[0] ?? []),
    at(x, y) {
      if (lines.length === 0) return [];
      const from = x + (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
      const placed = lines.map((spans, i): TextLine => {
        return { x: from, y: y + (tops[i] ?? 0) + baseline(spans), spans };
      });
      const [first, last] = [placed[0] as TextLine, placed.at(-1) as TextLine];
      const top = first.y - INK.above * highest(first.spans);
      const bottom = last.y + INK.below * highest(last.spans);
      return [
        {
          kind: 'label',
          lines: placed,
          anchor,
          box: { x, y: top, width, height: bottom - top },
          text: all.map((word) => word.text).join(' '),
          size: Math.min(...lines.flat().map((span) => span.size)),
          mark,
          halo,
          scale,
        },
      ];
    },
  };
}
