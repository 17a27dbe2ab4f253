/** Puts the colours of the content's organisations where tokens.css leaves room for them: `--organisations`. */
import { siteModule } from './typescript.mjs';

/** @returns {import('postcss').Plugin} */
export const palette = () => ({
  postcssPlugin: 'counterflow:palette',
  Declaration: {
    '--organisations': async (declaration, { Declaration }) => {
      const { organisationVariables } = await siteModule('src/kit/palette.ts');
      declaration.replaceWith(
        organisationVariables().map(([prop, value]) => new Declaration({ prop, value })),
      );
    },
  },
});
