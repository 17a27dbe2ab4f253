import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHARTS } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import { makeSay } from '~/i18n/say';
import { cardPath } from './card';

const words = ['site.en', 'en'].map((name) => JSON.parse(readFileSync(`content/words/${name}.json`, 'utf8')));
const say = makeSay('content/words', Object.assign({}, ...words), 'en');
const data = loadPackage('content/data');
const [chart] = CHARTS;
if (!chart) throw new Error('no chart');

test('a card has another address once it shows something else, and the same while it does not', () => {
  const at = (moves = data.moves) => cardPath(chart.at({ ...data, moves }, '', 'en'), say);
  expect(at()).toMatch(/^\/img\/en\/flows\.card\.png\?v=[0-9a-f]{8}$/);
  expect(at()).toBe(at([...data.moves]));
  expect(at(data.moves.slice(1))).not.toBe(at());
});
