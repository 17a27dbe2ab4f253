/** What is wrong with a drawing, in words: for tests of layouts with any data. */
import { type Box, type Geometry, type Label, labelsOf, marksOf, overlap } from './items';

const place = ({ x, y, width, height }: Box) =>
  [x, y, x + width, y + height].map((n) => Math.round(n)).join(' ');

/** Within the frame by a pixel; NaN is outside. */
const inside = (box: Box, frame: Geometry) =>
  box.x >= -1 &&
  box.y >= -1 &&
  box.x + box.width <= frame.width + 1 &&
  box.y + box.height <= frame.height + 1;

/**
 * Labels over one another, cut or broken, or set too small; marks and labels that leave the frame. Empty where all
 * is well.
 * @param smallest CSS pixels
 */
export function faultsOf(drawing: Geometry, smallest = 12): string[] {
  const labels = labelsOf(drawing);
  const frame = `${drawing.width} x ${drawing.height}`;
  return [
    ...marksOf(drawing).flatMap(({ id, d, box }) => [
      ...(/NaN|undefined|Infinity/.test(d) ? [`mark ${id} is drawn as ${d}`] : []),
      ...(inside(box, drawing) ? [] : [`mark ${id} at ${place(box)} leaves ${frame}`]),
    ]),
    ...labels.flatMap(({ text, size, box }) => [
      ...(size >= smallest ? [] : [`"${text}" is set in ${size} px`]),
      ...(/…$|^$|undefined|NaN/.test(text) ? [`"${text}" is cut or broken`] : []),
      ...(inside(box, drawing) ? [] : [`"${text}" at ${place(box)} leaves ${frame}`]),
    ]),
    ...overlapping(labels).map(([a, b]) => `"${a.text}" and "${b.text}" overlap at ${place(b.box)}`),
  ];
}

/** From top to bottom, each with those that begin before it ends. */
function overlapping(labels: readonly Label[]): [Label, Label][] {
  const down = [...labels].sort((a, b) => a.box.y - b.box.y);
  return down.flatMap((a, i) => {
    const found: [Label, Label][] = [];
    for (let k = i + 1; k < down.length; k++) {
      const b = down[k] as Label;
      if (b.box.y >= a.box.y + a.box.height) break;
      if (overlap(a.box, b.box)) found.push([a, b]);
    }
    return found;
  });
}
