/** What a picture says of itself in its file: title, maker, source, licence, address; read by editors and by image search. */
import type { Rendering } from '~/charts/contract';
import type { Say } from '~/i18n/say';
import { absolute, chartPath, pagePath } from '~/views/paths';

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

export interface Credits {
  title: string;
  description: string;
  creator: string;
  /** What it is made from, and to when its data reach. */
  source: string;
  date: string;
  rights: string;
  /** The page where it stands, in its view. */
  address: string;
  /** The page about data and licence. */
  about: string;
  lang: string;
}

export const creditsOf = ({ lang, chart, slug, words, asOf }: Rendering, say: Say): Credits =>
  creditsFor(
    {
      ...{ lang, title: words.title, description: words.summary, date: asOf },
      address: absolute(chartPath(lang, chart, slug)),
    },
    say,
  );

/** The same for what is no chart. */
export const creditsFor = (
  own: Pick<Credits, 'lang' | 'title' | 'description' | 'date' | 'address'>,
  say: Say,
): Credits => ({
  ...own,
  creator: say('site.name'),
  source: say('picture.source'),
  rights: `${say('site.name')}, CC BY 4.0`,
  about: absolute(pagePath(own.lang, 'method')),
});

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** As RDF, in the words of Dublin Core and XMP Rights: stands in an SVG as it is, in a PNG within a packet. */
export function rdfOf(credits: Credits): string {
  const { title, description, creator, source, date, rights, address, about, lang } = credits;
  const inLang = (name: string, text: string) =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></dc:${name}>`;
  return [
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:cc="http://creativecommons.org/ns#">',
    '<rdf:Description rdf:about="">',
    inLang('title', title),
    inLang('description', description),
    inLang('rights', rights),
    `<dc:creator><rdf:Seq><rdf:li>${escaped(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:date><rdf:Seq><rdf:li>${date}</rdf:li></rdf:Seq></dc:date>`,
    `<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>`,
    `<dc:source>${escaped(`${source}; ${address}`)}</dc:source>`,
    `<dc:identifier>${escaped(address)}</dc:identifier>`,
    '<xmpRights:Marked>True</xmpRights:Marked>',
    `<xmpRights:WebStatement>${escaped(about)}</xmpRights:WebStatement>`,
    `<cc:license rdf:resource="${LICENCE}"/>`,
    '</rdf:Description></rdf:RDF>',
  ].join('');
}
