/**
 * The yardstick: what somebody writes by hand who wants nothing but the chart. A title and twelve bands, one from
 * each of four companies to each other, in one file with one embedded style. No script, no font, no link.
 */
const COMPANIES = [
  { name: 'OpenAI', colour: '#2a8279', out: [0, 21, 1, 1] },
  { name: 'Meta', colour: '#3a56c8', out: [20, 0, 4, 1] },
  { name: 'xAI', colour: '#bd8400', out: [6, 1, 0, 1] },
  { name: 'Tesla', colour: '#961a10', out: [4, 1, 4, 0] },
];
const UNIT = 5;
const GAP = 50;
const [LEFT, RIGHT] = [110, 790];

/** Heights at which the companies begin, one below the other. */
function tops(sizes) {
  let y = 30;
  return sizes.map((size) => {
    const top = y;
    y += size * UNIT + GAP;
    return top;
  });
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** The whole page. */
export function barePage() {
  const leave = tops(COMPANIES.map(({ out }) => sum(out)));
  const arrive = tops(COMPANIES.map((_, to) => sum(COMPANIES.map(({ out }) => out[to]))));
  const names = COMPANIES.flatMap(({ name }, i) => [
    `<text x="0" y="${leave[i] + 14}">${name}</text>`,
    `<text x="${RIGHT + 12}" y="${arrive[i] + 14}">${name}</text>`,
  ]);
  const bands = COMPANIES.flatMap(({ colour, out }, from) =>
    out.flatMap((n, to) => {
      if (from === to) return [];
      const width = n * UNIT;
      const [y1, y2] = [leave[from] + width / 2, arrive[to] + width / 2];
      leave[from] += width;
      arrive[to] += width;
      const middle = (LEFT + RIGHT) / 2;
      return `<path d="M${LEFT} ${y1}C${middle} ${y1} ${middle} ${y2} ${RIGHT} ${y2}" stroke="${colour}" stroke-width="${width}"/>`;
    }),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Who moved where</title>
<style>
body { margin: 16px auto; max-width: 900px; padding: 0 16px; font: 16px/1.4 sans-serif; }
svg { width: 100%; height: auto; }
path { fill: none; stroke-opacity: 0.8; }
</style>
</head>
<body>
<h1>Who moved where</h1>
<svg viewBox="0 0 900 560" role="img" aria-label="Moves between four companies">
${[...bands, ...names].join('\n')}
</svg>
</body>
</html>
`;
}
