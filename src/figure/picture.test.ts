/** A picture in a file: the same in every program, with its words to be found and what it says of itself. */
import { spawnSync } from 'node:child_process';
import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { CHARTS } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import { labelsOf } from '~/kit/items';
import { sayFor } from '~/pages/_words';
import { creditsOf, rdfOf } from './credits';
import { pictureSvg } from './picture';
import { pictureFoot } from './picture-foot';
import { withCredits } from './png-text';

const say = sayFor('de');
const data = loadPackage('content/data');
const renderings = CHARTS.map((chart) => chart.at(data, '', 'de'));
const svgOf = (rendering: (typeof renderings)[number], theme: 'light' | 'dark' = 'light') =>
  pictureSvg(rendering, 'wide', theme, pictureFoot(rendering, 'wide', say), rdfOf(creditsOf(rendering, say)));
const unescaped = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&');

const pixels = async (png: Uint8Array) =>
  sharp(png).flatten({ background: '#fff' }).greyscale().raw().toBuffer({ resolveWithObject: true });
/** Mean difference of two pictures, of 255, and the share of points that differ by a quarter. */
function difference(a: Uint8Array, b: Uint8Array) {
  const each = a.map((value, i) => Math.abs(value - (b[i] ?? 0)));
  const sum = each.reduce((all, one) => all + one, 0);
  return { mean: sum / a.length, far: each.filter((one) => one > 64).length / a.length };
}

describe.each(renderings)('a picture of $chart', (rendering) => {
  test('draws its words without a typeface, and has them as text that nobody sees', async () => {
    const svg = svgOf(rendering);
    for (const one of [svg, svgOf(rendering, 'dark')]) expect(one).not.toMatch(/var\(|url\(data|@font-face/);
    const texts = [...svg.matchAll(/<text\b[^>]*>.*?<\/text>/g)].map(([text]) => text);
    expect(texts.filter((text) => !/ opacity="0"/.test(text))).toEqual([]);
    const said = texts.map((text) => unescaped(text).replaceAll('\u00a0', ' ')).join('\n');
    for (const { text } of labelsOf(rendering.geometry('wide')))
      expect(said).toContain(text.replaceAll('\u00a0', ' '));
    // Here is no typeface at all.
    const draw = (one: string) =>
      pixels(
        new Resvg(one, { font: { loadSystemFonts: false }, fitTo: { mode: 'zoom', value: 0.5 } })
          .render()
          .asPng(),
      );
    const [whole, wordless] = await Promise.all([
      draw(svg),
      draw(svg.replace(/<path[^>]*transform="matrix[^>]*><\/path>/g, '')),
    ]);
    expect(difference(whole.data, wordless.data).mean).toBeGreaterThan(1);
  });

  test('is called by its title and described in a sentence', () => {
    const svg = svgOf(rendering);
    expect(unescaped(/<title>(.*?)<\/title>/.exec(svg)?.[1] ?? '')).toBe(rendering.words.title);
    expect(unescaped(/<desc>(.*?)<\/desc>/.exec(svg)?.[1] ?? '')).toBe(rendering.words.summary);
    expect(svg).toMatch(/<metadata>.*<dc:source>.*<xmpRights:WebStatement>.*<\/metadata>/);
  });

  const rsvg = spawnSync('rsvg-convert', ['--version']).status === 0;
  test.runIf(rsvg)('looks the same where it is drawn by librsvg', async () => {
    const svg = svgOf(rendering);
    const ours = await pixels(new Resvg(svg).render().asPng());
    const theirs = await pixels(spawnSync('rsvg-convert', { input: svg }).stdout);
    expect(theirs.info).toMatchObject({ width: ours.info.width, height: ours.info.height });
    const { mean, far } = difference(ours.data, theirs.data);
    expect(mean).toBeLessThan(2);
    expect(far).toBeLessThan(0.005);
  });
});

test('a PNG says who made it, from what, to when, under which licence and where it stands', async () => {
  const [rendering] = renderings;
  if (!rendering) throw new Error('no chart');
  const plain = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const png = Buffer.from(withCredits(plain, creditsOf(rendering, say)));
  const said = new Map<string, string>();
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const body = png.subarray(at + 4, at + 8 + png.readUInt32BE(at));
    // What a strict reader checks.
    expect(png.readUInt32BE(at + 4 + body.length)).toBe(crc32(body));
    if (body.subarray(0, 4).toString() !== 'iTXt') continue;
    const [keyword = '', ...rest] = body.subarray(4).toString().split('\0');
    said.set(keyword, rest.at(-1) ?? '');
  }
  expect(said.get('Title')).toBe(rendering.words.title);
  expect(said.get('Source')).toContain('Presseberichten');
  expect(said.get('Creation Time')).toBe(rendering.asOf);
  expect(said.get('Copyright')).toContain('CC BY 4.0');
  expect(said.get('URL')).toBe('http://localhost:4321/de/charts/flows/');
  const { xmp } = await sharp(png).metadata();
  expect(xmp?.toString()).toContain('<xmpRights:WebStatement>http://localhost:4321/de/method/<');
  expect(await sharp(png).raw().toBuffer()).toEqual(await sharp(plain).raw().toBuffer());
});
