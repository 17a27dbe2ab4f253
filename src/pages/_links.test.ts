import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chartById } from '~/charts/registry';
import { dataset } from './_data';
import { appendLinks, checkLinks, goneViews, linksIn, meaningOf, releasedData, renewLinks } from './_links';
import { releasesIn } from './_releases';

const folder = mkdtempSync(join(tmpdir(), 'counterflow-links-'));
afterAll(() => rmSync(folder, { recursive: true }));
const content = join(folder, 'content');
cpSync('content', content, { recursive: true });
const list = join(content, 'links.csv');
const published = readFileSync(list, 'utf8');

describe('links that were published', () => {
  it('mean what they meant: the same rows of the same release, whatever they look like now', () => {
    const data = new Map(releasesIn().map((release) => [release, releasedData(release)]));
    const links = linksIn();
    expect(links.length).toBeGreaterThan(40);
    const changed = links.flatMap(({ view, since, rows }) => {
      const [chart = '', slug = ''] = view.split('/');
      const then = data.get(since);
      const entry = chartById(chart);
      // A chart that is no more has no meaning to change; its address answers.
      return !then || !entry || meaningOf(entry.at(then, slug, 'en')) === rows ? [] : [view];
    });
    expect(changed).toEqual([]);
  });

  it('are all in the list: one that is lost from it stops the build', () => {
    expect(checkLinks(content, dataset())).toEqual([]);
    const [head, first = '', ...rest] = published.split('\n');
    writeFileSync(list, [head, ...rest].join('\n'));
    // Each release that had it says so.
    const told = checkLinks(content, dataset()).map(({ message }) => message);
    expect(told.length).toBeGreaterThan(0);
    for (const message of told) expect(message).toContain(`"${first.split(',')[0]}" was published`);
    writeFileSync(list, published + published.split('\n')[1]);
    expect(checkLinks(content, dataset())[0]?.message).toContain('already');
    writeFileSync(list, published);
  });

  it('still answer when their view is gone, as what took its place or with a word', () => {
    const gone = `${published}flows/long-gone,2026-11-29,000000000000,612,\nflows/old-name,2026-11-29,000000000000,600,flows/openai\n`;
    writeFileSync(list, gone);
    const views = goneViews(linksIn(content), dataset());
    expect(views.filter(({ lang }) => lang === 'en')).toEqual([
      { lang: 'en', chart: 'flows', slug: 'long-gone', height: 612 },
      {
        lang: 'en',
        chart: 'flows',
        slug: 'old-name',
        height: 600,
        became: { chart: 'flows', slug: 'openai' },
      },
    ]);
    writeFileSync(list, `${gone}flows/other,2026-11-29,000000000000,600,flows/nothing\n`);
    expect(checkLinks(content, dataset()).at(-1)?.message).toContain('"flows/nothing" is no view');
    writeFileSync(list, published);
  });

  it('mean after a removal what is left', () => {
    writeFileSync(list, published.replace(/^(flows,[^,]*),\w+/m, '$1,000000000000'));
    renewLinks(content);
    expect(readFileSync(list, 'utf8')).toBe(published);
  });

  it('are added by a release, each once', () => {
    writeFileSync(list, published.split('\n').slice(0, 3).join('\n').concat('\n'));
    const [release = ''] = releasesIn(content);
    expect(appendLinks(release, content)).toBeGreaterThan(10);
    // Of a height only that there is one: a view is as high as it is drawn that day.
    const meanings = (text: string) => text.replace(/,[1-9]\d{2},(?=[^,]*$)/gm, ',');
    expect(meanings(readFileSync(list, 'utf8'))).toBe(meanings(published));
    expect(appendLinks(release, content)).toBe(0);
  });
});
