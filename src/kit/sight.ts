/** How colours differ to the eye, and the numbers that a palette has to reach. */
import { rgb } from 'd3';

export type Theme = 'light' | 'dark';
type Triple = readonly [number, number, number];

/** Red, green, blue as written, 0 to 1. */
function encoded(colour: string): Triple {
  const { r, g, b } = rgb(colour);
  return [r / 255, g / 255, b / 255];
}
/** Light of a screen's channel (IEC 61966-2-1). */
const toLight = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const each = (of: Triple, change: (value: number) => number): Triple => [
  change(of[0]),
  change(of[1]),
  change(of[2]),
];
export const linear = (colour: string) => each(encoded(colour), toLight);
const clamp = (value: number) => Math.min(1, Math.max(0, value));
const times = (m: readonly Triple[], v: Triple) =>
  m.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as unknown as Triple;

/** WCAG 2.2: contrast ratio of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r, g, bl] = linear(colour);
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** CIELAB of linear light under D65, the white of screens; d3.lab has the white of paper, D50. */
export function labOf(light: Triple): Triple {
  const toXyz: readonly Triple[] = [
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.072175],
    [0.0193339, 0.119192, 0.9503041],
  ];
  const [x, y, z] = times(toXyz, light);
  const root = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [root(x / 0.95047), root(y), root(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** CIEDE2000 after Sharma, Wu and Dalal, Color Research and Application 30 (2005), all weights 1. */
export function difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const rad = Math.PI / 180;
  const vivid = (c: number) => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const stretch = 1 + 0.5 * (1 - vivid((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const polar = (a: number, b: number) => ({
    c: Math.hypot(a * stretch, b),
    h: (Math.atan2(b, a * stretch) / rad + 360) % 360,
  });
  const [one, two] = [polar(a1, b1), polar(a2, b2)];
  const grey = one.c * two.c === 0;
  const turn = grey ? 0 : ((two.h - one.h + 540) % 360) - 180;
  const [l, c] = [(l1 + l2) / 2, (one.c + two.c) / 2];
  const h = grey ? one.h + two.h : (one.h + turn / 2 + 360) % 360;
  const cos = (factor: number, offset: number) => Math.cos((factor * h + offset) * rad);
  const t = 1 - 0.17 * cos(1, -30) + 0.24 * cos(2, 0) + 0.32 * cos(3, 6) - 0.2 * cos(4, -63);
  const dl = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const dc = (two.c - one.c) / (1 + 0.045 * c);
  const dh = (2 * Math.sqrt(one.c * two.c) * Math.sin((turn * rad) / 2)) / (1 + 0.015 * c * t);
  const rotate = -2 * vivid(c) * Math.sin(60 * rad * Math.exp(-(((h - 275) / 25) ** 2)));
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotate * dc * dh);
}

/**
 * Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency,
 * IEEE Transactions on Visualization and Computer Graphics 15 (2009): severity 1.0, for linear RGB.
 */
const SIGHTS: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
/** Whose eyes they are, in a message. */
const EYES: Readonly<Record<string, string>> = {
  normal: 'to most eyes',
  deuteranopia: 'to eyes that lack green (deuteranopia)',
  protanopia: 'to eyes that lack red (protanopia)',
  tritanopia: 'to eyes that lack blue (tritanopia)',
};
type Way = 'linear' | 'encoded';
/** What a sight makes of a colour, as linear light. */
const SEEN: Readonly<Record<Way, (colour: string, sight: readonly Triple[]) => Triple>> = {
  linear: (colour, sight) => each(times(sight, linear(colour)), clamp),
  encoded: (colour, sight) => each(times(sight, encoded(colour)), (value) => toLight(clamp(value))),
};

/**
 * What the palette of the first story reached when it was chosen, less 1: none may be worse. The look of the project was
 * chosen by the matrices on encoded values, a common short cut; on linear light, as they are meant,
 * tritanopia comes out harder and deuteranopia, on paper, easier.
 */
const FLOORS: Readonly<Record<Theme, Record<Way, Readonly<Record<string, number>>>>> = {
  light: {
    linear: { normal: 34, deuteranopia: 21, protanopia: 24, tritanopia: 12 },
    encoded: { normal: 34, deuteranopia: 17, protanopia: 24, tritanopia: 14 },
  },
  dark: {
    linear: { normal: 34, deuteranopia: 16, protanopia: 17, tritanopia: 12 },
    encoded: { normal: 34, deuteranopia: 18, protanopia: 19, tritanopia: 15 },
  },
};
/** Steps of lightness, L*: a grey print tells them apart. */
const GREY = 7;
/** WCAG 2.2, 1.4.3 and 1.4.11. */
export const CONTRAST = { words: 4.5, marks: 3 };
/** As many colours as can be as far apart as that, and the share of it that twelve can be. */
const FEW = 5;
const SHARE_OF_MANY = 5 / 12;

export interface Hue {
  /** Of marks. */
  mark: string;
  /** Of words and outlines. */
  text: string;
}

/** A hue and whose it is, as a message says it. */
interface NamedHue extends Hue {
  name: string;
}

/** A number that falls short never reads as the one that is wanted. */
const short = (is: number) => (Math.floor(is * 100) / 100).toFixed(2);
const wanted = (least: number) => `${Math.ceil(least * 100) / 100} or more`;

/**
 * What is wrong with colours that stand on these grounds, each with the place of the colour in the list.
 * @param hues  in the order in which they are asked for: of two that are too near the later one is told
 */
export function faultsOfHues(
  hues: readonly NamedHue[],
  grounds: readonly string[],
  theme: Theme,
): readonly { at: number; kind: keyof Hue; message: string }[] {
  const faint = hues.flatMap((hue, at) =>
    grounds.flatMap((ground) =>
      (
        [
          ['mark', CONTRAST.marks, 'marks'],
          ['text', CONTRAST.words, 'words'],
        ] as const
      ).flatMap(([kind, least, what]) => {
        const has = contrast(hue[kind], ground);
        const message = `the contrast of ${hue.name}, ${hue[kind]}, to the paper, ${ground}, is ${short(has)}. Expected ${wanted(least)} for ${what}.`;
        return has < least ? [{ at, kind, message }] : [];
      }),
    ),
  );
  const share = hues.length > FEW ? SHARE_OF_MANY : 1;
  const near = hues.flatMap((one, at) =>
    hues.slice(0, at).flatMap((other) => {
      const found = farthestShort(one.mark, other.mark, theme, share);
      if (!found) return [];
      const { what, is, least } = found;
      const message = `${one.name}, ${one.mark}, and ${other.name}, ${other.mark}, differ by ${short(is)} ${what}. Expected ${wanted(least)}.`;
      return [{ at, kind: 'mark' as const, message }];
    }),
  );
  return [...faint, ...near];
}

/** Where two colours are the most too near for their floor, if anywhere: in whose eyes, how far, and how far they should be. */
function farthestShort(a: string, b: string, theme: Theme, share: number) {
  const measured = (Object.keys(SEEN) as Way[]).flatMap((way) =>
    Object.entries(FLOORS[theme][way]).map(([sight, floor]) => {
      const [one, two] = [a, b].map((colour) => labOf(SEEN[way](colour, SIGHTS[sight] ?? []))) as [
        Triple,
        Triple,
      ];
      return { what: `in colour ${EYES[sight]}`, is: difference(one, two), least: floor * share };
    }),
  );
  const [one, two] = [labOf(linear(a))[0], labOf(linear(b))[0]];
  const grey = { what: 'in lightness, as on a grey print', is: Math.abs(one - two), least: GREY * share };
  return [...measured, grey]
    .filter(({ is, least }) => is < least)
    .sort((x, y) => x.is / x.least - y.is / y.least)[0];
}
