/** One chart as a file: title, drawing and foot in one SVG with resolved colours; also what a PNG is drawn from. */
import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { FRAMES, type Rendering, type Size } from '~/charts/contract';
import { rule, stack } from '~/kit/block';
import { Drawing, Items, type Pen } from '~/kit/draw';
import type { Geometry, Item } from '~/kit/items';
import type { Face } from '~/kit/measure';
import { fileInk, type Theme } from '~/kit/palette';
import { round } from '~/kit/path';
import { text } from '~/kit/text';
import { cutsFor, faceRule } from './faces';

/** `svg`: opened anywhere, so it carries its typefaces; `png`: drawn here, by the names inside our TTF files. */
export type PictureTarget = 'svg' | 'png';

/** What stands under every picture. */
export interface PictureFoot {
  name: string;
  /** Kind of data and its date. */
  note: string;
}

const FAMILY: Record<PictureTarget, Record<'label' | 'head', { family: string; ext?: string }>> = {
  svg: {
    label: { family: "'Source Sans 3','Helvetica Neue',Arial,sans-serif" },
    head: { family: 'Newsreader,Georgia,serif' },
  },
  png: {
    label: { family: "'Source Sans 3 ExtraLight'", ext: "'Second Sans 3 ExtraLight'" },
    head: { family: "'Newsreader 16pt'", ext: "'SecondNews 16pt'" },
  },
};

function filePen(theme: Theme, target: PictureTarget): Pen {
  return {
    ink: fileInk(theme),
    type: (face: Face) => ({
      ...FAMILY[target][face === 'head' ? 'head' : 'label'],
      weight: face === 'label-400' ? 400 : face === 'label-600' ? 600 : 580,
    }),
    viewHref: () => undefined,
    markHref: () => undefined,
    scope: 'mark',
  };
}

/** Space around a picture, and the sizes of its words. */
const SHEET = {
  wide: { margin: 32, title: 27, subtitle: 15.5 },
  medium: { margin: 24, title: 25, subtitle: 15 },
  narrow: { margin: 16, title: 23, subtitle: 15 },
};
const SMALL = 13;
/** Width of a picture with its margins, in CSS pixels. */
export const pictureWidth = (size: keyof typeof SHEET): number => FRAMES[size].width + 2 * SHEET[size].margin;
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

function sheetOf(rendering: Rendering, size: Size, foot: PictureFoot): Sheet {
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

function cardSheet(rendering: Rendering, drawing: Geometry, foot: PictureFoot): Sheet {
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

/** Cuts ride inside an SVG: in an <img> no other typeface ever loads. */
function fontFaces(lang: string, title: string, labels: string, titleFace: Uint8Array): string {
  const rule = (face: 'label' | 'head', woff2: Uint8Array, letters?: string) => {
    const url = `data:font/woff2;base64,${Buffer.from(woff2).toString('base64')}`;
    return face === 'head'
      ? faceRule('Newsreader', '580', url, letters)
      : faceRule('Source Sans 3', '400 600', url, letters);
  };
  const cuts = cutsFor(lang, { label: labels, head: title });
  return (
    rule('head', titleFace) +
    cuts.map(({ face, file, letters }) => rule(face, readFileSync(`public/${file}`), letters)).join('')
  );
}

/** A whole SVG document. Same rendering, size and theme: same bytes. @param titleFace woff2 that rides inside, for `svg` */
export function pictureSvg(
  rendering: Rendering,
  size: Size,
  theme: Theme,
  target: PictureTarget,
  foot: PictureFoot,
  titleFace?: Uint8Array,
): string {
  const sheet = sheetOf(rendering, size, foot);
  const pen = filePen(theme, target);
  const place = `translate(${round(sheet.dx)} ${round(sheet.dy)})`;
  const drawn = (
    <>
      <Items items={sheet.words} pen={pen} weight={1} />
      <g transform={sheet.scale < 1 ? `${place} scale(${sheet.scale.toFixed(3)})` : place}>
        <Drawing geometry={rendering.geometry(size)} pen={pen} />
      </g>
    </>
  );
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      width={sheet.width}
      height={sheet.height}
      role="img"
      aria-label={`${rendering.words.title}. ${rendering.words.summary}`}
      fill={pen.ink('ink')}
    >
      {titleFace ? (
        <style>
          {fontFaces(rendering.lang, rendering.words.title, renderToStaticMarkup(drawn), titleFace)}
        </style>
      ) : null}
      <rect width={sheet.width} height={sheet.height} fill={pen.ink('paper')} />
      {drawn}
    </svg>,
  );
}
