import { describe, expect, test } from 'vitest';
import { isForeignHash, withoutTrackers } from './trackers';

describe('a query without what others count by', () => {
  test.each([
    'utm_source',
    'utm_medium',
    'fbclid',
    'gclid',
    'dclid',
    'yclid',
    'msclkid',
    'ttclid',
    'twclid',
    'gbraid',
    'wbraid',
    'mc_cid',
    'mc_eid',
    'igsh',
    'igshid',
    'srsltid',
    '_hsenc',
    'mkt_tok',
    'pk_campaign',
    'ref',
    'ref_src',
    'UTM_Campaign',
    'amp;utm_term',
  ])('loses %s', (key) => {
    expect(withoutTrackers(`?hl=lau&${key}=a%20b&theme=dark`)).toBe('?hl=lau&theme=dark');
    expect(withoutTrackers(`?hl=lau?${key}=1`)).toBe('?hl=lau');
    expect(withoutTrackers(`?${key}`)).toBe('');
  });
  test.each(['?hl=lau&t=2025', '?kept=a%20b', '?childId=x', '?id=1&refs=2', '?at=1', ''])(
    'keeps %s letter for letter',
    (search) => {
      expect(withoutTrackers(search)).toBe(search);
    },
  );
});

test.each([
  ['#Echobox=1700000000', true],
  ['#xtor=RSS-1', true],
  ['#?secret=abc', false],
  ['#flows-table', false],
  ['', false],
])('%s is foreign: %s', (hash, foreign) => {
  expect(isForeignHash(hash)).toBe(foreign);
});
