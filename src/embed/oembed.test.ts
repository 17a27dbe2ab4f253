import { describe, expect, test } from 'vitest';
import type { Rendering } from '~/charts/contract';
import { CHARTS } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import { sayFor } from '~/pages/_words';
import { oembedJson, oembedOf, oembedPath, oembedXml } from './oembed';

const say = sayFor('en');
const data = loadPackage('content/data');
const first = CHARTS[0]?.at(data, '', 'en') as Rendering;
const titled = (title: string): Rendering => ({ ...first, words: { ...first.words, title } });

describe('an oEmbed answer', () => {
  test('has what the specification asks of a rich one', () => {
    for (const chart of CHARTS)
      for (const slug of chart.slugs(data).slice(0, 2)) {
        const answer = oembedOf(chart.at(data, slug, 'en'), say);
        expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Counterflow' });
        const at = [chart.id, slug].filter(Boolean);
        expect(answer.thumbnail_url).toMatch(
          new RegExp(`/img/en/${at.join('.')}\\.card\\.png\\?v=[0-9a-f]{8}$`),
        );
        expect(answer.html).toContain(`/charts/${at.join('/')}/"`);
        expect(answer.html).toContain(`src="http://localhost:4321/embed/v1/en/${at.join('/')}/"`);
        for (const size of [answer.width, answer.height])
          expect(Number.isInteger(size) && size > 200).toBe(true);
      }
  });

  test('begins with a quoted link and ends with a titled frame, without script', () => {
    const { html, height } = oembedOf(titled('Ten "a" & <b>'), say);
    // What WordPress keeps of an answer from an unknown site, once it has dropped the class.
    const kept = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(
      html.replace(/ class="[^"]*"/, ''),
    );
    expect(kept?.[1]).toContain('>Ten &quot;a&quot; &amp; &lt;b&gt;</a></blockquote>');
    expect(kept?.[2]).toContain('title="Ten &quot;a&quot; &amp; &lt;b&gt;"');
    expect(kept?.[2]).toContain(`width="100%" height="${height}"`);
    expect(html).not.toMatch(/<script|style=|#/);
  });

  test('says the same as XML as it does as JSON', () => {
    const answer = oembedOf(titled('Ümlaut “a”, \'b\' & <c> "d"'), say);
    const fields = Object.entries(JSON.parse(oembedJson(answer))).map(([key, value]) => [key, String(value)]);
    expect(readXml(oembedXml(answer))).toEqual(Object.fromEntries(fields));
    expect(readXml(oembedXml({ ...answer, title: 'a\u0000b\u001bc\n' })).title).toBe('abc\n');
  });
});

test('answers are named after the view', () => {
  expect(oembedPath('en', 'flows', '', 'json')).toBe('/oembed/en/flows.json');
  expect(oembedPath('de', 'flows', 'openai-to-meta', 'xml')).toBe('/oembed/de/flows.openai-to-meta.xml');
});

/** Reads a flat document and nothing else: whatever is not an element with escaped text in it is an error. */
function readXml(xml: string): Record<string, string> {
  const inner =
    /^<\?xml version="1\.0" encoding="utf-8" standalone="yes"\?>\n<oembed>(.*)<\/oembed>\n$/s.exec(xml)?.[1];
  const fields: Record<string, string> = {};
  const rest = (inner ?? '?').replace(/<(\w+)>([^<]*)<\/\1>/g, (_, name: string, text: string) => {
    const bare = text.replace(/&(?:amp|lt|gt|quot|apos);/g, '');
    if (/&/.test(bare)) throw new Error(`an unescaped & in ${name}`);
    fields[name] = text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    return '';
  });
  if (rest !== '') throw new Error(`not an element: ${rest}`);
  return fields;
}
