import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type EvidenceKind, TABLE_OF } from '~/data/evidence';
import { loadPackage } from '~/data/load';
import type { FigureRow } from '~/data/types';
import { LANGS } from '~/i18n/languages';
import { selectMoves } from '~/model/select';
import { sayFor } from '~/pages/_words';
import { disputedAmong, evidenceOf, evidenceOfMoves } from './evidence';

const languages = LANGS.filter((lang) => existsSync(`content/story/${lang}`));
const data = loadPackage('content/data', { languages });
const say = sayFor('en');
const of = (kind: EvidenceKind, id: string) => evidenceOf(kind, id, data, 'en', say);

describe.each(languages)('in %s', (lang) => {
  test.each(Object.keys(TABLE_OF) as EvidenceKind[])(
    'every %s can be told, with at least one source',
    (kind) => {
      for (const { id } of data[TABLE_OF[kind]]) {
        const { title, lines, sources } = evidenceOf(kind, id, data, lang, sayFor(lang));
        expect(title, id).not.toBe('');
        expect(sources.length, id).toBeGreaterThan(0);
        for (const line of lines) {
          expect(line, id).not.toMatch(/undefined|[.!?,;]\.|^\s|\s$|\{|\}/);
          expect(line, id).toMatch(/[.!?)“”"]$/);
        }
      }
    },
  );
});

describe('a move', () => {
  test('says from where to where, what its date means, and how well it is known', () => {
    expect(of('move', 'ruddarraju-xai-openai-2025')).toMatchObject({
      title: 'Uday Ruddarraju',
      lines: [
        'xAI to OpenAI, announced on 8\u00a0July 2025.',
        'Before: Head of infrastructure engineering at xAI and X. Then: Scaling team.',
        'Confirmed by the person.',
        'Posted on 8\u00a0July that the day before had been his last at xAI. He led infrastructure for both xAI and X.',
      ],
      disputed: [
        {
          doubt: 'Disputed: When was Uday Ruddarraju’s last day at xAI?',
          href: '/row/conflicts/ruddarraju-last-day/',
        },
      ],
    });
  });

  test.each([
    ['kumar-openai-meta-2025', 'OpenAI to Meta, reported in October 2025.'],
    ['kosic-openai-xai-2023', 'OpenAI to xAI, started in 2023, no month known.'],
    ['kosic-xai-openai-2024', 'xAI to OpenAI, left in April 2024.'],
  ])('of %s claims no more than is known', (id, line) => {
    expect(of('move', id).lines[0]).toBe(line);
  });

  test('has each part of the form in its place, and how precise its date is', () => {
    expect(of('move', 'kosic-xai-openai-2024')).toMatchObject({
      known: [expect.stringMatching(/^Reported only/)],
      dated: 'Exit: April 2024, known to the month.',
      disputed: [{ href: '/row/conflicts/kosic-return/' }],
    });
  });

  test('names a role that no source gives in the middle of its sentence, without a capital', () => {
    const role = { en: 'Not stated', de: 'Nicht genannt' };
    const moves = data.moves.map((move) => ({ ...move, fromRole: role }));
    const id = moves[0]?.id ?? '';
    for (const [lang, words] of [
      ['en', 'Before: not stated. Then: '],
      ['de', 'Vorher: nicht genannt. Dann: '],
    ] as const)
      expect(evidenceOf('move', id, { ...data, moves }, lang, sayFor(lang)).lines[1]).toContain(words);
  });

  test('that one page carries says so', () => {
    const single = data.moves.find((move) => move.singleSource);
    const several = data.moves.find((move) => !move.singleSource);
    if (single) expect(of('move', single.id).lines).toContain('Rests on one page only.');
    expect(of('move', several?.id ?? '').lines).not.toContain('Rests on one page only.');
  });
});

test('several sources are told as one', () => {
  expect(of('source', 'khelja-four-hires engadget-2017-06-20')).toMatchObject({
    title: '2 sources',
    lines: [],
  });
});

test('a count lists each move once, with the way where ways differ', () => {
  const moves = selectMoves(data.moves, { wave: 'scaling-team-2025' });
  const { title, each, sources } = evidenceOfMoves(moves, data, 'en', say, 'people');
  expect(title).toBe('4 people, one named move each');
  expect(each?.map(({ text }) => text)).toEqual([
    'Mike Dalton, xAI to OpenAI, 8\u00a0July 2025',
    'Angela Fan, Meta to OpenAI, 8\u00a0July 2025',
    'David Lau, Tesla to OpenAI, 8\u00a0July 2025',
    'Uday Ruddarraju, xAI to OpenAI, 8\u00a0July 2025',
  ]);
  expect(each?.map(({ href }) => href)).toEqual(moves.map(({ id }) => `/row/moves/${id}/`));
  expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  expect(evidenceOfMoves([], data, 'en', say)).toMatchObject({
    title: '0 named moves',
    lines: [expect.any(String)],
    each: [],
    sources: [],
  });
});

test('an unknown row is named with the nearest there is', () => {
  expect(() => of('event', 'four-hire')).toThrow('unknown event "four-hire". Did you mean "four-hires"?');
  expect(() => of('source', 'engadget-2017-06-20 nowhere')).toThrow('unknown source "nowhere".');
});

test.each([
  ['en', (from: string, to: string) => `From ${from} to ${to}: `],
  ['de', (from: string, to: string) => `Von ${from} zu ${to}: `],
] as const)('in %s a count of one direction says which', (lang, begins) => {
  const nameOf = (id: string) => data.organisations.find((org) => org.id === id)?.name[lang] ?? '';
  const counts = data.figures.filter(({ from, to }) => from && to);
  expect(counts.length).toBeGreaterThan(0);
  for (const { id, from, to } of counts)
    expect(evidenceOf('figure', id, data, lang, sayFor(lang)).lines[0]).toMatch(
      begins(nameOf(from), nameOf(to)),
    );
});

test('a number that was named as a bound is never told as exact, and a claim says who makes it and who disputes it', () => {
  // Of no pair: nothing stands before its number.
  const any = data.figures.find(({ from }) => from === '');
  if (!any) throw new Error('no figure');
  const first = (bound: FigureRow['bound']) =>
    evidenceOf('figure', any.id, { ...data, figures: [{ ...any, bound }] }, 'en', say).lines[0];
  const plain = first('') ?? '';
  expect(first('at-least')).toBe(`At least ${plain}`);
  expect(first('up-to')).toBe(`Up to ${plain}`);
  for (const { figure, says, denies } of data.claims) {
    const told = of('figure', figure).lines.join(' ');
    expect(told).toContain(`Claimed by ${says.en}.`);
    if (denies.en) expect(told).toContain(`Disputed by ${denies.en}.`);
  }
});

test('what is disputed says who says what, with the sources of each, and what is used', () => {
  for (const { id, used } of data.conflicts) {
    const told = of('conflict', id);
    expect(told.lines.at(-1), id).toBe(`Used here: ${used.en}`);
    expect(told.lines.length, id).toBeGreaterThan(2);
  }
  const [dispute] = of('figure', 'musk-donated').disputed;
  expect(dispute?.variants.map(({ by, sources }) => [by, sources.map(({ id }) => id)])).toEqual([
    ['AP, May 2026', ['ap-mirror-2026-05-14']],
    ['AP, February 2025, citing his lawyer', ['citynews-2025-02-14']],
  ]);
});

test('a mark has the doubts of its own rows, each once, and none of the event that says who led a company', () => {
  const [event, figure] = (['events', 'figures'] as const).map(
    (table) => data.conflicts.flatMap((one) => one[table])[0],
  );
  if (!event || !figure) throw new Error('no conflict concerns an event and a figure');
  const rows = [
    { kind: 'figure', id: figure },
    { kind: 'figure', id: figure },
    { kind: 'event', id: event },
  ] as const;
  const among = (some: readonly (typeof rows)[number][]) =>
    disputedAmong(
      some,
      some.map(({ kind, id }) => of(kind, id)),
    ).map(({ href }) => href);
  expect(among(rows)).toEqual(of('figure', figure).disputed.map(({ href }) => href));
  expect(among(rows.slice(2))).toEqual(of('event', event).disputed.map(({ href }) => href));
});
