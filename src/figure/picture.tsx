/** One chart as a file: title, drawing and foot in one SVG with resolved colours; also what a PNG is drawn from. */
import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { CARD_HEIGHT, type Rendering, type Size } from '~/charts/contract';
import type { Pen } from '~/kit/draw';
import { Texts } from '~/kit/draw';
import { type Label, label } from '~/kit/labels';
import { balanceText, type Face, measureText, wrapText } from '~/kit/measure';
import { fileInk, type Theme } from '~/kit/palette';
import { round } from '~/kit/shapes';
import { leanLabelFile } from './title-font';

/** `svg`: opened anywhere, so it carries its typefaces; `png`: drawn here, by the names inside our TTF files. */
export type PictureTarget = 'svg' | 'png';

/** What stands under every picture. */
export interface PictureFoot {
  name: string;
  /** Kind of data and its date. */
  note: string;
}

const FAMILY: Record<PictureTarget, Record<'label' | 'head', string>> = {
  svg: { label: "'Source Sans 3','Helvetica Neue',Arial,sans-serif", head: 'Newsreader,Georgia,serif' },
  png: { label: "'Source Sans 3 ExtraLight'", head: "'Newsreader 16pt'" },
};

function filePen(theme: Theme, target: PictureTarget): Pen {
  return {
    ink: fileInk(theme),
    type: (face: Face) => ({
      family: FAMILY[target][face === 'head' ? 'head' : 'label'],
      weight: face === 'label-400' ? 400 : face === 'label-600' ? 600 : 580,
    }),
    viewHref: () => undefined,
    markHref: () => undefined,
  };
}

interface Sheet {
  width: number;
  height: number;
  labels: Label[];
  /** Where the drawing stands. */
  dx: number;
  dy: number;
  rule?: number;
}

/** Space around a picture, and the sizes of its words. */
const SHEET = {
  wide: { margin: 32, title: 27, subtitle: 15.5, foot: 13 },
  medium: { margin: 24, title: 25, subtitle: 15, foot: 13 },
  poster: { margin: 32, title: 27, subtitle: 15.5, foot: 13 },
  narrow: { margin: 16, title: 23, subtitle: 15, foot: 13 },
};
const CARD = { width: 1200, height: 630, margin: 56, titles: [68, 62, 56, 50, 44], foot: 30 };

function sheetOf(rendering: Rendering, size: Size, foot: PictureFoot): Sheet {
  if (size === 'card') return cardSheet(rendering, foot);
  const {
    margin,
    title,
    subtitle,
    foot: small,
  } = SHEET[size === 'step' ? 'medium' : size === 'step-narrow' ? 'narrow' : size];
  const drawing = rendering.geometry(size);
  const inner = drawing.width;
  let y = margin;
  const labels: Label[] = [];
  for (const line of balanceText(rendering.words.title, inner, title, 'head', measureText)) {
    y += title * 1.16;
    labels.push(label(line, margin, y - title * 0.25, { size: title, face: 'head' }));
  }
  y += 6;
  for (const line of wrapText(rendering.words.subtitle, inner, subtitle, 'label-400', measureText)) {
    y += subtitle * 1.36;
    labels.push(label(line, margin, y - subtitle * 0.3, { size: subtitle, tone: 'muted' }));
  }
  const dy = y + 22;
  y = dy + drawing.height + 18;
  const rule = y;
  for (const line of wrapText(
    `${foot.name}. ${rendering.words.foot} ${foot.note}`,
    inner,
    small,
    'label-400',
    measureText,
  )) {
    y += small * 1.45;
    labels.push(label(line, margin, y + 4, { size: small, tone: 'muted' }));
  }
  return { width: inner + 2 * margin, height: Math.ceil(y + margin * 0.75), labels, dx: margin, dy, rule };
}

function cardSheet(rendering: Rendering, foot: PictureFoot): Sheet {
  const { width, height, margin, titles } = CARD;
  const inner = width - 2 * margin;
  const size =
    titles.find((px) => wrapText(rendering.words.title, inner, px, 'head', measureText).length <= 2) ?? 44;
  const lines = balanceText(rendering.words.title, inner, size, 'head', measureText).slice(0, 3);
  const labels = lines.map((line, i) =>
    label(line, margin, margin + size * 0.72 + i * size * 1.08, { size, face: 'head' }),
  );
  const top = margin + lines.length * size * 1.08 + 10;
  const base = height - 44;
  labels.push(label(foot.name, margin, base, { size: CARD.foot + 2, face: 'head' }));
  labels.push(label(foot.note, width - margin, base, { size: CARD.foot, tone: 'muted', anchor: 'end' }));
  const room = base - CARD.foot - 14 - top;
  return { width, height, labels, dx: margin, dy: top + (room - CARD_HEIGHT) / 2 };
}

/** Cuts ride inside an SVG: in an <img> no other typeface ever loads. */
function fontFaces(lang: string, titleFace: Buffer): string {
  const face = (family: string, woff2: Buffer, weight: string) =>
    `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${woff2.toString('base64')}) format("woff2")}`;
  const labels = readFileSync(`public/${leanLabelFile(lang)}`);
  return face("'Source Sans 3'", labels, '400 600') + face('Newsreader', titleFace, '580');
}

/** A whole SVG document. Same rendering, size and theme: same bytes. @param titleFace woff2 that rides inside, for `svg` */
export function pictureSvg(
  rendering: Rendering,
  size: Size,
  theme: Theme,
  target: PictureTarget,
  foot: PictureFoot,
  titleFace?: Buffer,
): string {
  const sheet = sheetOf(rendering, size, foot);
  const pen = filePen(theme, target);
  const scale =
    size === 'card' ? Math.min(1, (sheet.height - 44 - CARD.foot - 14 - sheet.dy) / CARD_HEIGHT, 1) : 1;
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
      {titleFace ? <style>{fontFaces(rendering.lang, titleFace)}</style> : null}
      <rect width={sheet.width} height={sheet.height} fill={pen.ink('paper')} />
      <Texts labels={sheet.labels} pen={pen} />
      {sheet.rule === undefined ? null : (
        <path d={`M${sheet.dx} ${round(sheet.rule)}H${sheet.width - sheet.dx}`} stroke={pen.ink('rule')} />
      )}
      <g
        transform={`translate(${round(sheet.dx)} ${round(sheet.dy)})${scale < 1 ? ` scale(${round(scale * 100) / 100})` : ''}`}
      >
        {rendering.draw(size, pen)}
      </g>
    </svg>,
  );
}
