import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { PUBLISHED } from '~/i18n/languages';
import { bibtex, CFF_FILE, cff, citation, citationText, cslJson } from './_citation';
import { lastRelease } from './_package';

const { about, day } = lastRelease();

describe('the citation', () => {
  test('in the repository is the one of the last release', () => {
    // `npm run release` writes it; after another change of what is cited: npm run release, or this text by hand.
    expect(readFileSync(CFF_FILE, 'utf8')).toBe(cff(citation('content', '')));
  });

  test('agrees with the descriptor of the release and the package of the site', () => {
    const told = parse(cff(citation()));
    const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(about.name).toBe(name);
    expect(told).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      title: about.title,
      version: about.version,
      'date-released': day,
      license: about.licenses[0]?.name,
      authors: about.contributors.map(({ title }) => ({ name: title })),
    });
    expect(told.url).toContain(`/data/${day}/`);
  });

  test('names title, version, day and address in every form', () => {
    const cited = citation();
    const [csl] = JSON.parse(cslJson(cited));
    expect([csl.title, csl.version, csl.URL]).toEqual([cited.title, cited.version, cited.address]);
    expect(csl.issued['date-parts'][0].map((n: number) => String(n).padStart(2, '0')).join('-')).toBe(day);
    const forms = [bibtex(cited), ...PUBLISHED.map((lang) => citationText(cited, lang))];
    for (const text of forms)
      for (const part of [cited.title, cited.version, day.slice(0, 4), cited.address, cited.licence])
        expect(text).toContain(part);
  });

  test('is read by LaTeX whatever stands in a title', () => {
    expect(bibtex({ ...citation(), title: 'A & B {100%}_#' })).toContain('{{A \\& B 100\\%\\_\\#}}');
  });
});
