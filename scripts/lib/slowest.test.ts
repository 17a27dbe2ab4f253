import { expect, test } from 'vitest';
import { stopwatch } from './slowest.mjs';

test('the slowest kinds come first, with how many files they are, and what is no file beside them', () => {
  const { take, said } = stopwatch();
  for (const line of [
    '▶ src/pages/img/[lang]/[name].[kind].png.ts',
    '  ├─ /img/en/flows.card.png (+1.50s) ',
    '09:26:47   └─ /img/de/flows.openai-to-meta.wide.png (+500ms) ',
    '  ├─ /charts/flows/index.html (+40ms) ',
    '  ├─ /de/charts/index.html (+20ms) ',
    '  ├─ /index.html (+300ms) ',
    '  ├─ /embed/v1/en/flows/2025/index.html (+1.00m) ',
    'built in 12.3s',
  ])
    take(line);
  expect(said(70)).toBe('embeds 60.0 s (1), reading and bundling 7.6 s, pictures 2.0 s (2)');
  expect(said(70, 9)).toContain('stories 0.3 s (1), chart pages 0.1 s (2)');
});
