/** One chart as a file: title, drawing and foot in one SVG with resolved colours and outlined words; also what a PNG is drawn from. */
import { renderToStaticMarkup } from 'react-dom/server';
import { FRAMES, type Rendering, type Size } from '~/charts/contract';
import { rule, stack } from '~/kit/block';
import { Drawing, Items } from '~/kit/draw';
import type { Geometry, Item } from '~/kit/items';
import type { Face } from '~/kit/measure';
import { fileInk, pageInk, type Theme } from '~/kit/palette';
import { round } from '~/kit/path';
import type { Pen } from '~/kit/pen';
import { text } from '~/kit/text';

/** What stands under every picture. */
export interface PictureFoot {
  name: string;
  /** Kind of data and its date. */
  note: string;
}

/** Of the text that is there to be found and copied; what is seen are outlines. */
const FAMILY = { label: "'Source Sans 3',sans-serif", head: 'Newsreader,serif' };

/** Colours by name, until a theme gives them. */
const PEN: Pen = {
  ink: pageInk,
  type: (face: Face) => ({
    family: FAMILY[face === 'head' ? 'head' : 'label'],
    weight: face === 'label-400' ? 400 : face === 'label-600' ? 600 : 580,
  }),
  outlined: true,
  viewHref: () => undefined,
  markHref: () => undefined,
  sumLink: () => undefined,
  rowLink: () => undefined,
  scope: 'mark',
};
const NAMED_COLOUR = /var\(--([\w-]+)\)/g;

/** Space around a picture, and the sizes of its words. */
const SHEET = {
  wide: { margin: 32, title: 27, subtitle: 15.5 },
  medium: { margin: 24, title: 25, subtitle: 15 },
  narrow: { margin: 16, title: 23, subtitle: 15 },
};
const SMALL = 13;
const CARD_SHEET = { width: 1200, height: 630, margin: 56, titles: [68, 62, 56, 50, 44], foot: 30 };

const head = (words: string, size: number, room: number, leading: number) =>
  text(words, { size, face: 'head', room, leading });

interface Sheet {
  width: number;
  height: number;
  /** Around the drawing. */
  words: readonly Item[];
  /** Top left corner of the drawing, and by how much it is reduced. */
  dx: number;
  dy: number;
  scale: number;
}

/** What a picture shows: a chart, or a row of the data. */
export interface Pictured extends Pick<Rendering, 'lang' | 'geometry'> {
  words: Pick<Rendering['words'], 'title' | 'subtitle' | 'summary' | 'foot'>;
}

function sheetOf(rendering: Pictured, size: Size, foot: PictureFoot): Sheet {
  const drawing = rendering.geometry(size);
  if (size === 'card') return cardSheet(rendering, drawing, foot);
  const { kind, width } = FRAMES[size];
  const { margin, title, subtitle } = SHEET[kind === 'medium' || kind === 'narrow' ? kind : 'wide'];
  const above = stack(
    [
      head(rendering.words.title, title, width, 1.16),
      text(rendering.words.subtitle, {
        size: subtitle,
        tone: 'muted',
        room: width,
        leading: 1.36,
        even: false,
      }),
    ],
    { gap: 6 },
  );
  const note = `${foot.name}. ${rendering.words.foot} ${foot.note}`;
  const below = stack(
    [rule(width), text(note, { size: SMALL, tone: 'muted', room: width, leading: 1.45, even: false })],
    { gap: 4 },
  );
  const dy = margin + above.height + 18;
  const foot0 = dy + drawing.height + 18;
  return {
    width: width + 2 * margin,
    height: Math.ceil(foot0 + below.height + margin * 0.75),
    words: [...above.at(margin, margin), ...below.at(margin, foot0)],
    dx: margin,
    dy,
    scale: 1,
  };
}

/** Of a picture with its margins and words, in CSS pixels. */
export function pictureSize(rendering: Pictured, size: Size, foot: PictureFoot) {
  const { width, height } = sheetOf(rendering, size, foot);
  return { width, height };
}

function cardSheet(rendering: Pictured, drawing: Geometry, foot: PictureFoot): Sheet {
  const { width, height, margin, titles, foot: small } = CARD_SHEET;
  const inner = width - 2 * margin;
  const lines = (size: number) => head(rendering.words.title, size, inner, 1.08);
  // As large as it can be in two lines.
  const fitting =
    titles.map(lines).find((one, i) => one.height < 3 * (titles[i] ?? 0)) ?? lines(titles.at(-1) ?? 0);
  const name = text(foot.name, { size: small + 2, face: 'head' });
  const note = text(foot.note, { size: small, tone: 'muted' });
  const base = height - 34;
  const top = margin - 8 + fitting.height + 10;
  const room = base - name.height - 8 - top;
  const scale = Math.min(1, room / drawing.height);
  return {
    width,
    height,
    words: [
      ...fitting.at(margin, margin - 8),
      ...name.at(margin, base - name.height),
      ...note.at(width - margin - note.width, base - note.height),
    ],
    dx: margin,
    dy: top + (room - scale * drawing.height) / 2,
    scale,
  };
}

/** Each picture is asked for several times, in two themes and with and without metadata; React takes longest. */
const drawn = new WeakMap<Pictured, Map<string, string>>();

function drawnOnce(rendering: Pictured, size: Size, foot: PictureFoot): string {
  const own = drawn.get(rendering) ?? new Map<string, string>();
  drawn.set(rendering, own);
  const key = [size, foot.name, foot.note].join('\n');
  const svg = own.get(key) ?? markupOf(rendering, size, foot);
  own.set(key, svg);
  return svg;
}

function markupOf(rendering: Pictured, size: Size, foot: PictureFoot): string {
  const sheet = sheetOf(rendering, size, foot);
  const place = `translate(${round(sheet.dx)} ${round(sheet.dy)})`;
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      width={sheet.width}
      height={sheet.height}
      xmlLang={rendering.lang}
      role="img"
      fill={PEN.ink('ink')}
    >
      <title>{rendering.words.title}</title>
      <desc>{rendering.words.summary}</desc>
      <rect width={sheet.width} height={sheet.height} fill={PEN.ink('paper')} />
      <Items items={sheet.words} pen={PEN} weight={1} />
      <g transform={sheet.scale < 1 ? `${place} scale(${sheet.scale.toFixed(3)})` : place}>
        <Drawing geometry={rendering.geometry(size)} pen={PEN} />
      </g>
    </svg>,
  );
}

/**
 * A whole SVG document. Same rendering, size and theme: same bytes.
 * @param metadata RDF, for a file that leaves the site
 */
export function pictureSvg(
  rendering: Pictured,
  size: Size,
  theme: Theme,
  foot: PictureFoot,
  metadata?: string,
): string {
  const ink = fileInk(theme);
  const svg = drawnOnce(rendering, size, foot).replace(NAMED_COLOUR, (_, token) => ink(token));
  return metadata ? svg.replace('</desc>', () => `</desc><metadata>${metadata}</metadata>`) : svg;
}
