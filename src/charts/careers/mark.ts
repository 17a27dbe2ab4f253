/** What the marks of all drawings of `careers` have in common: what a stay is called, its colour, its soft edges. */
import { formatDate } from '~/i18n/dates';
import type { Fade, Mark } from '~/kit/items';
import { OUTLINE } from '~/kit/shapes';
import type { Frame } from '../contract';
import type { CareersModel } from './definition';
import { isConfirmed, roleOf, type Stay } from './stays';
import { type Point, tubePath } from './tube';

/** Where a stay is drawn: one line, or two with a gap between them. */
export interface Drawn {
  lines: readonly (readonly Point[])[];
  thick: number;
  /** See `tubePath`. */
  reach: number;
  fade?: Fade | undefined;
  hit?: Mark['hit'];
  /** How much heavier its outline is than in a page. */
  weight?: number;
}

/** The mark of a stay, as thick as asked for whether it is solid or an outline. */
export function markOf(stay: Stay, model: CareersModel, frame: Frame, drawn: Drawn): Mark {
  const { lines, thick, reach, fade, hit, weight = 1 } = drawn;
  const look = isConfirmed(stay) ? 'solid' : 'said';
  const inner = look === 'said' ? Math.max(thick - OUTLINE * weight, 1) : thick;
  const [xs, ys] = [0, 1].map((k) => lines.flat().map((point) => point[k] as number)) as [number[], number[]];
  const [x, y] = [Math.min(...xs), Math.min(...ys) - thick / 2];
  return {
    kind: 'mark',
    id: stay.id,
    name: nameOf(stay, model, frame),
    look,
    tone: stay.org,
    date: (stay.exit ?? stay.entry)?.date ?? (stay.start || undefined),
    d: lines.map((line) => tubePath(line, inner, reach)).join(''),
    box: { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) + thick / 2 - y },
    ...(fade ? { fade } : {}),
    ...(hit ? { hit } : {}),
  };
}

function nameOf({ exit, person, ...stay }: Stay, model: CareersModel, { say, lang }: Frame): string {
  const org = model.nameOf(stay.org);
  if (!exit) return say('mark.stay', { person, org, role: roleOf(stay, say) });
  const status = say(`table.${exit.status}`);
  return say('mark.exit', {
    person,
    org,
    to: model.nameOf(exit.to),
    date: formatDate(exit.date, lang),
    status,
  });
}

/** Opacity at places along the x axis, in their order; a fade no eye would see is none. */
export function fadeOf(stops: readonly (readonly [x: number, opacity: number])[]): Fade | undefined {
  const [from, to] = [stops[0]?.[0] ?? 0, stops.at(-1)?.[0] ?? 0];
  if (to - from < 1.5) return undefined;
  return {
    from: [from, 0],
    to: [to, 0],
    stops: stops.map(([x, opacity]) => ({ at: Math.min(1, Math.max(0, (x - from) / (to - from))), opacity })),
  };
}
