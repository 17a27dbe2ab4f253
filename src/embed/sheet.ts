/** Numbers out of the style sheets of an embed, so that its height is computed from what they say. */
import { readFileSync } from 'node:fs';

/** In the order of their cascade. */
const SHEETS = ['src/styles/figure.css', 'src/styles/embed.css'];
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

/**
 * A number of the last rule with exactly this selector that sets the property: CSS pixels of a length, else as written.
 * @param part which of several values, from 0
 * @throws Error where no rule of the two sheets sets it to a number
 */
export function styled(selector: string, property: string, part = 0): number {
  rules ??= SHEETS.flatMap((sheet) => rulesOf(readFileSync(sheet, 'utf8')));
  const value = rules
    .filter(({ selectors, declarations }) => selectors.includes(selector) && declarations.has(property))
    .at(-1)
    ?.declarations.get(property);
  const [, number, unit] = /^(-?[\d.]+)(px|rem|em)?$/.exec(value?.split(/\s+/)[part] ?? '') ?? [];
  if (number === undefined)
    throw new Error(
      `${SHEETS.join(', ')}: ${property} of "${selector}" is ${value ?? 'missing'}, expected a number, px, em or rem`,
    );
  return Number(number) * (unit === 'rem' ? REM : 1);
}
