import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pngOf } from './png';

const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><rect width="40" height="20" fill="#fcfaf6"/>${body}</svg>`;
const pixelAt = async (png: Uint8Array, x: number, y: number) => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
};

test('a drawing has its size, its colours and no words that are only to be found', async () => {
  const png = await pngOf(
    svg('<path d="M0 0h10v10h-10z" fill="#3a56c8"/><text y="15" opacity="0">A</text>'),
    2,
  );
  expect(await sharp(png).metadata()).toMatchObject({ width: 80, height: 40, format: 'png' });
  expect(await pixelAt(png, 4, 4)).toEqual([0x3a, 0x56, 0xc8]);
  expect(await pixelAt(png, 60, 30)).toEqual([0xfc, 0xfa, 0xf6]);
});

test('words that are text are not drawn, in however many lines: a drawing has them as outlines', async () => {
  const lines =
    '<text y="15">A</text><text font-size="20"><tspan x="1" y="15">A </tspan><tspan x="20" y="15">A</tspan></text>';
  // Made anew each time.
  const png = await pngOf(svg(`${lines}<!-- ${Math.random()} -->`));
  expect(Buffer.from(png)).toEqual(Buffer.from(await pngOf(svg(''))));
});

test('a gradient of more colours than a palette has is as near as can be', async () => {
  const stops =
    '<stop offset="0" stop-color="#f00"/><stop offset=".5" stop-color="#0f0"/><stop offset="1" stop-color="#00f"/>';
  const drawn = svg(
    `<linearGradient id="g">${stops}</linearGradient><rect width="40" height="20" fill="url(#g)"/>`,
  );
  const png = await pngOf(drawn, 20);
  const [own, exact] = await Promise.all(
    [sharp(png), sharp(Buffer.from(drawn), { density: 72 * 20 })].map((one) =>
      one.removeAlpha().raw().toBuffer(),
    ),
  );
  const worst = own?.reduce((most, value, i) => Math.max(most, Math.abs(value - (exact?.[i] ?? 0))), 0);
  expect(worst).toBeLessThan(24);
});

test('what is no drawing says so, and the next is drawn', async () => {
  await expect(pngOf(`no drawing ${Math.random()}`)).rejects.toThrow();
  expect((await pngOf(svg(`<!-- ${Math.random()} -->`))).length).toBeGreaterThan(60);
});

test('of many that are asked for at once, each gets its own', async () => {
  const hues = ['#c00000', '#00c000', '#0000c0', '#c0c000', '#00c0c0', '#c000c0', '#101010', '#808080'];
  // Those before take longer than those after.
  const drawn = (hue: string, i: number) =>
    pngOf(svg(`<path d="M0 0h40v20h-40z" fill="${hue}"/><!-- ${Math.random()} -->`), (hues.length - i) * 5);
  const pngs = await Promise.all(hues.map(drawn));
  const middles = await Promise.all(pngs.map((png) => pixelAt(png, 20, 10)));
  expect(middles.map((rgb) => `#${rgb.map((one) => one.toString(16).padStart(2, '0')).join('')}`)).toEqual(
    hues,
  );
});
