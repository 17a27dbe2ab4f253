import { expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import { rowOf } from '~/model/row';
import { sayFor } from '~/pages/_words';
import { formatFigure, spellFigure } from './amount';

const data = loadPackage('content/data');
const say = sayFor('en');

test('figures carry their unit, in running text small ones in words', () => {
  const row = (id: string) => rowOf('figure', data.figures, id);
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  expect(plain(formatFigure(row('abilene-gw'), 'en', say))).toBe('1.2 gigawatts');
  expect(plain(spellFigure(row('prometheus-gw'), 'en', say))).toBe('one gigawatt');
  expect(plain(formatFigure(row('stargate-usd'), 'en', say))).toBe('$500 billion');
  expect(plain(formatFigure(row('pay-meta-2m'), 'en', say))).toBe('$2 million a year');
  expect(plain(formatFigure(row('raid-count-eight'), 'en', say))).toBe('8 people');
});
