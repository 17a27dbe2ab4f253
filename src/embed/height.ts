/** How high an embed is at every width, from its layout and the measured lines of its words: known before it loads. */
import type { Rendering, Size } from '~/charts/contract';
import { asSet, measureText, wrapText } from '~/kit/measure';
import { clamped, styled } from './sheet';
import type { EmbedWords } from './words';

/** What drawings.css says of a drawing: from which width of the figure on it stands, and between which it grows. */
const drawn = (size: Size, most: (room: number) => number) => ({
  size,
  from: styled(`.drawings > .${size}`, 'min-width'),
  most,
});
const MOST_MEDIUM = styled('.drawings > .medium', 'max-width');
/** The widest first, in CSS pixels. */
const DRAWINGS = [
  drawn('wide', () => Number.POSITIVE_INFINITY),
  drawn('medium', () => MOST_MEDIUM),
  drawn('narrow', clamped('.drawings > .narrow', 'max-width')),
] as const;

/** Beside the figure. */
const GUTTER = 2 * styled('body', 'padding-inline');
const PAD = 2 * (styled('cf-figure', 'border-block') + styled('cf-figure', 'padding-block'));

/** Type of a part, as its selector sets it. */
const typeOf = (selector: string) => {
  const size = styled(selector, 'font-size');
  return { size, line: size * styled(selector, 'line-height') };
};
const TITLE = { ...typeOf('.figure-title'), spacing: styled('.figure-title', 'letter-spacing') };
const LEAD = { ...typeOf('.lead'), most: styled('.lead', 'max-width') };
const FOOT = typeOf('.foot');
const BETWEEN = {
  lead: styled('.lead', 'margin-top'),
  drawing: styled('.drawings', 'margin') + 2 * styled('.drawings', 'padding'),
  foot: styled('.foot', 'margin-top') + styled('.foot', 'border-top') + styled('.foot', 'padding-top'),
  /** From one tool to the next. */
  tools: styled('.tools', 'gap', 1),
};
const TOOL = FOOT.line + 2 * styled('.tool > summary', 'padding-block');
/** A drawing that is wider than its figure is scrolled, in some browsers by a thin bar below it. */
const SCROLLBAR = 11;
/** After the name of the view: spaces that do not break carry the arrow. */
const ARROW = '\u00a0'.repeat(5);

/** Widths readers and articles have; between two the larger height holds. */
const LIKELY = [
  // A phone's column, less the margin a browser gives a figure.
  ...[240, 280, 300],
  ...[320, 340, 343, 358, 360, 375, 380, 390, 400, 414, 440, 480, 520],
  ...[560, 600, 640, 680, 720, 760, 800, 840, 880, 920, 960, 1000, 1040],
];
/** Widths that ride in the snippet: these, and the last of one drawing beside the first of the next. */
export const EMBED_WIDTHS: readonly number[] = [
  ...LIKELY,
  ...DRAWINGS.slice(0, -1).flatMap(({ from }) => [from + GUTTER - 1, from + GUTTER]),
].sort((a, b) => a - b);

/** How much wider the first word is in bold than beside it, in CSS pixels: the rest of its line is in the other weight. */
function bolder(text: string, size: number): number {
  const [first = ''] = text.split(' ');
  return measureText(first, size, 'label-600') - measureText(first, size, 'label-400');
}

/** Lines of the measure with the menu of views, which follows where the last line has room for it. */
function leadLines(text: string, menu: EmbedWords['menu'], width: number): number {
  const said = wrapText(text, width, LEAD.size, 'label-400');
  if (!menu) return said.length;
  const label = measureText(`${menu.label} `, LEAD.size);
  const name = measureText(menu.name, LEAD.size, 'label-600') + measureText(ARROW, LEAD.size);
  const last = asSet(measureText(`${said.at(-1) ?? ''} `, LEAD.size));
  if (last + asSet(label + name) <= width) return said.length;
  // Wider than a line it breaks within itself.
  return said.length + wrapText(menu.name + ARROW, width - label, LEAD.size, 'label-600').length;
}

/** Lines that the tools take, one beside the other while there is room. */
function toolLines(tools: EmbedWords['tools'], width: number): number {
  let count = 1;
  let end = -BETWEEN.tools;
  for (const tool of tools) {
    const needed = asSet(measureText(tool, FOOT.size));
    if (end >= 0 && end + BETWEEN.tools + needed > width) {
      count += 1;
      end = needed;
    } else end += BETWEEN.tools + needed;
  }
  return count;
}

/**
 * Height in whole CSS pixels at a width, closed panels included.
 * @param widening pixels by which the drawing may be wider, the words still broken at `width`
 */
function embedHeight(rendering: Rendering, width: number, words: EmbedWords, widening = 0): number {
  const inner = width - GUTTER;
  const { size, from, most } = DRAWINGS.find((one) => inner >= one.from) ?? DRAWINGS[2];
  const drawing = rendering.geometry(size);
  const across = Math.max(from, Math.min(inner + widening, most(inner)));
  const { title, subtitle } = rendering.words;
  // Its letters stand closer than measured; its ligatures, which come apart, take half of that back.
  const closer = -0.5 * TITLE.spacing * TITLE.size * Math.min(title.length, inner / (TITLE.size / 2));
  const head = wrapText(title, inner + closer, TITLE.size, 'head').length * TITLE.line;
  const measure = Math.min(inner, LEAD.most);
  const lead = BETWEEN.lead + leadLines(subtitle, words.menu, measure) * LEAD.line;
  const bar = across > inner + widening ? SCROLLBAR : 0;
  const picture = BETWEEN.drawing + (across * drawing.height) / drawing.width + bar;
  // Its first word, the name of the site, is bold.
  const room = inner - bolder(words.note, FOOT.size);
  const note = BETWEEN.foot + wrapText(words.note, room, FOOT.size, 'label-400').length * FOOT.line;
  return Math.ceil(PAD + head + lead + picture + note + toolLines(words.tools, inner) * TOOL);
}

/** Pixels from one width tried between two that are listed to the next. */
const STEP = 4;
/** Pixels too many that are better than one entry more. */
const SPARE = 4;

/** The snippet and two oEmbed answers of a view say the same heights. */
const known = new WeakMap<Rendering, readonly (readonly [number, number])[]>();

/**
 * Width and height, both in CSS pixels, for the snippet; computed once for a rendering and its words. A drawing grows between two listed widths while its words
 * still take as many lines: where it is higher there than at both, the higher of them says so, or, where it is much
 * higher, the width at which it is highest is listed too.
 */
export function embedHeights(
  rendering: Rendering,
  words: EmbedWords,
): readonly (readonly [number, number])[] {
  const said = known.get(rendering);
  if (said) return said;
  const list: [width: number, height: number][] = [];
  for (const width of EMBED_WIDTHS) {
    const here: [number, number] = [width, embedHeight(rendering, width, words)];
    const before = list.at(-1) ?? here;
    const between = Array.from({ length: Math.ceil((width - before[0] - 1) / STEP) }, (_, k) => {
      const tried = before[0] + k * STEP + 1;
      return [tried, embedHeight(rendering, tried, words, STEP)] as [number, number];
    });
    const higher = before[1] > here[1] ? before : here;
    const peak = between.reduce((most, one) => (one[1] >= most[1] ? one : most), higher);
    if (peak[1] > higher[1] + SPARE) list.push(peak);
    else higher[1] = peak[1];
    list.push(here);
  }
  known.set(rendering, list);
  return list;
}
