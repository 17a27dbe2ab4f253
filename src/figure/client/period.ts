/** A period asked for by the address: marks outside it recede, and a notice says how many are within. */
import { parseQuery } from '~/views/v1';
import { shownOf } from './drawings';
import { givenOf, showNotice } from './notices';

type Period = NonNullable<ReturnType<typeof parseQuery>['query']['t']>;

const asked = () => parseQuery(location.search).query.t;
const isWithin = (date: string | null, { since, until }: Period) =>
  // A month that is the last includes its days.
  !!date && date >= since && date <= `${until}~`;

/** Marks of all drawings, before they are painted. */
export function recede(figure: Element): void {
  const t = asked();
  if (!t) return;
  for (const mark of figure.querySelectorAll('.drawings a.mark'))
    mark.toggleAttribute('data-off', !isWithin(mark.getAttribute('data-date'), t));
}

/** Of the drawing shown. Reads layout. */
export function tellPeriod(figure: Element): void {
  const t = asked();
  const marks = [...((t && shownOf(figure)?.querySelectorAll('a.mark')) || [])];
  if (!t || marks.length === 0) return;
  const inside = marks.filter((mark) => !mark.hasAttribute('data-off')).length;
  showNotice(figure, 'period', { given: givenOf('t') ?? '', n: String(inside), all: String(marks.length) });
}
