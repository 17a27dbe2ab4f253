/** Every row that has a page of its own, and what the page is called; and people with several moves. */
import { createHash } from 'node:crypto';
import { type EvidenceKind, TABLE_OF } from '~/data/evidence';
import type { CorrectionRow, Dataset, Move } from '~/data/types';
import { personSlug } from '~/figure/about';
import type { Card } from '~/figure/card';
import { type Credits, creditsFor } from '~/figure/credits';
import { evidenceOf } from '~/figure/evidence';
import { hasOwnPages, rowAddress } from '~/figure/listed';
import { type Pictured, pictureSvg } from '~/figure/picture';
import { cardNote } from '~/figure/picture-foot';
import { pngOf } from '~/figure/png';
import { withCredits } from '~/figure/png-text';
import { rowCard } from '~/figure/row-card';
import { formatDate } from '~/i18n/dates';
import { type Lang, PUBLISHED } from '~/i18n/languages';
import { namesIn } from '~/model/names';
import { findRow, rowOf } from '~/model/row';
import { byDate } from '~/model/select';
import { quoted } from '~/story/sayings';
import { absolute, personPath, rowCardPath, rowPath } from '~/views/paths';
import { dataset } from './_data';
import { drawnOnce } from './_pictures';
import { plainText } from './_plain';
import { sayFor } from './_words';

export interface RowAddress {
  lang: Lang;
  kind: EvidenceKind;
  table: string;
  id: string;
}

const KINDS = Object.entries(TABLE_OF) as [EvidenceKind, (typeof TABLE_OF)[EvidenceKind]][];

export const tablesWithPages = (): readonly string[] => KINDS.map(([, table]) => table);

export const rowAddresses = (data = dataset()): readonly RowAddress[] =>
  KINDS.filter(([, table]) => hasOwnPages(data, table)).flatMap(([kind, table]) =>
    data[table].flatMap(({ id }) => PUBLISHED.map((lang) => ({ lang, kind, table, id }))),
  );

/** Of more moves cards and answers of their own would be most of the site: links to them unfold with the site's card. */
const CARDS_UP_TO = 1000;
export const hasCards = (data = dataset()): boolean => data.moves.length <= CARDS_UP_TO;

/** A move between the companies that the data are about: a link to it unfolds with a card of its own. */
export const hasCard = (move: Move | undefined, data = dataset()): boolean =>
  move?.scope === 'core' && hasCards(data);

export const cardedMoves = (data = dataset()): readonly RowAddress[] =>
  rowAddresses(data).filter(({ kind, id }) => kind === 'move' && hasCard(findRow(data.moves, id), data));

/** What a row is called, where it stands alone. */
export function titleOf(
  { kind, id, lang }: Pick<RowAddress, 'kind' | 'id' | 'lang'>,
  data = dataset(),
): string {
  const say = sayFor(lang);
  const nameOf = namesIn(data, lang);
  if (kind === 'move') {
    const { person, from, to } = rowOf('move', data.moves, id);
    return say('row.title.move', { person, from: nameOf(from), to: nameOf(to) });
  }
  if (kind === 'career') {
    const { person, org } = rowOf('career', data.careers, id);
    return say('row.title.career', { person, org: nameOf(org) });
  }
  if (kind === 'source') return rowOf('source', data.sources, id).title;
  if (kind === 'misreport')
    return say('row.title.misreport', { said: rowOf('misreport', data.misreports, id).said[lang] });
  const { title } = evidenceOf(kind, id, data, lang, say);
  if (kind !== 'quote') return title;
  const { quote, translation, language } = rowOf('quote', data.quotes, id);
  const words = language === lang ? quote : translation[lang] || quote;
  return say('row.title.quote', { speaker: title, words: quoted(words, lang) });
}

/** The row that a correction is about, where it is one and still there: what it is called, and its page. */
export function correctedRow(
  { table, row }: Pick<CorrectionRow, 'table' | 'row'>,
  lang: Lang,
  data = dataset(),
): { title: string; href: string } | undefined {
  const [kind, known] = KINDS.find(([, name]) => name === table) ?? [];
  if (!kind || !known || !findRow<{ id: string }>(data[known], row)) return undefined;
  return { title: titleOf({ kind, id: row, lang }, data), href: rowAddress(data, lang, known, row) };
}

/** People with several moves, core or not, each with theirs in order. */
export function peopleOfSeveral(data: Dataset = dataset()): ReadonlyMap<string, readonly Move[]> {
  const made = several.get(data) ?? severalIn(data);
  several.set(data, made);
  return made;
}

/** Made once for each package, whose rows never change. */
const several = new WeakMap<Dataset, ReadonlyMap<string, readonly Move[]>>();

function severalIn(data: Dataset): ReadonlyMap<string, readonly Move[]> {
  const people = Map.groupBy([...data.moves].sort(byDate), ({ person }) => personSlug(person));
  return new Map([...people].filter(([, moves]) => moves.length > 1));
}

export const personAddresses = (data = dataset()) =>
  [...peopleOfSeveral(data).keys()].flatMap((slug) => PUBLISHED.map((lang) => ({ lang, slug })));

export const cardedPeople = (data = dataset()) => (hasCards(data) ? personAddresses(data) : []);

/** What unfolds a link that is no chart's. */
export interface Unfolding {
  title: string;
  summary: string;
  /** The page it leads to. */
  address: string;
  /** The name of its answer and of its card. */
  name: string;
  picture: Pictured;
  lang: Lang;
}

/** Made once for each package: its page, its oEmbed answer and its card ask for it. */
const unfoldings = new WeakMap<Dataset, Map<string, Unfolding>>();

function madeOnce(lang: Lang, name: string, make: (data: Dataset) => Unfolding): Unfolding {
  const data = dataset();
  const known = unfoldings.get(data) ?? new Map<string, Unfolding>();
  unfoldings.set(data, known);
  const unfolding = known.get(`${lang}/${name}`) ?? make(data);
  known.set(`${lang}/${name}`, unfolding);
  return unfolding;
}

export const moveUnfolding = (row: RowAddress): Unfolding =>
  madeOnce(row.lang, `row/${row.table}/${row.id}`, (data) => ofMove(row, data));

export const personUnfolding = ({ lang, slug }: { lang: Lang; slug: string }): Unfolding =>
  madeOnce(lang, `person/${slug}`, (data) => ofPerson(lang, slug, data));

function ofMove({ lang, table, id, kind }: RowAddress, data: Dataset): Unfolding {
  const title = titleOf({ kind, id, lang }, data);
  const { lines, statement, known } = evidenceOf(kind, id, data, lang, sayFor(lang));
  const summary = plainText(lines.join(' '));
  const move = rowOf('move', data.moves, id);
  return {
    ...{ title, summary, lang, name: `row/${table}/${id}`, address: rowPath(lang, table, id) },
    // The first sentence is drawn.
    picture: rowCard(
      [move],
      { title: move.person, summary, below: [...statement.slice(1), ...known.slice(0, 1)] },
      data,
      lang,
    ),
  };
}

function ofPerson(lang: Lang, slug: string, data: Dataset): Unfolding {
  const moves = peopleOfSeveral().get(slug) ?? [];
  const title = moves[0]?.person ?? '';
  const nameOf = namesIn(data, lang);
  const summary = moves
    .map(({ from, to, date }) =>
      sayFor(lang)('row.way', { from: nameOf(from), to: nameOf(to), date: formatDate(date, lang) }),
    )
    .join(' ');
  return {
    ...{ title, summary, lang, name: `person/${slug}`, address: personPath(lang, slug) },
    picture: rowCard(moves, { title, summary }, data, lang),
  };
}

const svgOf = ({ picture, lang }: Unfolding) =>
  pictureSvg(picture, 'card', 'light', cardNote(dataset().movesTo, lang, sayFor(lang)));

/** The card's address changes with what it shows. */
export function unfoldingCard(one: Unfolding): Card {
  const hash = createHash('sha256').update(svgOf(one)).digest('hex').slice(0, 8);
  return { src: `${rowCardPath(one.lang, one.name)}?v=${hash}`, alt: `${one.title}. ${one.summary}` };
}

export function unfoldingPng(one: Unfolding): Promise<Uint8Array> {
  const { lang, name, title, summary: description, address } = one;
  const credits: Credits = creditsFor(
    { lang, title, description, date: dataset().movesTo, address: absolute(address) },
    sayFor(lang),
  );
  return drawnOnce(`${lang}/${name}`, async () => withCredits(await pngOf(svgOf(one)), credits));
}
