/** The codes an editor copies: read as HTML, as XML and as MDX, and in what a strict host leaves of them. */
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { evaluate } from 'satteri';
import { describe, expect, test, vi } from 'vitest';
import type { Rendering } from '~/charts/contract';
import { CHARTS } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import { writeCodes } from '~/figure/client/codes';
import { sayFor } from '~/pages/_words';
import { embedHeights } from './height';
import { frameSnippet, pictureSnippet } from './snippet';
import { embedWords } from './words';

const say = sayFor('en');
const data = loadPackage('content/data');
const first = CHARTS[0]?.at(data, '', 'en') as Rendering;
const called = (title: string): Rendering => ({ ...first, words: { ...first.words, title, name: title } });

const frameOf = (rendering: Rendering) =>
  frameSnippet(rendering, embedHeights(rendering, embedWords(rendering, say)), say);
const pictureOf = (rendering: Rendering) => pictureSnippet(rendering, say);
const CODES = [
  ['frame', frameOf],
  ['picture', pictureOf],
] as const;

/** Strict as a parser of XML is; what is not drawn is read all the same. */
const readXml = (code: string) =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><metadata>${code}</metadata></svg>`,
  );

/** As a site that writes in MDX and React shows it. */
async function mdxPage(code: string): Promise<string> {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const page = await evaluate(`Before.\n\n${code}\n\nAfter.`, { ...runtime } as never);
  const Page = (page as unknown as { default: () => React.ReactElement }).default;
  const html = renderToStaticMarkup(runtime.jsx(Page, {}));
  said.mockRestore();
  return html;
}
const attributes = (html: string, tag: string) => {
  const [, text = ''] = new RegExp(`<${tag}\\b([^>]*)>`).exec(html) ?? [];
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value]) => [name.toLowerCase(), value]),
  );
};

describe.each(CODES)('the %s code', (_, codeOf) => {
  test('is well-formed, and the same in MDX as in HTML, whatever a title holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'a&<>"\'{}*_`[]\\~é #$-') }), async (title) => {
        const code = codeOf(called(`T${title}T`));
        expect(() => readXml(code)).not.toThrow();
        expect(code).not.toMatch(/\n\s*\n/);
        const html = await mdxPage(code);
        for (const tag of ['img', 'iframe', 'source'])
          expect(decoded(attributes(html, tag))).toEqual(decoded(attributes(code, tag)));
        expect(text(html)).toBe(`Before.${text(code)}After.`);
      }),
      { numRuns: 40 },
    );
  });

  test('names site, licence and what it is made from, and says no title twice', () => {
    const code = codeOf(called('A title'));
    const caption = /<figcaption>.*<\/figcaption>/.exec(code)?.[0] ?? '';
    expect(caption).toMatch(/Counterflow.*CC BY 4\.0.*press reports/);
    expect(caption).toContain('href="https://creativecommons.org/licenses/by/4.0/"');
    expect(caption).toContain('href="http://localhost:4321/charts/flows/"');
    expect(text(codeOf({ ...first, words: { ...first.words, title: 'A title' } }))).not.toContain('A title');
  });

  test('has a picture that keeps its place, for a column and for a phone', () => {
    const code = codeOf(first);
    const [img, source] = [attributes(code, 'img'), attributes(code, 'source')];
    for (const size of [img, source]) {
      expect(Number(size['width'])).toBeGreaterThan(300);
      expect(Number(size['height'])).toBeGreaterThan(300);
    }
    expect(img['style']).toContain('display:block');
    expect(img['style']).toContain('margin:0');
    expect(img['alt']).toContain(first.words.summary.replaceAll('\u00a0', ' ').slice(0, 30));
  });
});

test('the frame may share and copy, and without frames there is the picture, folded where there are both', () => {
  const code = frameOf(first);
  expect(attributes(code, 'iframe')['allow']).toBe('web-share; clipboard-write');
  expect(code).toMatch(
    /^<figure>[\s\S]*<noscript><details>\n<summary>[\s\S]*<img [\s\S]*<\/details><\/noscript>\n<figcaption>/,
  );
});

describe('what the figure shows is in its codes', () => {
  const shown = (query: Parameters<typeof writeCodes>[1], colours?: string) => {
    const codes = CODES.map(([, codeOf]) => ({ value: codeOf(first) }));
    const figure = { dataset: {}, querySelectorAll: (s: string) => (s.includes('textarea') ? codes : []) };
    writeCodes(figure as unknown as HTMLElement, query, colours);
    // Written once more, as after a choice taken back, nothing of the first stays.
    const again = codes.map(({ value }) => value);
    writeCodes(figure as unknown as HTMLElement, {}, 'light');
    expect(codes.map(({ value }) => value)).toEqual(CODES.map(([, codeOf]) => codeOf(first)));
    return again;
  };
  test('a mark, a period and the colours of the article', () => {
    const [frame = '', picture = ''] = shown(
      { hl: 'lau', t: { since: '2025-06', until: '2025-09' } },
      'dark',
    );
    expect(attributes(frame, 'iframe')['src']).toMatch(/\?hl=lau&amp;t=2025-06\.\.2025-09&amp;theme=dark$/);
    for (const code of [frame, picture]) {
      expect(code).toContain('/charts/flows/?hl=lau&amp;t=2025-06..2025-09">');
      expect(() => readXml(code)).not.toThrow();
    }
  });
  test('colours that follow the reader’s device go to the frame element too, so that no box is painted', () => {
    const [frame = ''] = shown({}, 'auto');
    expect(attributes(frame, 'iframe')).toMatchObject({
      src: expect.stringMatching(/\?theme=auto$/),
      style: 'color-scheme:light dark',
    });
    expect(() => readXml(frame)).not.toThrow();
  });
  test('the colours a page was asked for, where none are picked', () => {
    expect(shown({ theme: 'dark' })[0]).toContain('?theme=dark"');
  });
});

/** What is read, without tags. */
function text(html: string): string {
  const shown = html.replace(/<noscript>[\s\S]*?<\/noscript>/g, '').replace(/<[^>]*>|\n/g, '');
  return entities(shown);
}
function decoded(all: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, entities(value ?? '')]));
}
function entities(value: string): string {
  return value
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex, code) => String.fromCharCode(parseInt(code, hex ? 16 : 10)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
