/** What `timeline` hands to its drawing, beyond marks and words. */
import type { Line, Look } from '~/kit/draw';
import type { Token } from '~/kit/palette';
import type { Geometry } from '../contract';

export interface TimelineGeometry extends Geometry {
  /** Baselines, grid and event lines, behind the marks. */
  lines: readonly Line[];
  /** Open strokes: breaks of the scale, brackets. */
  strokes: readonly { d: string; tone: Token }[];
  /** A card's own dots, which open nothing. */
  dots: readonly { d: string; look: Look; tone: Token }[];
}
