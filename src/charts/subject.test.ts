import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stretchesOf } from './subject';

const content = mkdtempSync(join(tmpdir(), 'stretches-'));
afterAll(() => rmSync(content, { recursive: true }));
const list = (chart: string, text: string) => {
  mkdirSync(join(content, 'charts'), { recursive: true });
  writeFileSync(join(content, 'charts', `${chart}.json`), text);
  return stretchesOf(chart, content);
};

test('a content without a list has no stretch of its own, one with a list has those', () => {
  expect(stretchesOf('years', content)).toEqual([]);
  const spring = { slug: 'spring-1993', since: '1993-03', until: '1993-05' };
  expect(list('years', JSON.stringify([spring]))).toEqual([spring]);
});

test('what is wrong in a list is told with its file', () => {
  const wrong = [{ slug: 'spring', since: 'March 1993', until: '1993-05' }];
  expect(() => list('wrong', JSON.stringify(wrong))).toThrow(/charts\/wrong\.json: .*2025-06[\s\S]*since/);
  expect(() => list('broken', '[')).toThrow(/charts\/broken\.json: /);
});
