import { describe, expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import type { Dataset, EventRow, FigureRow, Move, Source } from '~/data/types';
import { sayFor } from '~/pages/_words';
import { readStory } from './mdx';
import { type Context, quoted, speak } from './sayings';
import { readAloud } from './testing/aloud';

const data = loadPackage('content/data');
const say = sayFor('en');
const en: Context = { lang: 'en', data, say };

/** The same with rows of its own: each like a real one but for what is given. */
const withMoves = (moves: readonly Partial<Move>[]): Context => {
  const like = { ...(data.moves[0] as Move), from: 'openai', to: 'meta', scope: 'core' as const };
  return { ...en, data: { ...data, moves: moves.map((move, i) => ({ ...like, id: `move-${i}`, ...move })) } };
};
const withFigure = (row: Pick<FigureRow, 'value' | 'unit'>): Context => ({
  ...en,
  data: { ...data, figures: [{ ...(data.figures[0] as FigureRow), ...row, id: 'figure' }] },
});
const withDate = (date: string): Context => ({
  ...en,
  data: { ...data, events: [{ ...(data.events[0] as EventRow), id: 'event', date }] },
});

describe('a component says', () => {
  test('a count in words to twelve, in figures beyond or where asked', () => {
    const count = (n: number, rest = {}) =>
      speak('Count', { from: 'openai', ...rest }, withMoves(Array(n).fill({}))).text;
    expect(count(10)).toBe('ten');
    expect(count(10, { capital: true })).toBe('Ten');
    expect(count(10, { figures: true })).toBe('10');
    expect(count(23)).toBe('23');
    expect(count(0, { people: true })).toBe('no');
    expect(count(2, { people: true })).toBe('one');
    // As the sentence bends it: before a full stop “1.” would be an ordinal.
    expect([1, 2].map((n) => count(n, { one: 'einen' }))).toEqual(['einen', 'two']);
  });
  test('up to when its sources reach, by those that show a date', () => {
    const like = data.sources[0] as Source;
    const sources = ['2026-03-01', '', '2026-09', '2026-08-31'].map((published) => ({ ...like, published }));
    const { text, evidence } = speak('AsOf', { of: 'sources' }, { ...en, data: { ...data, sources } });
    expect(text).toBe('September 2026');
    expect(evidence().sources.map(({ id }) => id)).toEqual([like.id]);
  });
  test('names, each once in the order of their moves, as a sentence has them', () => {
    const all = withMoves([
      { person: 'Cy', date: '2025-06-28' },
      { person: 'Ann', date: '2025-06-25' },
      { person: 'Bo', date: '2025-06-26' },
      { person: 'Ann', date: '2025-06-30' },
      { person: 'Di', date: '2025-07' },
    ]);
    expect(speak('Names', { person: 'Ann' }, all).text).toBe('Ann');
    expect(speak('Names', { until: '2025-06-30' }, all).text).toBe('Ann, Bo and Cy');
  });
  test('a date no more precise than it is known', () => {
    const when = (date: string, rest = {}) => speak('When', { event: 'event', ...rest }, withDate(date)).text;
    expect(when('2018-02')).toBe('February 2018');
    expect(when('2025-07-08', { style: 'dayMonth' })).toBe('8\u00a0July');
    expect(when('2023', { style: 'long' })).toBe('2023');
  });
  test('a figure whole, with the unit its kind has', () => {
    const fact = (value: number, unit: string, rest = {}) =>
      speak('Fact', { figure: 'figure', ...rest }, withFigure({ value, unit })).text.replaceAll(
        '\u00a0',
        ' ',
      );
    expect(fact(100_000, 'Nvidia H100 GPUs')).toBe('100,000');
    expect(fact(0.3, 'gigawatts')).toBe('0.3 gigawatts');
    expect(fact(1, 'gigawatts')).toBe('one gigawatt');
    expect(fact(1, 'gigawatts', { figures: true, style: 'number' })).toBe('1');
    expect(fact(1_500_000_000, 'US dollars')).toBe('$1.5 billion');
    expect(fact(10, 'people', { capital: true })).toBe('Ten');
  });
  test('equal things under one note, different ones under two', () => {
    expect(speak('Who', { move: 'lau-tesla-openai-2025' }, en).key).toBe(
      speak('Claim', { move: 'lau-tesla-openai-2025' }, en).key,
    );
    const raid = { from: 'openai', to: 'meta' };
    expect(speak('Count', raid, en).key).not.toBe(speak('Count', { ...raid, people: true }, en).key);
  });
});

describe('a quotation', () => {
  test('is printed as it was said, in the marks of the page', () => {
    expect(speak('Said', { quote: 'chen-comp', part: 'recalibrating comp' }, en)).toMatchObject({
      text: '“recalibrating comp”',
      language: 'en',
      translated: false,
    });
    expect(speak('Quote', { quote: 'altman-missionaries' }, en).text).toBe(
      '“Missionaries will beat mercenaries”',
    );
  });
  test('keeps a number on the line of its unit, and is found with or without', () => {
    const quotes = data.quotes.map((row) => ({ ...row, quote: 'not taken 100\u00a0million dollars' }));
    const told = speak(
      'Said',
      { quote: 'chen-comp', part: 'taken 100 million' },
      { ...en, data: { ...data, quotes } },
    );
    expect(told.text).toBe('“taken 100\u00a0million”');
  });
  test('that is not verbatim stops the build', () => {
    expect(() => speak('Said', { quote: 'chen-comp', part: 'recalibrating pay' }, en)).toThrow(
      '<Said quote="chen-comp" part="recalibrating pay">: "recalibrating pay" is not in quote "chen-comp".',
    );
  });
  test('sets marks inside it as type', () => {
    expect(quoted(`the market's "hot"`, 'en')).toBe('“the market’s ‘hot’”');
    expect(quoted(`the market's "hot"`, 'de')).toBe('„the market’s ‚hot‘“');
  });
  test('in another language keeps its own until it is translated, and then says so', () => {
    const translate = (translation: string): Dataset => ({
      ...data,
      quotes: data.quotes.map((row) => ({ ...row, translation: { ...row.translation, de: translation } })),
    });
    const german = (translation: string, part?: string) =>
      speak(
        'Said',
        { quote: 'altman-missionaries', ...(part ? { part } : {}) },
        { lang: 'de', data: translate(translation), say },
      );
    expect(german('')).toMatchObject({
      text: '„Missionaries will beat mercenaries“',
      language: 'en',
      translated: false,
    });
    expect(german('Missionare schlagen Söldner')).toMatchObject({
      text: '„Missionare schlagen Söldner“',
      language: 'de',
      translated: true,
    });
    expect(german('Missionare schlagen Söldner', 'Missionare')).toMatchObject({
      text: '„Missionare“',
      translated: true,
    });
    expect(german('Missionare schlagen Söldner', 'Missionaries')).toMatchObject({
      text: '„Missionaries“',
      language: 'en',
      translated: false,
    });
  });
});

describe('a mistake names the component and the cure', () => {
  test.each([
    [
      'Who',
      { move: 'lau-tesla-openai-2024' },
      '<Who move="lau-tesla-openai-2024">: unknown move "lau-tesla-openai-2024". Did you mean "lau-tesla-openai-2025"?',
    ],
    [
      'Count',
      { from: 'openia' },
      '<Count from="openia">: unknown organisation "openia". Did you mean "openai"?',
    ],
    ['Count', { wave: 'nowhere', people: true }, '<Count wave="nowhere" people>: unknown wave "nowhere".'],
    ['Count', { form: 'openai' }, '<Count form="openai">: unknown prop "form".'],
    [
      'Names',
      { person: 'Nobody' },
      '<Names person="Nobody">: no move matches. Expected at least one person to name.',
    ],
    [
      'Claim',
      {},
      '<Claim>: missing evidence. Expected one of move, event, figure, quote, career, misreport, source.',
    ],
    ['Claim', { move: 'a', event: 'b' }, '<Claim move="a" event="b">: invalid props move, event.'],
    ['When', { evnt: 'four-hires' }, '<When evnt="four-hires">: invalid props evnt.'],
  ] as const)('%s %o', (component, props, message) => {
    expect(() => speak(component, props as never, en)).toThrow(message);
  });
});

describe('a story file', () => {
  const read = (body: string) => readStory(`---\ntitle: A title\norder: 1\n---\n\n${body}\n`);

  test('is read aloud with everything its components say', () => {
    const body =
      'On <When event="four-hires" />, <Claim event="four-hires">four</Claim> *people*.{/* hidden */}\n\n<Chart id="x" />\n\n<Quote quote="altman-missionaries" />';
    expect(readAloud(read(body), en)).toBe(
      'On 8\u00a0July 2025, four people.\n\n“Missionaries will beat mercenaries”\nSam Altman, OpenAI chief executive, 30\u00a0June 2025',
    );
  });
  test('tells the line of a component that cannot speak', () => {
    expect(() => readAloud(read('One.\n\nTwo <Who move="x" />.'), en)).toThrow(
      '8: <Who move="x">: unknown move "x".',
    );
    expect(() => readAloud(read('<Wer move="x" />'), en)).toThrow('6: unknown component <Wer>.');
  });
  test.each([
    ['A <b>bold</b> claim', '6:3 "<" is not prose.'],
    ['{1 + 1}', '6:1 "{" is not prose.'],
    ['<Claim event="x">open', '<Claim> is not closed.'],
    ['a</Claim>', '6:2 </Claim> closes nothing.'],
  ])('that is more than prose is refused: %s', (body, message) => {
    expect(() => read(body)).toThrow(message);
  });
  test('has front matter, one line a key', () => {
    expect(read('x').front).toEqual({ title: 'A title', order: 1 });
    expect(() => readStory('no front matter')).toThrow('1:1 missing front matter.');
    expect(() => readStory('---\n- list\n---\n')).toThrow('2:1 invalid front matter "- list".');
  });
});
