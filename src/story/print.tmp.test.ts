import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'vitest';
import { loadPackage } from '~/data/load';
import { makeSay } from '~/i18n/say';
import { countCitations, countWords, readAloud } from './aloud';
import { readStory } from './mdx';

test('print', () => {
  const data = loadPackage('content/data');
  const context = {
    lang: 'en' as const,
    data,
    say: makeSay('words', JSON.parse(readFileSync('content/words/en.json', 'utf8')), 'en'),
  };
  let sum = 0;
  for (const f of readdirSync('content/story/en')) {
    const s = readStory(readFileSync('content/story/en/' + f, 'utf8'));
    const t = readAloud(s, context);
    sum += countWords(t);
    if (process.env.TEXT) console.log(`\n## ${s.front.title}\n\n${t.replace(/([^\n])\n([^\n])/g, '$1 $2')}`);
    else console.log(f, countWords(t), countCitations(s));
  }
  console.log('sum', sum);
});
