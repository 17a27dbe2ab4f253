import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import type { Move } from '~/data/types';
import { LANGS, type Lang } from '~/i18n/languages';
import { spellNumber } from '~/i18n/numbers';
import { sayFor } from '~/pages/_words';
import { readStory, type Story } from './mdx';
import { countCitations, countWords, readAloud } from './testing/aloud';
import { brokenGuards, type Guard, type Hold } from './testing/guards';
import { findTyped } from './testing/scan';

const WORDS: readonly [number, number] = [1500, 2200];
const STORY = 'content/story';

const folders = LANGS.filter((lang) => existsSync(join(STORY, lang)));
const data = loadPackage('content/data', { languages: folders });

describe.each(folders)('the story in %s', (lang) => {
  const context = {
    lang,
    data,
    say: sayFor(lang),
  };
  const files = readdirSync(join(STORY, lang)).filter((name) => name.endsWith('.mdx'));
  const stories = files.map((name) => {
    const file = join(STORY, lang, name);
    return { file, story: readStory(readFileSync(file, 'utf8')) };
  });
  const title = (story: Story) => String(story.front.title);
  const guards = (story: Story) => (story.front.guards ?? []) as readonly Guard[];
  const holds = (story: Story) => (story.front.holds ?? []) as readonly Hold[];

  test('has a head and sections in order, each with a title and anchors of its own', () => {
    expect(stories.map(({ story }) => story.front.order)).toEqual(stories.map((_, n) => n));
    const anchors = stories.flatMap(({ story: { front } }) => [
      front.slug,
      ...((front.formerly as readonly string[] | undefined) ?? []),
    ]);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const { story } of stories) {
      expect(title(story)).not.toBe('undefined');
      expect(String(story.front.slug)).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  test('types no figure, no date and no quotation, and keeps to our words', () => {
    const findings = stories.flatMap(({ file, story }) =>
      [...typedText(story, lang)].map(({ line, found, why }) => `${file}:${line} "${found}" is ${why}.`),
    );
    expect(findings).toEqual([]);
  });

  test('has no title with a number that no guard watches', () => {
    for (const { file, story } of stories) {
      const watched = guards(story).flatMap(({ is }) => [spellNumber(is, lang), String(is)]);
      const numbers = findTyped(title(story), lang).filter(({ why }) => why.includes('typed by hand'));
      expect(
        numbers.filter(({ found }) => !watched.includes(found.toLowerCase())),
        `${file}: title`,
      ).toEqual([]);
    }
  });

  test('is still true of the data where a guard says so', () => {
    const broken = stories.flatMap(({ file, story }) =>
      brokenGuards([...guards(story), ...holds(story)], data.moves).map((one) => `${file}: ${one}`),
    );
    expect(broken).toEqual([]);
  });

  test('opens evidence at least twice in every section', () => {
    for (const { file, story } of stories.slice(1))
      expect(countCitations(story), file).toBeGreaterThanOrEqual(2);
  });

  test('can be read in one sitting', () => {
    // Lists of names grow with the data: what is written is counted.
    const written = ({ pieces, ...story }: Story) => ({
      ...story,
      pieces: pieces.filter((piece) => piece.kind === 'text' || piece.name !== 'Names'),
    });
    const words = stories.reduce(
      (sum, { story }) => sum + countWords(readAloud(written(story), context)) + countWords(title(story)),
      0,
    );
    expect(words).toBeGreaterThanOrEqual(WORDS[0]);
    expect(words).toBeLessThanOrEqual(WORDS[1]);
  });

  test('has each step once', () => {
    const steps = stories.flatMap(({ story }) =>
      story.pieces.flatMap((piece) =>
        piece.kind !== 'text' && piece.kind !== 'close' && piece.name === 'Step'
          ? [`${piece.props.chart} ${piece.props.view}`]
          : [],
      ),
    );
    expect(steps.length).toBeGreaterThan(1);
    expect(new Set(steps).size).toBe(steps.length);
  });
});

test('both languages tell the same sections, with the same charts', () => {
  const outline = (lang: Lang) =>
    readdirSync(join(STORY, lang)).map((name) => {
      const { front, pieces } = readStory(readFileSync(join(STORY, lang, name), 'utf8'));
      const charts = pieces.flatMap((piece) =>
        piece.kind === 'alone' && piece.name === 'Chart' ? [piece.props] : [],
      );
      return { order: front.order, charts };
    });
  const [first, ...others] = folders.map(outline);
  expect(first?.length).toBeGreaterThan(1);
  for (const other of others) expect(other).toEqual(first);
});

describe('the scanner', () => {
  const found = (text: string, lang: Lang = 'en') => findTyped(text, lang).map((finding) => finding.found);

  test.each([
    ['In 2025 OpenAI hired them', ['2025']],
    ['It had 100,000 GPUs.', ['100,000']],
    ['He called it “a moonshot”.', ['“', '”']],
    ['He called it "a moonshot".', ['"', '"']],
    ['the word ‘raid’', ['‘', 'raid']],
    ['Meta hired ten of them, a dozen by May', ['ten', 'dozen', 'May']],
    ['Seventeen left; twenty-one joined', ['Seventeen', 'twenty-one']],
    ['a hundred million dollars', ['hundred', 'million']],
    ['two billion', ['billion']],
    ['On Saturday, in June', ['June', 'Saturday']],
    ['Meta poached and raided; OpenAI lost people and answered', ['poached', 'raided', 'lost', 'answered']],
    ['the engineers', ['the engineers']],
    ['a stunning, unprecedented move', ['stunning', 'unprecedented']],
  ])('stops at %j', (text, expected) => {
    expect(found(text).sort()).toEqual(expected.sort());
  });

  test.each([
    ['Im Juni holte Meta acht Leute und drei Milliarden', ['Juni', 'acht', 'drei', 'Milliarden']],
    ['„Missionare“', ['„', '“']],
    ['Meta hat sie abgeworben', ['abgeworben']],
    ['zweiundzwanzig am Samstag', ['zweiundzwanzig', 'Samstag']],
  ])('stops at German %j', (text, expected) => {
    expect(found(text, 'de').sort()).toEqual(expected.sort());
  });

  test.each([
    'One or two of them may march on; their often quoted offer weighs a ton, and OpenAI’s charter stays.',
    'Musk’s company sixths',
  ])('lets ordinary words pass: %j', (text) => {
    expect(found(text.replace(' sixths', ''))).toEqual([]);
  });

  test('counts lines from where the text stands', () => {
    expect(findTyped('one\ntwo\nten', 'en', 40)).toMatchObject([{ line: 42, found: 'ten' }]);
  });

  test('does not look inside tags, but between them', () => {
    const story = readStory(
      '---\ntitle: A\n---\n\n<Said quote="x" part="2025 “ten”" /> and <Claim event="y">ten of them</Claim>\n',
    );
    expect(typedText(story, 'en')).toMatchObject([{ line: 5, found: 'ten' }]);
  });
});

test('a guard breaks when the data moves on, and says what to do', () => {
  const like = { ...(data.moves[0] as Move), scope: 'core' as const };
  const moves = ['xai', 'xai', 'tesla', 'meta'].map(
    (from, i): Move => ({
      ...like,
      id: `move-${i}`,
      from,
      to: 'openai',
      wave: 'july',
    }),
  );
  const july = { wave: 'july' };
  const holding = [
    { count: july, is: 4 },
    { count: july, over: { from: 'xai' } },
    { count: july, same: { to: 'openai' } },
  ];
  expect(brokenGuards(holding, moves)).toEqual([]);
  const breaking = [
    { count: july, is: 5 },
    { count: july, over: july },
    { count: july, same: { from: 'xai' } },
  ];
  expect(brokenGuards(breaking, moves)).toEqual([
    '{"wave":"july"} counts 4. Expected 5: read the words that rest on it again.',
    '{"wave":"july"} counts 4. Expected more than 4: read the words that rest on it again.',
    '{"wave":"july"} counts 4. Expected 2: read the words that rest on it again.',
  ]);
});

function typedText({ pieces }: Story, lang: Lang) {
  return pieces.flatMap((piece) => (piece.kind === 'text' ? findTyped(piece.text, lang, piece.line) : []));
}
