/** What is wrong with the colours of a content, by the numbers of `sight.ts`, each with its place in palette.csv. */
import type { Problem } from '~/data/problems';
import {
  groundsOf,
  type OrganisationColours,
  organisationColours,
  paletteFile,
  paletteRows,
  type Theme,
} from './palette';
import { faultsOfHues } from './sight';

const COLOUR = /^#[0-9a-f]{6}$/;
const THEMES: readonly Theme[] = ['light', 'dark'];

const columnOf = (theme: Theme, kind: 'mark' | 'text') => (kind === 'mark' ? theme : `${theme}_text`);
/** Whose colours they are, and where they can be changed: those of the house need a row to be others. */
const nameOf = ({ id, line }: OrganisationColours) => `${id} (${line ? `line ${line}` : 'the house’s own'})`;

/** @param content  a folder whose table of organisations can be read */
export function checkPalette(content: string): readonly Problem[] {
  const problem = (line: number, field: string, message: string): Problem => ({
    file: paletteFile(content),
    line: Math.max(1, line),
    column: 1,
    field,
    message,
  });
  const rows = paletteRows(content);
  const colours = organisationColours(content);
  const unread = rows.flatMap((row, i) => [
    ...(colours.some(({ id }) => id === row.id)
      ? []
      : [problem(row.line, 'organisation', `"${row.id}" is no core organisation. Expected one.`)]),
    ...(rows.findIndex(({ id }) => id === row.id) < i
      ? [problem(row.line, 'organisation', `"${row.id}" has a row already. Expected one.`)]
      : []),
    ...THEMES.flatMap((theme) =>
      (['mark', 'text'] as const)
        .filter((kind) => !COLOUR.test(row[theme][kind]))
        .map((kind) =>
          problem(
            row.line,
            columnOf(theme, kind),
            `"${row[theme][kind]}" is no colour. Expected one such as "#2a8279".`,
          ),
        ),
    ),
  ]);
  if (unread.length > 0) return unread;
  return THEMES.flatMap((theme) =>
    faultsOfHues(
      colours.map((one) => ({ ...one[theme], name: nameOf(one) })),
      groundsOf(theme),
      theme,
    ).map(({ at, kind, message }) => problem(colours[at]?.line ?? 1, columnOf(theme, kind), message)),
  );
}
