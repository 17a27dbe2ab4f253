/** Words as outlines, in the faces they are measured with: a file looks the same wherever it is opened. */
import { type Face, type Glyph, shapeText } from './measure';

/** In steps, so that a letter is the same text wherever it stands: the first point, the rest, the last contour's start. */
interface Drawn {
  start: readonly [number, number];
  steps: string;
  end: readonly [number, number];
}
const drawn = new WeakMap<Glyph['font'], Map<number, Drawn | undefined>>();

/** How many numbers a command of a glyph takes. */
const POINTS = /-?\d+(?:\.\d+)?/g;

/** Undefined for a space. */
function drawGlyph({ font, id }: Glyph): Drawn | undefined {
  let start: [number, number] | undefined;
  let [x, y, fromX, fromY] = [0, 0, 0, 0];
  let steps = '';
  let smooth = '';
  for (const [, command = '', rest = ''] of font.glyphToPath(id).matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    if (command === 'Z') {
      steps += 'z';
      smooth = '';
      [x, y] = [fromX, fromY];
      continue;
    }
    const values = (rest.match(POINTS) ?? []).map(Number);
    const [endX = 0, endY = 0] = values.slice(-2);
    const own = values.map((value, i) => value - (i % 2 === 0 ? x : y));
    if (start || command !== 'M') steps += stepOf(command, own, smooth);
    else start = [endX, endY];
    smooth = command === 'Q' ? goingOn(own) : '';
    [x, y] = [endX, endY];
    if (command === 'M') [fromX, fromY] = [x, y];
  }
  return start && { start, steps: steps.replaceAll(' -', '-'), end: [fromX, fromY] };
}

/** Where the next curve bends to, if it goes on as one ended: as most curves of a letter do. */
const goingOn = ([bendX = 0, bendY = 0, x = 0, y = 0]: readonly number[]) => `${x - bendX} ${y - bendY}`;

/** In as few letters as say the same: a curve that goes on without where it bends, a line along an axis by its length. */
function stepOf(command: string, values: readonly number[], smooth: string): string {
  const [x, y, ...end] = values;
  if (command === 'Q' && `${x} ${y}` === smooth) return `t${end.join(' ')}`;
  if (command === 'L' && y === 0) return `h${x}`;
  if (command === 'L' && x === 0) return `v${y}`;
  return command.toLowerCase() + values.join(' ');
}

function known(glyph: Glyph): Drawn | undefined {
  const own = drawn.get(glyph.font) ?? new Map<number, Drawn | undefined>();
  drawn.set(glyph.font, own);
  if (!own.has(glyph.id)) own.set(glyph.id, drawGlyph(glyph));
  return own.get(glyph.id);
}

/**
 * A line from its left end on its baseline, in units of the typeface, y up; `scale` makes CSS pixels of them.
 * @throws Error where a character is in no cut
 */
export function outlineText(text: string, size: number, face: Face) {
  const { glyphs, upem } = shapeText(text, face);
  let [d, pen, x, y] = ['', 0, 0, 0];
  for (const glyph of glyphs) {
    const shape = known(glyph);
    if (shape) {
      const [left, bottom] = [pen + glyph.x, glyph.y];
      const step = [left + shape.start[0] - x, bottom + shape.start[1] - y];
      d += `${d ? 'm' : 'M'}${step.join(' ')}${shape.steps}`;
      [x, y] = [left + shape.end[0], bottom + shape.end[1]];
    }
    pen += glyph.advance;
  }
  const scale = size / upem;
  return { d, width: pen * scale, scale };
}
