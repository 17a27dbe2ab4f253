import { describe, expect, test } from 'vitest';
import { houseHues } from './house';
import { groundsOf, organisationColours, readPalette, type Theme } from './palette';
import { CONTRAST, contrast, difference, faultsOfHues, type Hue, labOf, linear } from './sight';

const THEMES: readonly Theme[] = ['light', 'dark'];
const palette = readPalette();
/** Each content with a palette of its own, and the colours of the house that any other has. */
const CONTENTS = ['content', 'examples/lenses'];
const told = (hues: readonly Hue[], theme: Theme) =>
  faultsOfHues(
    hues.map((hue, i) => ({ ...hue, name: `hue ${i}` })),
    groundsOf(theme),
    theme,
  ).map(({ message }) => message);

test('both themes have the same names', () => {
  expect([...palette.dark.keys()]).toEqual([...palette.light.keys()]);
});

describe.each(THEMES)('in the %s theme', (theme) => {
  test('words can be read and marks that are not chosen be seen, on the site and in an embed', () => {
    for (const ground of groundsOf(theme)) {
      const on = (token: string) => contrast(palette[theme].get(token) ?? '', ground);
      for (const token of ['ink', 'muted'])
        expect.soft(on(token), token).toBeGreaterThanOrEqual(CONTRAST.words);
      expect.soft(on('faded'), ground).toBeGreaterThanOrEqual(CONTRAST.marks);
    }
  });

  test.each(CONTENTS)('the organisations of %s can be told apart by every sight, and in grey', (content) => {
    const colours = organisationColours(content);
    expect(colours.length).toBeGreaterThan(1);
    expect(
      told(
        colours.map((one) => one[theme]),
        theme,
      ),
    ).toEqual([]);
  });

  test('so can those of the house, however many are asked for', () => {
    for (let n = 1; n <= 12; n += 1)
      expect(
        told(
          houseHues(n).map((one) => one[theme]),
          theme,
        ),
        `${n}`,
      ).toEqual([]);
  });

  test('a colour that is pale, or near another, is told', () => {
    const [first, ...rest] = houseHues(4).map((one) => one[theme]);
    if (!first) throw new Error('the house has no colour');
    const paper = palette[theme].get('paper') ?? '';
    expect(told([{ mark: paper, text: paper }, ...rest], theme).join()).toMatch(/contrast.*Expected 3/);
    expect(told([first, first], theme)).toEqual([expect.stringMatching(/hue 1, .* and hue 0, .* by 0\.00 /)]);
  });

  test('a number that falls short reads as less than the one expected, however near', () => {
    const [first] = houseHues(1).map((one) => one[theme]);
    if (!first) throw new Error('the house has no colour');
    // Every grey beside the one, some of them just too near or too pale.
    const greys = Array.from({ length: 256 }, (_, i) => `#${i.toString(16).padStart(2, '0').repeat(3)}`);
    const messages = greys.flatMap((grey) => told([first, { mark: grey, text: grey }], theme));
    expect(messages.length).toBeGreaterThan(10);
    for (const message of messages) {
      const [, is, least] = /(?:is|by) (\d+\.\d+).*Expected ([\d.]+) or more/.exec(message) ?? [];
      expect(Number(is), message).toBeLessThan(Number(least));
    }
  });
});

test('a row of palette.csv comes before the colours of the house, which are given by rank', () => {
  const rows = 'organisation,light,light_text,dark,dark_text\nb,#123456,#123457,#abcdef,#abcdee\n';
  const organisations = 'id,scope,rank\nc,core,3\na,core,1\nb,core,2\nd,outside,4\n';
  const colours = organisationColours('', (file) => (file.endsWith('palette.csv') ? rows : organisations));
  expect(colours.map(({ id, light }) => [id, light.mark])).toEqual([
    ['a', houseHues(3)[0]?.light.mark],
    ['b', '#123456'],
    ['c', houseHues(3)[1]?.light.mark],
  ]);
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
