import { expect, test } from 'vitest';
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
