import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelsOf } from './items';
import { lineWidth, text, type Words } from './text';

const labelOf = (words: Words, style: Parameters<typeof text>[1]) =>
  labelsOf({ items: text(words, style).at(0, 0) })[0];

test('even lines leave no orphan and lose no word', () => {
  const words = '21 moved from OpenAI to Meta, 13 from Meta to OpenAI';
  const label = labelOf(words, { room: 900, size: 68, face: 'head' });
  expect(label?.text).toBe(words);
  const widths = label?.lines.map(({ spans }) => lineWidth(spans)) ?? [];
  expect(widths.length).toBeGreaterThan(1);
  expect(Math.min(...widths)).toBeGreaterThan(0.55 * Math.max(...widths));
});

test('a paragraph breaks a hyphenated word rather than begin with a line of one word', () => {
  const words = 'Leitung Firmware-Entwicklung; 2017: Leitung Softwareentwicklung';
  const label = labelOf(words, { room: 155, size: 12 });
  expect(label?.lines.map(({ spans }) => spans.map((span) => span.text).join(' '))[0]).toBe(
    'Leitung Firmware-',
  );
  expect(label?.text).toBe(words);
});

test('prose ends on more than one word, in no more lines', () => {
  const words =
    'Employers of the four people whose move was announced that day. All of the moves are confirmed.';
  for (let room = 150; room < 500; room += 10) {
    const lines = labelOf(words, { room, even: false })?.lines ?? [];
    const last =
      lines
        .at(-1)
        ?.spans.map((span) => span.text)
        .join(' ') ?? '';
    expect(last.split(' ').length, `${room}: ${last}`).toBeGreaterThan(1);
  }
});

test('a stretch keeps its own face and where it leads, across a break as well', () => {
  const label = labelOf(['named,', { text: 'at least fourteen counted', face: 'label-600', view: 'x' }], {
    room: 90,
  });
  const spans = label?.lines.flatMap((line) => line.spans) ?? [];
  expect(label?.lines.length).toBeGreaterThan(1);
  expect(spans[0]).toMatchObject({ text: 'named,', face: 'label-400', view: undefined });
  for (const span of spans.slice(1)) expect(span).toMatchObject({ face: 'label-600', view: 'x' });
});

test('any words in any room: no line is wider, no letter is lost, the height is that of the lines', () => {
  const word = fc.stringMatching(/^[A-Za-zäöüéñ-]{1,40}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 60, max: 500 }),
      (words, room) => {
        const part = text(words.join(' '), { room });
        const label = labelsOf({ items: part.at(0, 0) })[0];
        expect(part.width).toBeLessThanOrEqual(room + 0.01);
        const letters = (some: string) => some.replace(/[\s-]/g, '');
        expect(letters(label?.text ?? '')).toBe(letters(words.join('')));
        expect(label?.box.y).toBeGreaterThanOrEqual(0);
        expect((label?.box.y ?? 0) + (label?.box.height ?? 0)).toBeLessThanOrEqual(part.height);
      },
    ),
  );
});

test('a space between stretches is one of the smaller letters, on whichever side of it they stand', () => {
  const [small, large] = [
    { size: 12, text: 'of at least' },
    { size: 30, text: '46' },
  ];
  const gap = (words: Words) => {
    const spans = labelOf(words, {})?.lines[0]?.spans ?? [];
    return lineWidth(spans) - spans.reduce((sum, span) => sum + lineWidth([span]), 0);
  };
  const narrow = gap([small, { ...small, text: '46', tone: 'muted' }]);
  expect(narrow).toBeGreaterThan(2);
  for (const words of [
    [small, large],
    [large, small],
  ])
    expect(gap(words)).toBeCloseTo(narrow, 0);
});
