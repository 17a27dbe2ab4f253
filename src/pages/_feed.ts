/** Releases and corrections as an Atom feed (RFC 4287), in one language. */
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { absolute, pagePath } from '~/views/paths';
import { citation } from './_citation';
import { dataset } from './_data';
import { changesOf, releasesIn } from './_releases';
import { correctedRow } from './_rows';
import { sayFor } from './_words';

export const FEED_TYPE = 'application/atom+xml';
export const feedPath = (lang: Lang) => pagePath(lang, 'feed.xml').replace(/\/$/, '');

/** On the page of the data: the feed's entries are named by it for good. */
export const releaseAnchor = (day: string) => `release-${day}`;

interface Entry {
  /** Where it is told, for good: its name in readers of feeds as well. */
  address: string;
  title: string;
  day: string;
  what: string;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) =>
  text.replaceAll('\u00a0', ' ').replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? '');
/** The data know days; a feed wants an instant. */
const instant = (day: string) => `${day}T00:00:00Z`;

function entriesOf(lang: Lang): readonly Entry[] {
  const say = sayFor(lang);
  const releases = releasesIn().map(
    (day): Entry => ({
      address: `${absolute(pagePath(lang, 'data'))}#${releaseAnchor(day)}`,
      title: say('data.feed.release', { date: formatDate(day, lang) }),
      day,
      what: (changesOf(day).words[lang] ?? []).join(' '),
    }),
  );
  const corrections = dataset().corrections.map(
    (row): Entry => ({
      address: `${absolute(pagePath(lang, 'corrections'))}#${row.id}`,
      title:
        correctedRow(row, lang)?.title ?? say('data.feed.correction', { date: formatDate(row.date, lang) }),
      day: row.date,
      what: row.what[lang],
    }),
  );
  return [...releases, ...corrections].sort((a, b) => b.day.localeCompare(a.day));
}

export function feed(lang: Lang): string {
  const say = sayFor(lang);
  const { creators, day } = citation();
  const entries = entriesOf(lang);
  const element = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`;
  const link = (rel: string, href: string) => `<link rel="${rel}" href="${escaped(href)}"/>`;
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    element('id', absolute(feedPath(lang))),
    element('title', say('data.feed.title', { site: say('site.name') })),
    element('updated', instant(entries[0]?.day ?? day)),
    ...creators.map((name) => `<author>${element('name', name)}</author>`),
    element('rights', say('site.foot')),
    link('self', absolute(feedPath(lang))),
    link('alternate', absolute(pagePath(lang, 'corrections'))),
    ...entries.map(({ address, title, day: updated, what }) =>
      [
        '<entry>',
        element('id', address),
        element('title', title),
        element('updated', instant(updated)),
        link('alternate', address),
        element('summary', what || title),
        '</entry>',
      ].join(''),
    ),
    '</feed>',
  ].join('\n')}\n`;
}
