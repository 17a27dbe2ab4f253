/** How outlines are written: in steps from point to point, in as few letters as they can be, so that what is alike is the same text. */

/** To a tenth of a pixel: what no eye sees costs bytes. */
export const round = (value: number) => Math.round(value * 10 + 1e-6) / 10;
/** To half a pixel: the place of what touches nothing. */
export const half = (value: number) => Math.round(value * 2 + 1e-6) / 2;

/** Numbers in a row: no nought before a point, no space where a sign parts them. */
export const numbers = (...values: readonly number[]): string =>
  values
    .map((value) => `${round(value)}`.replace(/^(-?)0\./, '$1.'))
    .reduce((row, one) => (one.startsWith('-') ? row + one : `${row} ${one}`));

/** How many numbers a command takes. */
const COUNT: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, a: 7, c: 6, z: 0 };

/**
 * An outline, as D3 writes it in absolute places or in steps already, in steps.
 * @throws Error on a command that no outline here has
 */
export function inSteps(d: string): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let steps = '';
  for (const [, command = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const kind = command.toLowerCase();
    const count = COUNT[kind];
    if (count === undefined)
      throw new Error(`"${command}" in the outline ${d}: expected one of ${Object.keys(COUNT).join(', ')}`);
    if (kind === 'z') {
      steps += kind;
      [x, y] = [startX, startY];
    }
    const values = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    for (let i = 0; i < values.length; i += count) {
      const own = values.slice(i, i + count);
      const [baseX, baseY] = command === kind ? [0, 0] : [x, y];
      const [endX = 0, endY = 0] = own.slice(-2);
      const dx = kind === 'v' ? 0 : (kind === 'h' ? (own[0] ?? 0) : endX) - baseX;
      const dy = kind === 'h' ? 0 : (kind === 'v' ? (own[0] ?? 0) : endY) - baseY;
      if (kind === 'm') steps += (steps ? 'm' : 'M') + numbers(dx, dy);
      else if (kind === 'a') steps += kind + numbers(...own.slice(0, 5), dx, dy);
      else if (kind === 'c')
        steps += kind + numbers(...own.map((value, k) => value - (k % 2 === 0 ? baseX : baseY)));
      else if (kind === 'h' || (kind === 'l' && round(dy) === 0 && round(dx) !== 0))
        steps += `h${numbers(dx)}`;
      else if (kind === 'v' || (kind === 'l' && round(dx) === 0 && round(dy) !== 0))
        steps += `v${numbers(dy)}`;
      // The same point twice is one.
      else if (round(dx) !== 0) steps += `l${numbers(dx, dy)}`;
      [x, y] = [x + dx, y + dy];
      if (kind === 'm') [startX, startY] = [x, y];
    }
  }
  return steps;
}
