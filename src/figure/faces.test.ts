import { existsSync } from 'node:fs';
import * as hb from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { LEAN } from '~/kit/letters';
import { cutsFor, faceRule, labelFont, labelLetters, lettersIn } from './faces';

/** Beyond the cut of what is read at first, whose name is the digest of its letters. */
const furtherFor = (lang: string, label: string, head = '') =>
  cutsFor(lang, 'Read at first', { label, head })
    .slice(1)
    .map(({ file }) => file);

test('what stands alone has a cut of what is read at first, the lean one of its language, and no more for words that one holds', () => {
  expect(cutsFor('en', 'Tester', { label: '', head: '' })[0]).toEqual({
    face: 'label',
    file: `fonts/label/${lettersIn('Testr').name}.woff2`,
  });
  expect(furtherFor('en', 'Sam Altman')).toEqual(['fonts/embed-label-en.woff2']);
  expect(furtherFor('de', 'Jörg Groß')).toEqual(['fonts/embed-label-de.woff2']);
  expect(furtherFor('fr', 'Sam Altman')).toEqual(['fonts/label.woff2']);
});

test('a name with other letters brings the cut that has them, for labels and headline apart', () => {
  expect(furtherFor('en', 'Jörg Groß')).toContain('fonts/label-latin-1.woff2');
  expect(furtherFor('fr', 'Zoë')).toContain('fonts/label-latin-1.woff2');
  expect(furtherFor('de', 'Jörg Šimůnek')).toEqual([
    'fonts/embed-label-de.woff2',
    'fonts/label-latin-ext.woff2',
  ]);
  expect(furtherFor('en', '', 'Łódź')).toEqual(['fonts/embed-label-en.woff2', 'fonts/head-latin-ext.woff2']);
});

test('each letter is asked of one cut alone, and each that lies ready is there', () => {
  for (const [lang, lean] of Object.entries(LEAN)) {
    const first = 'Zoë, read at first';
    const [own, ...further] = cutsFor(lang, first, { label: 'ëŠ', head: 'Š' });
    for (const { file } of further) expect(existsSync(`public/${file}`), file).toBe(true);
    const labels = further.filter(({ face }) => face === 'label');
    const asked = [labelLetters(lang, first).letters, ...labels.map(({ letters }) => letters)].join('');
    expect(new Set(asked).size).toBe([...asked].length);
    for (const letter of lean + first) expect(asked).toContain(letter);
    for (const { file, letters } of [own, ...further].flatMap((cut) => cut ?? []))
      expect(faceRule('Name', '400', file, letters).includes('unicode-range')).toBe(letters !== undefined);
  }
});

test('a cut has its letters in both weights, kerned as in the whole', async () => {
  const { letters } = labelLetters('de', 'Täglich, 7 %: AV To');
  const plain = await subsetFont(Buffer.from(await labelFont('de', letters)), '', {
    targetFormat: 'truetype',
    keepAllGlyphs: true,
  });
  const face = new hb.Face(new hb.Blob(new Uint8Array(plain).buffer));
  expect([...face.collectUnicodes()].map((code) => String.fromCodePoint(code)).sort()).toEqual([...letters]);
  const font = new hb.Font(face);
  const widthOf = (text: string, weight: number) => {
    font.setVariations([new hb.Variation('wght', weight)]);
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    return buffer.getGlyphInfosAndPositions().reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0);
  };
  expect(widthOf('AV', 400)).toBeLessThan(widthOf('A', 400) + widthOf('V', 400));
  expect(widthOf('AV', 600)).not.toBe(widthOf('AV', 400));
});
