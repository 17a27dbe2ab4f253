/**
 * Colours by name. The house's own stand in styles/tokens.css, those of organisations in palette.csv of the content;
 * files and cards, which know no variables, read them here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readCsv } from '~/data/csv';
import { CONTENT } from '~/i18n/content';
import { type Hues, houseHues } from './house';
import type { Theme } from './sight';

export type { Theme } from './sight';

/** A name from tokens.css: `ink`, `muted`; an organisation's id (its marks), or `<id>-text` (its words and outlines). */
export type Token = string;
/** Turns a name into something a `fill` understands. */
export type Ink = (token: Token) => string;

/** For pages: the reader's theme decides. */
export const pageInk: Ink = (token) => `var(--${token})`;

type Palette = Record<Theme, ReadonlyMap<Token, string>>;
let palette: Palette | undefined;

const TOKENS = 'src/styles/tokens.css';
const tokens = () => readFileSync(TOKENS, 'utf8');
/** Beside the data, since it is no part of them: colours are how this site draws them. */
const FILE = 'palette.csv';
export const paletteFile = (content = CONTENT) => `${content}/${FILE}`;

/** `--name: light-dark(#a, #b)` out of the style sheet, and the organisations'. */
export function readPalette(content = CONTENT): Palette {
  const root = /:root \{([^}]*)\}/.exec(tokens())?.[1] ?? '';
  const read: [Token, string, string][] = [
    ...root.matchAll(/--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g),
  ].map(([, name = '', light = '', dark = '']) => [name, light, dark]);
  const all = [...read, ...tokensOf(organisationColours(content))];
  return {
    light: new Map(all.map(([name, light]) => [name, light])),
    dark: new Map(all.map(([name, , dark]) => [name, dark])),
  };
}

/** The grounds that colours stand on: the site's paper, and that of an embed. */
export function groundsOf(theme: Theme): readonly string[] {
  const papers = [...tokens().matchAll(/--paper:\s*light-dark\((#\w+),\s*(#\w+)\)/g)];
  return papers.map(([, light = '', dark = '']) => (theme === 'light' ? light : dark));
}

/** For files and cards. @throws Error on a name that has no colour */
export function fileInk(theme: Theme): Ink {
  palette ??= readPalette();
  const colours = palette[theme];
  return (token) => {
    const colour = colours.get(token);
    if (!colour) throw new Error(`unknown colour "${token}" in ${TOKENS} and ${paletteFile()}`);
    return colour;
  };
}

export interface OrganisationColours extends Hues {
  id: string;
  /** Of palette.csv; 0 for colours of the house. */
  line: number;
}

const readOrNothing = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** The rows of palette.csv. */
export function paletteRows(content = CONTENT, read = readOrNothing): readonly OrganisationColours[] {
  return readCsv(read(paletteFile(content)))
    .rows.slice(1)
    .map(({ line, cells }) => {
      const [id = '', mark = '', text = '', darkMark = '', darkText = ''] = cells.map((cell) => cell.text);
      return { id, line, light: { mark, text }, dark: { mark: darkMark, text: darkText } };
    });
}

/**
 * Of each core organisation, by rank: as palette.csv has them, else the next of the house's own. Those for whom none
 * is left are not in the list.
 */
export function organisationColours(content = CONTENT, read = readOrNothing): readonly OrganisationColours[] {
  const given = new Map(paletteRows(content, read).map((row) => [row.id, row]));
  const ids = coreIds(content, read);
  const house = [...houseHues(ids.length)];
  return ids.flatMap((id) => {
    const own = given.get(id) ?? house.shift();
    return own ? [{ line: 0, ...own, id }] : [];
  });
}

/** Before the rows are checked, since whether there is a colour is one of the checks. */
function coreIds(content: string, read: (file: string) => string): readonly string[] {
  const [head, ...rows] = readCsv(read(`${content}/data/organisations.csv`)).rows.map(({ cells }) =>
    cells.map(({ text }) => text),
  );
  const [id = -1, scope = -1, rank = -1] = ['id', 'scope', 'rank'].map((name) => head?.indexOf(name) ?? -1);
  return rows
    .filter((row) => row[scope] === 'core')
    .sort((a, b) => Number(a[rank]) - Number(b[rank]))
    .map((row) => row[id] ?? '');
}

const tokensOf = (colours: readonly OrganisationColours[]): readonly [Token, string, string][] =>
  colours.flatMap(({ id, light, dark }): [Token, string, string][] => [
    [id, light.mark, dark.mark],
    [`${id}-text`, light.text, dark.text],
  ]);

/** For the style sheet: name and value of each variable. */
export const organisationVariables = (): readonly (readonly [name: string, value: string])[] =>
  tokensOf(organisationColours()).map(([name, light, dark]) => [
    `--${name}`,
    `light-dark(${light}, ${dark})`,
  ]);
