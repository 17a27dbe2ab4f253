/** Rows that may be of the move or the page that somebody is about to add: whoever adds it decides. */
import { extentOf } from '~/i18n/dates';
import { dateFault } from './dates';
import { nearest } from './nearest';

type Cells = Readonly<Record<string, string>>;

/** Letters without their marks, in lower case. */
const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const inOrder = (name: string) => plain(name).split(' ').sort().join(' ');

/** Of a person who is spelled so, or nearly so; the names in any order. */
export function samePerson(rows: readonly Cells[], person: string): readonly Cells[] {
  const wanted = inOrder(person);
  return rows.filter(({ person: known = '' }) => {
    const name = inOrder(known);
    return name === wanted || nearest(wanted, [name]) !== '';
  });
}

const MONTH = 31 * 864e5;

/** Of the same way within a month of a date, as far as the dates are known. */
export function sameWay(rows: readonly Cells[], { from_org, to_org, date = '' }: Cells): readonly Cells[] {
  if (dateFault(date) !== '') return [];
  const [start, end] = extentOf(date);
  return rows.filter((row) => {
    if (row['from_org'] !== from_org || row['to_org'] !== to_org || dateFault(row['date'] ?? '') !== '')
      return false;
    const [from, until] = extentOf(row['date'] ?? '');
    return from < end + MONTH && start < until + MONTH;
  });
}

/** What a page is, whatever hangs on its address. */
function pageOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname, searchParams } = new URL(address);
  for (const name of [...searchParams.keys()])
    if (/^(utm_|fbclid|gclid)/.test(name)) searchParams.delete(name);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}?${searchParams}`;
}

/** Of the same page. */
export const samePage = (rows: readonly Cells[], address: string): Cells | undefined =>
  rows.find(({ url = '' }) => pageOf(url) === pageOf(address));
