import { expect, test } from 'vitest';
import { picturesLast } from './pictures-last.mjs';

test('bundles and pictures are written after all else, each in the order of its routes', async () => {
  const paths = (...components: string[]) => components.map((component) => ({ route: { component } }));
  const own = {
    getStaticPaths: async () => paths('src/pages/bundle/a', 'src/pages/b', 'src/pages/img/c', 'src/pages/d'),
  };
  let taken: typeof own | undefined;
  const hook = picturesLast().hooks['astro:build:start'] as unknown as (options: object) => void;
  hook({ setPrerenderer: (make: (before: typeof own) => typeof own) => (taken = make(own)) });
  expect(await taken?.getStaticPaths()).toEqual(
    paths('src/pages/b', 'src/pages/d', 'src/pages/bundle/a', 'src/pages/img/c'),
  );
});
