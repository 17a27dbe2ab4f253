import { expect, test } from 'vitest';
import { reactAtBuild } from './react-at-build.mjs';

test('React is there to draw with, and no browser is offered it', () => {
  const renderers: { serverEntrypoint: unknown; clientEntrypoint?: unknown }[] = [];
  const setup = reactAtBuild().hooks['astro:config:setup'] as (options: object) => void;
  setup({ command: 'build', addRenderer: (one: never) => renderers.push(one), updateConfig() {} });
  expect(renderers.map((one) => [Boolean(one.serverEntrypoint), one.clientEntrypoint])).toEqual([
    [true, undefined],
  ]);
});
