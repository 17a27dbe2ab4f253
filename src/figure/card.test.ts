import { expect, test } from 'vitest';
import { CHARTS } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import { sayFor } from '~/pages/_words';
import { cardPath } from './card';

const say = sayFor('en');
const data = loadPackage('content/data');
const [chart] = CHARTS;
if (!chart) throw new Error('no chart');

test('a card has another address once it shows something else, and the same while it does not', () => {
  const at = (moves = data.moves) => cardPath(chart.at({ ...data, moves }, '', 'en'), say);
  expect(at()).toMatch(/^\/img\/en\/flows\.card\.png\?v=[0-9a-f]{8}$/);
  expect(at()).toBe(at([...data.moves]));
  expect(at(data.moves.slice(1))).not.toBe(at());
});
