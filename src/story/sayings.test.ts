import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import type { Dataset } from '~/data/types';
import { makeSay } from '~/i18n/say';
import { readAloud } from './aloud';
import { readStory } from './mdx';
import { type Context, quoted, speak } from './sayings';

const data = loadPackage('content/data');
const say = makeSay('words', JSON.parse(readFileSync('content/words/en.json', 'utf8')), 'en');
const en: Context = { lang: 'en', data, say };
const ten = { from: 'openai', to: 'meta', since: '2025-06-25', until: '2025-06-30' };

describe('a component says', () => {
  test('a count in words to twelve, in figures beyond or where asked', () => {
    expect(speak('Count', ten, en).text).toBe('ten');
    expect(speak('Count', { ...ten, capital: true }, en).text).toBe('Ten');
    expect(speak('Count', { ...ten, figures: true }, en).text).toBe('10');
    expect(speak('Count', { from: 'openai' }, en).text).toBe('23');
    expect(speak('Count', {}, en).text).not.toBe(speak('Count', { people: true }, en).text);
  });
  test('names, each once, as a sentence has them', () => {
    expect(speak('Names', { person: 'Ethan Knight' }, en).text).toBe('Ethan Knight');
    expect(speak('Names', { ...ten, until: '2025-06-26' }, en).text).toBe(
      'Alexander Kolesnikov, Xiaohua Zhai and Lucas Beyer',
    );
  });
  test('a date no more precise than it is known', () => {
    expect(speak('When', { event: 'musk-leaves-board' }, en).text).toBe('February 2018');
    expect(speak('When', { event: 'four-hires', style: 'dayMonth' }, en).text).toBe('8\u00a0July');
    expect(speak('When', { move: 'kosic-openai-xai-2023', style: 'long' }, en).text).toBe('2023');
  });
  test('a figure whole, with the unit its kind has', () => {
    const fact = (figure: string, rest = {}) =>
      speak('Fact', { figure, ...rest }, en).text.replaceAll('\u00a0', ' ');
    expect(fact('colossus-gpus-2024-09')).toBe('100,000');
    expect(fact('abilene-operational')).toBe('0.3 gigawatts');
    expect(fact('prometheus-gw')).toBe('one gigawatt');
    expect(fact('prometheus-gw', { figures: true, style: 'number' })).toBe('1');
    expect(fact('pay-tulloch')).toBe('$1.5 billion');
    expect(fact('raid-count-ten', { capital: true })).toBe('Ten');
  });
  test('equal things under one note, different ones under two', () => {
    expect(speak('Who', { move: 'lau-tesla-openai-2025' }, en).key).toBe(
      speak('Claim', { move: 'lau-tesla-openai-2025' }, en).key,
    );
    expect(speak('Count', ten, en).key).not.toBe(speak('Count', { ...ten, people: true }, en).key);
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
    ['A <b>bold</b> claim', '6: "<" is not prose.'],
    ['{1 + 1}', '6: "{" is not prose.'],
    ['<Claim event="x">open', '<Claim> is not closed.'],
    ['a</Claim>', '6: </Claim> closes nothing.'],
  ])('that is more than prose is refused: %s', (body, message) => {
    expect(() => read(body)).toThrow(message);
  });
  test('has front matter, one line a key', () => {
    expect(read('x').front).toEqual({ title: 'A title', order: 1 });
    expect(() => readStory('no front matter')).toThrow('1: missing front matter.');
    expect(() => readStory('---\n- list\n---\n')).toThrow('2: invalid front matter "- list".');
  });
});
