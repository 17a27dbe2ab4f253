/** Numbers out of the style sheets of an embed, so that its height is computed from what they say. */
import { readFileSync } from 'node:fs';

/** In the order of their cascade. What holds only under a condition is not asked for. */
const SHEETS = ['head', 'drawings', 'foot', 'table']
  .map((part) => `src/styles/figure/${part}.css`)
  .concat('src/styles/embed.css');
/** Pixels of a rem, where a reader has not chosen another size of text. */
const REM = 16;

interface Rule {
  selectors: readonly string[];
  declarations: ReadonlyMap<string, string>;
}
let rules: readonly Rule[] | undefined;

/** Every rule that holds without a condition. */
export function rulesOf(css: string): Rule[] {
  const bare = css.replace(/\/\*.*?\*\//gs, '').replace(/@[^{};]+(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g, '');
  return [...bare.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors = '', body = '']) => ({
    selectors: selectors.split(',').map((one) => one.trim()),
    declarations: new Map(
      body.split(';').flatMap((line): [string, string][] => {
        const [, property, value] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/s.exec(line) ?? [];
        return property && value ? [[property, value]] : [];
      }),
    ),
  }));
}

/** What the last rule with exactly this selector sets a property to. */
function declared(selector: string, property: string): string | undefined {
  rules ??= SHEETS.flatMap((sheet) => rulesOf(readFileSync(sheet, 'utf8')));
  return rules
    .filter(({ selectors, declarations }) => selectors.includes(selector) && declarations.has(property))
    .at(-1)
    ?.declarations.get(property);
}

/**
 * A width that falls with the room there is, between two bounds: `clamp(18rem, 33rem - 43%, 22rem)`.
 * @returns CSS pixels for a room in CSS pixels
 * @throws Error where the sheets set it to anything else
 */
export function clamped(selector: string, property: string): (room: number) => number {
  const value = declared(selector, property);
  const [, ...numbers] =
    /^clamp\(([\d.]+)rem, ([\d.]+)rem - ([\d.]+)%, ([\d.]+)rem\)$/.exec(value ?? '') ?? [];
  const [least, from, share, most] = numbers.map(Number);
  if (least === undefined || from === undefined || share === undefined || most === undefined)
    throw new Error(
      `${SHEETS.join(', ')}: ${property} of "${selector}" is ${value ?? 'missing'}, expected a clamp of rem and %`,
    );
  return (room) => Math.max(least * REM, Math.min(from * REM - (share / 100) * room, most * REM));
}

/**
 * A number of the last rule with exactly this selector that sets the property: CSS pixels of a length, else as written.
 * @param part which of several values, from 0
 * @throws Error where no rule of the sheets sets it to a number
 */
export function styled(selector: string, property: string, part = 0): number {
  const value = declared(selector, property);
  const [, number, unit] = /^(-?[\d.]+)(px|rem|em)?$/.exec(value?.split(/\s+/)[part] ?? '') ?? [];
  if (number === undefined)
    throw new Error(
      `${SHEETS.join(', ')}: ${property} of "${selector}" is ${value ?? 'missing'}, expected a number, px, em or rem`,
    );
  return Number(number) * (unit === 'rem' ? REM : 1);
}
