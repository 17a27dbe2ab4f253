/**
 * What other threads make is written last: until then a build goes on with its pages, and no core waits for another.
 * Astro writes files in the order of their routes, in which pictures come before most pages.
 */

/** The last are in the order in which they are made: a bundle has pictures that are made first. */
const LAST = ['src/pages/bundle/', 'src/pages/img/'];
const place = ({ route }) => LAST.findIndex((folder) => route.component.startsWith(folder));

/** @returns {import('astro').AstroIntegration} */
export function picturesLast() {
  return {
    name: 'counterflow:pictures-last',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((own) => ({
          ...own,
          name: 'counterflow:pictures-last',
          getStaticPaths: async () =>
            (await own.getStaticPaths()).toSorted((one, other) => place(one) - place(other)),
        })),
    },
  };
}
