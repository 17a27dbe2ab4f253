import { expect, test } from 'vitest';
import { inLatin1 } from './_letters';

test('a page in letters of Latin-1 says what it said', () => {
  const page = `<style>a{content:"»"}</style><p title="“é”">Zoë’s 🦉</p><script type="application/json">{"said":"🦉“"}</script>`;
  const written = inLatin1(page);
  expect(written).toMatch(/^[\0-\xff]*$/);
  expect(written).toContain(
    '<style>a{content:"»"}</style><p title="&#8220;é&#8221;">Zoë&#8217;s &#129417;</p>',
  );
  const [, json = ''] = /<script[^>]*>(.*)<\/script>/.exec(written) ?? [];
  expect(JSON.parse(json)).toEqual({ said: '🦉“' });
});
