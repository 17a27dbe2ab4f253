/** What is wrong with a drawing, in words: for tests of layouts with any data. */
import { type Box, type Geometry, labelsOf, marksOf, overlap } from './items';

const at = ({ x, y, width, height }: Box) =>
  `${Math.round(x)} ${Math.round(y)} to ${Math.round(x + width)} ${Math.round(y + height)}`;

const outside = (box: Box, { width, height }: Geometry, slack: number) =>
  box.x < -slack ||
  box.y < -slack ||
  box.x + box.width > width + slack ||
  box.y + box.height > height + slack;

/** Labels over one another or cut by the frame, and marks that leave it; empty where all is well. */
export function faultsOf(geometry: Geometry, smallest = 12): string[] {
  const labels = labelsOf(geometry);
  const frame = `in ${geometry.width} x ${geometry.height}`;
  return [
    ...marksOf(geometry).flatMap((mark) => [
      ...(outside(mark.box, geometry, 1)
        ? [`mark ${mark.id} ${at(mark.box)} leaves the frame ${frame}`]
        : []),
      ...(/NaN|undefined|Infinity/.test(mark.d)
        ? [`mark ${mark.id} has no place: ${mark.d.slice(0, 60)}`]
        : []),
    ]),
    ...labels.flatMap((label, i) => [
      ...(outside(label.box, geometry, 2)
        ? [`"${label.text}" ${at(label.box)} leaves the frame ${frame}`]
        : []),
      ...(label.size < smallest ? [`"${label.text}" is set in ${label.size} px`] : []),
      ...labels
        .slice(i + 1)
        .flatMap((other) =>
          overlap(label.box, other.box)
            ? [`"${label.text}" lies on "${other.text}" at ${at(label.box)}`]
            : [],
        ),
    ]),
  ];
}
