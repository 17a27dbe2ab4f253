import { expect, test } from 'vitest';
import { organisationColours } from '~/kit/palette';
import { GET } from './favicon.svg.ts';

test('the icon has the colours of the first two companies', async () => {
  const svg = await GET().text();
  for (const { light, dark } of organisationColours().slice(0, 2))
    for (const { mark } of [light, dark]) expect(svg).toContain(mark);
});
