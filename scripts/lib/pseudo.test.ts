import { expect, test } from 'vitest';
import { newMoves, withNewRows } from './new-rows.mjs';
import { stretch, stretchMessage, stretchProse, stretchTable } from './pseudo.mjs';

test('words grow by two fifths, and a part of a text stays a part of it', () => {
  const text = 'Missionaries will beat mercenaries in the long run, he wrote to the researchers';
  expect(stretch(text).length / text.length).toBeGreaterThan(1.35);
  expect(stretch(text)).toContain(stretch('will beat'));
});

test('a message keeps its placeholders, choices and plurals', () => {
  expect(stretchMessage('{n, plural, one {# move} other {# moves}} to {org}')).toBe(
    '[{n, plural, one {# môovêe} other {# môovêes}} tôo {org}]',
  );
  expect(stretchMessage('{n, number} of {share, number, percent}')).toBe(
    '[{n, number} ôof {share, number, percent}]',
  );
  expect(stretchMessage("{x, select, a {it} other {'{'}}")).toBe("[{x, select, a {îit} other {'{'}}]");
});

test('prose keeps its components, links and anchors', () => {
  const prose =
    '---\ntitle: A title\nslug: a-title\n---\n\nOn <When event="x" /> [a page](../data/) said <Said quote="q" part="one" />.\n';
  expect(stretchProse(prose)).toBe(
    '---\ntitle: Âa tîitllêe\nslug: a-title\n---\n\nÓoñn <When event="x" /> [âa pâagêe](../data/) sâaîid <Said quote="q" part="ôoñnêe" />.\n',
  );
});

test('a table gains a column behind each English one; a quotation is its own source', () => {
  expect(stretchTable('id,name_en,rank\na,"One, two",1\n', 'waves')).toBe(
    'id,name_en,name_xb,rank\na,"One, two","Óoñnêe, twôo",1\n',
  );
  expect(stretchTable('id,quote,language,translation_de\na,one,en,eins\n', 'quotes')).toBe(
    'id,quote,language,translation_de,translation_xb\na,one,en,eins,ôoñnêe\n',
  );
});

test('ten new moves come with a source, first of all where there is none, as many there as back', () => {
  const head = 'id,person,from_org,to_org,date,status,scope,wave,source_ids,note_en';
  const csv = {
    organisations: 'id,scope\na,core\nb,core\nc,core\nd,outside\n',
    moves: `${head}\nold,"Old, Ann",a,b,2025-03,reported,core,w,s,known\nx,Xu,b,a,2025,reported,core,,s,\n`,
    sources: 'id,url,background\ns,https://a.org,true\n',
  };
  const moves = newMoves(csv);
  expect(moves).toHaveLength(10);
  expect(moves.slice(0, 2).map(({ from_org, to_org }) => [from_org, to_org])).toEqual([
    ['a', 'c'],
    ['c', 'a'],
  ]);
  for (const org of ['a', 'b', 'c'])
    expect(moves.filter((move) => move.from_org === org).length).toBe(
      moves.filter((move) => move.to_org === org).length,
    );
  expect(new Set(moves.flatMap(({ from_org, to_org }) => [from_org, to_org]))).not.toContain('d');
  expect(Math.max(...moves.map(({ person }) => person?.length ?? 0))).toBe(40);
  const lines = withNewRows('moves', csv).trim().split('\n');
  expect(lines.slice(0, 3).join('\n')).toBe(csv.moves.trim());
  expect(lines[3]).toBe('made-up-1,Jo Ng,a,c,2026-01,reported,core,,made-up-report,');
  expect(withNewRows('sources', csv)).toBe(
    `${csv.sources}made-up-report,https://example.org/made-up,false\n`,
  );
  expect(withNewRows('organisations', csv)).toBe(csv.organisations);
});
