import { readFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { BASE, LATIN_1, LATIN_EXT, LEAN, unicodeRange } from './letters';

/** Characters a cut for readers has. */
async function charactersOf(file: string): Promise<Set<string>> {
  const whole = { targetFormat: 'truetype', keepAllGlyphs: true } as const;
  const font = await subsetFont(readFileSync(`public${file}`), '', whole);
  const face = new hb.Face(new hb.Blob(new Uint8Array(font).buffer));
  return new Set([...face.collectUnicodes()].map((code) => String.fromCodePoint(code)));
}

/** The codes of a unicode-range as a style sheet has it; all where it has none. */
function inRange(range: string | undefined, letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (range === undefined) return true;
  return range.split(',').some((part) => {
    const [first = 0, last = first] = part
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return first <= code && code <= last;
  });
}

interface Rule {
  name: string;
  file: string;
  range: string | undefined;
}
/** The faces of a style sheet that are fetched, in order, each with its family and style as name. */
function rulesOf(css: string): Rule[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, rule = '']) => {
    const of = (key: string) => new RegExp(`${key}:\\s*([^;]+)`).exec(rule)?.[1];
    const file = /url\('([^']+)'\)/.exec(rule)?.[1];
    const name = `${of('font-family')} ${of('font-style')}`;
    return file ? [{ name, file, range: of('unicode-range')?.replace(/\s/g, '') }] : [];
  });
}

test('a page fetches for each letter the one cut that has it, and for plain words no more than the first', async () => {
  const rules = rulesOf(readFileSync('src/styles/type.css', 'utf8'));
  const names = [...new Set(rules.map(({ name }) => name))];
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) {
    const cuts = rules.filter((rule) => rule.name === name);
    const first = cuts[0]?.file ?? '';
    for (const letter of BASE) {
      // The last face whose range has a letter is asked for it.
      expect(cuts.findLast(({ range }) => inRange(range, letter))?.file, `${name} ${letter}`).toBe(first);
    }
    for (const { file, range } of cuts) {
      const has = await charactersOf(file);
      const asked = [...BASE, ...LATIN_1, ...LATIN_EXT].filter(
        (letter) => cuts.findLast((cut) => inRange(cut.range, letter))?.file === file,
      );
      expect(asked.filter((letter) => !has.has(letter)).join(''), `${file} ${range}`).toBe('');
    }
  }
});

test('an embed’s lean cuts have their letters', async () => {
  for (const [lang, letters] of Object.entries(LEAN)) {
    const has = await charactersOf(`/fonts/embed-label-${lang}.woff2`);
    expect([...letters].filter((letter) => !has.has(letter)).join(''), lang).toBe('');
  }
});

test('letters become a unicode-range in order, neighbours together', () => {
  expect(unicodeRange('cabŠz')).toBe('U+61-63,U+7A,U+160');
});
