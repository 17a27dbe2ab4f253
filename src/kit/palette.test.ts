import { readFileSync } from 'node:fs';
import { rgb } from 'd3';
import { describe, expect, test } from 'vitest';
import { readPalette, type Theme } from './palette';

type Triple = readonly [number, number, number];

const css = readFileSync('src/styles/tokens.css', 'utf8');
const palette = readPalette(css);
const THEMES: readonly Theme[] = ['light', 'dark'];
/** An organisation has a hue for its marks and one for its words and outlines. */
const ORGS = [...palette.light.keys()].filter((name) => palette.light.has(`${name}-text`));
const TEXTS = ['ink', 'muted', ...ORGS.map((org) => `${org}-text`)];

const hex = (theme: Theme, token: string) => palette[theme].get(token) ?? 'missing';
/** The grounds that colours stand on: the site's paper, and that of an embed. */
function grounds(theme: Theme): readonly string[] {
  const embed = /\[data-ground=['"]embed['"]\]\s*\{[^}]*--paper:\s*light-dark\((#\w+),\s*(#\w+)\)/.exec(css);
  return [hex(theme, 'paper'), embed?.[theme === 'light' ? 1 : 2] ?? 'missing'];
}

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
const linear = (colour: string) => each(encoded(colour), toLight);
const clamp = (value: number) => Math.min(1, Math.max(0, value));
const times = (m: readonly Triple[], v: Triple) =>
  m.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as unknown as Triple;

/** WCAG 2.2: contrast ratio of two colours, 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r, g, bl] = linear(colour);
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** CIELAB of linear light under D65, the white of screens; d3.lab has the white of paper, D50. */
function labOf(light: Triple): Triple {
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
function difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
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
type Way = 'linear' | 'encoded';
/** What a sight makes of a colour, as linear light. */
const SEEN: Readonly<Record<Way, (colour: string, sight: readonly Triple[]) => Triple>> = {
  linear: (colour, sight) => each(times(sight, linear(colour)), clamp),
  encoded: (colour, sight) => each(times(sight, encoded(colour)), (value) => toLight(clamp(value))),
};

function smallestDifference(theme: Theme, way: Way, sight: string): { between: string; value: number } {
  const seen = ORGS.map((org) => labOf(SEEN[way](hex(theme, org), SIGHTS[sight] ?? [])));
  const pairs = ORGS.flatMap((a, i) =>
    ORGS.slice(i + 1).map((b, k) => ({
      between: `${a}, ${b}`,
      value: difference(seen[i] as Triple, seen[i + 1 + k] as Triple),
    })),
  );
  return pairs.reduce((least, pair) => (pair.value < least.value ? pair : least));
}

test('organisations have two hues each, in both themes', () => {
  expect(ORGS.length).toBeGreaterThan(1);
  expect([...palette.dark.keys()]).toEqual([...palette.light.keys()]);
});

describe.each(THEMES)('in the %s theme', (theme) => {
  test('words can be read on the site and in an embed: 4.5', () => {
    for (const ground of grounds(theme))
      for (const token of TEXTS)
        expect.soft(contrast(hex(theme, token), ground), `${token} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test('marks can be seen on both, those that are not chosen too: 3', () => {
    for (const ground of grounds(theme))
      for (const token of [...ORGS, 'faded'])
        expect.soft(contrast(hex(theme, token), ground), `${token} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  test('a grey print tells the organisations apart: steps of 7 in L*', () => {
    const grey = ORGS.map((org) => labOf(linear(hex(theme, org)))[0]).sort((a, b) => a - b);
    for (const [i, l] of grey.slice(1).entries()) expect.soft(l - (grey[i] ?? 0)).toBeGreaterThanOrEqual(7);
  });
});

/**
 * What the palette reached when it was chosen, less 1: a change may not be worse. The look of the project was
 * chosen by the matrices on encoded values, a common short cut; on linear light, as they are meant,
 * tritanopia comes out harder and deuteranopia, on paper, easier.
 */
const FLOORS: readonly [Theme, Way, Record<string, number>][] = [
  ['light', 'linear', { normal: 34, deuteranopia: 21, protanopia: 24, tritanopia: 12 }],
  ['dark', 'linear', { normal: 34, deuteranopia: 16, protanopia: 17, tritanopia: 12 }],
  ['light', 'encoded', { normal: 34, deuteranopia: 17, protanopia: 24, tritanopia: 14 }],
  ['dark', 'encoded', { normal: 34, deuteranopia: 18, protanopia: 19, tritanopia: 15 }],
];
describe('marks of two organisations differ to every sight', () => {
  test.each(FLOORS)('%s theme, %s values', (theme, way, floors) => {
    for (const [sight, floor] of Object.entries(floors)) {
      const { between, value } = smallestDifference(theme, way, sight);
      expect.soft(value, `${sight}: ${between}`).toBeGreaterThanOrEqual(floor);
    }
  });
});

describe('the measures themselves', () => {
  test('CIEDE2000 gives what its authors tabulate', () => {
    // Pairs 1, 7, 17 and 25 of their test data.
    expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(difference([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
    expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(difference([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
  });
  test('black on white is 21, and white is L* 100 without hue', () => {
    expect(contrast('#000', '#fff')).toBeCloseTo(21);
    const [l, a, b] = labOf(linear('#fff'));
    expect(l).toBeCloseTo(100, 3);
    expect(Math.hypot(a, b)).toBeLessThan(0.05);
  });
});
