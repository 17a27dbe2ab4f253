/** React draws at build only: its browser half, 58 kB that no page loads, is not made. */
import react from '@astrojs/react';

/** @returns {import('astro').AstroIntegration} */
export function reactAtBuild() {
  const { hooks, ...integration } = react();
  const setup = hooks['astro:config:setup'];
  return {
    ...integration,
    hooks: {
      ...hooks,
      'astro:config:setup': (options) =>
        setup?.({
          ...options,
          addRenderer: ({ clientEntrypoint: _, ...renderer }) => options.addRenderer(renderer),
        }),
    },
  };
}
