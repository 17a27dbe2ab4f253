/** Colours by name. The values live in styles/tokens.css; files and cards, which know no variables, read them here. */
import { readFileSync } from 'node:fs';

/** A name from tokens.css: `ink`, `muted`, an organisation's id (its marks), or `<id>-text` (its words and outlines). */
export type Token = string;
export type Theme = 'light' | 'dark';
/** Turns a name into something a `fill` understands. */
export type Ink = (token: Token) => string;

/** For pages: the reader's theme decides. */
export const pageInk: Ink = (token) => `var(--${token})`;

type Palette = Record<Theme, ReadonlyMap<Token, string>>;
let palette: Palette | undefined;

/** Reads `--name: light-dark(#a, #b)` out of the style sheet. */
export function readPalette(css = readFileSync('src/styles/tokens.css', 'utf8')): Palette {
  const read: Palette = { light: new Map(), dark: new Map() };
  const root = /:root \{([^}]*)\}/.exec(css)?.[1] ?? '';
  for (const [, name, light, dark] of root.matchAll(/--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g)) {
    if (!name || !light || !dark) continue;
    (read.light as Map<Token, string>).set(name, light);
    (read.dark as Map<Token, string>).set(name, dark);
  }
  return read;
}

/** For files and cards. @throws Error on a name that tokens.css lacks */
export function fileInk(theme: Theme): Ink {
  palette ??= readPalette();
  const colours = palette[theme];
  return (token) => {
    const colour = colours.get(token);
    if (!colour) throw new Error(`unknown colour "${token}" in src/styles/tokens.css`);
    return colour;
  };
}
