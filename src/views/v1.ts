/**
 * Grammar v1: what an address means, read and written. Published, so frozen: a change is a v2 beside it.
 * Runs at build and in the browser; knows no chart, asks nobody, never throws.
 */

/** Everything an address can say about one figure. */
export interface Address {
  /** `page` has a story's furniture around it, `embed` stands in somebody else's article. */
  place: 'page' | 'embed';
  lang: string;
  chart: string;
  /** Named view; '' is the chart's own page. */
  slug: string;
  query: Refinement;
  /** Keys this grammar does not know, kept as they are. */
  unknown: readonly (readonly [string, string])[];
}

/** Refines a named view; what is absent has its default. */
export interface Refinement {
  /** Id of the chosen mark. */
  hl?: string;
  /** First and last partial date, both included. */
  t?: { since: string; until: string };
  /** Day of a release, for a line that says what is new since; refines nothing that is drawn. */
  since?: string;
  /** Default: `auto` on a page, `light` in an embed. */
  theme?: 'light' | 'dark' | 'auto';
  /** `min` leaves out the furniture; default `full`. */
  ui?: 'full' | 'min';
}

/** A value that could not be used. */
export interface Notice {
  key: string;
  given: string;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
/** What a sentence leaves at the end of a link in it: brackets, quotation marks, what is not seen, one full stop. */
const TRAILING = /[)\]}>,;:!?'"’”“»«*/\s\u200b\u00ad\ufeff]*[.…]?[)\]}>,;:!?'"’”“»«*/\s\u200b\u00ad\ufeff]*$/;
const KEYS: readonly string[] = ['hl', 'since', 't', 'theme', 'ui'];
const ID = /^[A-Za-z0-9][A-Za-z0-9._~-]*$/;
/** Its addresses have no prefix: frozen, like all of this grammar. */
export const DEFAULT_LANG = 'en';

/** @param base where the site lives, with slashes at both ends */
export function parse(url: URL, base = '/'): { address: Address; notices: readonly Notice[] } {
  const { parts, search } = readPath(url, base);
  const embed = parts[0] === 'embed' && parts[1] === 'v1';
  let lang = DEFAULT_LANG;
  let rest = parts;
  if (embed) {
    lang = parts[2] ?? DEFAULT_LANG;
    rest = parts.slice(3);
  } else {
    if (/^[a-z]{2}$/.test(parts[0] ?? '')) {
      lang = parts[0] ?? DEFAULT_LANG;
      rest = parts.slice(1);
    }
    if (rest[0] === 'charts') rest = rest.slice(1);
  }
  const { query, unknown, notices } = parseQuery(search);
  const [chart = '', slug = ''] = rest;
  return { address: { place: embed ? 'embed' : 'page', lang, chart, slug, query, unknown }, notices };
}

/**
 * The parts of a path below the base as they were meant: in small letters, without empty ones and without the end of
 * a sentence. A `?` that somebody encoded, or a `&` in its place, begins the query.
 */
export function readPath(url: URL, base = '/'): { parts: readonly string[]; search: string } {
  const [path = '', ...tail] = url.pathname.replace(/\/{2,}/g, '/').split(/%3f|&/i);
  const inside = path.toLowerCase().startsWith(base.toLowerCase()) ? path.slice(base.length) : path.slice(1);
  const parts = inside
    .split('/')
    .map((part) => tidied(decode(part)).toLowerCase())
    .filter(Boolean);
  return { parts, search: [...tail.map(decode), url.search.slice(1)].filter(Boolean).join('&') };
}

/**
 * The pairs of a query as they were meant: `&amp;` is `&`, a second `?` begins one more pair, and the keys of the
 * grammar may be in capitals.
 */
export function readPairs(search: string, keys = KEYS): [key: string, given: string][] {
  const text = search.replace(/^\?/, '').replaceAll('?', '&');
  return [...new URLSearchParams(text)].map(([key, given]) => {
    const plain = key.replace(/^(amp;)+/i, '');
    const small = plain.toLowerCase();
    return [keys.includes(small) ? small : plain, given];
  });
}

/** A value without what stood around its link. */
export const tidied = (given: string) => given.replace(/^[\s'"“„«]+/, '').replace(TRAILING, '');

/** The query alone, for pages that hold several figures. @param search with or without its `?` */
export function parseQuery(search: string): {
  query: Refinement;
  unknown: [string, string][];
  notices: Notice[];
} {
  const query: Refinement = {};
  const unknown: [string, string][] = [];
  const notices: Notice[] = [];
  for (const [key, given] of readPairs(search)) {
    const value = tidied(given);
    const small = value.toLowerCase();
    const bad = () => notices.push({ key, given });
    if (key === 'hl') {
      if (ID.test(value)) query.hl = value;
      else bad();
    } else if (key === 't') {
      // A month or a year alone is the period from its first day to its last.
      const [since = '', until = since, more] = value.split('..');
      if (DATE.test(since) && DATE.test(until) && more === undefined && since <= `${until}-99`)
        query.t = { since, until };
      else bad();
    } else if (key === 'since') {
      if (DATE.test(value) && value.length === 10) query.since = value;
      else bad();
    } else if (key === 'theme') {
      if (small === 'light' || small === 'dark' || small === 'auto') query.theme = small;
      else bad();
    } else if (key === 'ui') {
      if (small === 'full' || small === 'min') query.ui = small;
      else bad();
    } else unknown.push([key, given]);
  }
  return { query, unknown, notices };
}

/** `parse(format(a))` is `a`: keys sorted, defaults omitted, unreserved characters only. */
export function format(address: Address, base = '/'): string {
  const { place, lang, chart, slug } = address;
  const path =
    place === 'embed'
      ? ['embed', 'v1', lang, chart, slug]
      : [lang === DEFAULT_LANG ? '' : lang, ...(chart ? ['charts', chart, slug] : [])];
  const kept = path.filter(Boolean).map(encodeURIComponent);
  return base + kept.map((part) => `${part}/`).join('') + formatQuery(address);
}

/** "?hl=…&t=…", or '' where nothing is refined. */
export function formatQuery({ place, query, unknown }: Pick<Address, 'place' | 'query' | 'unknown'>): string {
  const pairs: (readonly [string, string])[] = [...unknown];
  if (query.hl) pairs.push(['hl', query.hl]);
  if (query.since) pairs.push(['since', query.since]);
  if (query.t) pairs.push(['t', `${query.t.since}..${query.t.until}`]);
  if (query.theme && query.theme !== (place === 'embed' ? 'light' : 'auto'))
    pairs.push(['theme', query.theme]);
  if (query.ui && query.ui !== 'full') pairs.push(['ui', query.ui]);
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return pairs.length ? `?${pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&')}` : '';
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
