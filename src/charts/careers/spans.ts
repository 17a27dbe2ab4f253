/** When a stay may have begun and ended: dates are as precise as they are known, and bounded by what else is. */
import type { Dataset, Move, OrgId, PartialDate } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import type { Career, Span, Stay, Step } from './career';

/** A month is a date; what is known less well than that is drawn soft. */
const VAGUE = 32 * 864e5;
export const isVague = (span: Span) => span[1] - span[0] > VAGUE;

/** Where more than a month is known to lie between the end of a stay and the move out of it: when it ended. */
export const gapOf = ({ ended, left }: Stay): Span | undefined =>
  ended && left && isVague([ended[1], left[0]]) ? ended : undefined;

export function withSpans(steps: readonly Step[], data: Dataset): readonly Stay[] {
  const dateOf = (event: string | undefined) => data.events.find(({ id }) => event && id === event)?.date;
  // Nobody worked at a company before it began.
  const foundedAt = (org: OrgId | undefined) => {
    const date = dateOf(data.organisations.find(({ id }) => id === org)?.founded);
    return date ? extentOf(date)[0] : Number.NEGATIVE_INFINITY;
  };
  // A vague date ends where the next known one begins, and begins where its company does.
  const lefts = steps.map((step, i): Span | undefined => {
    if (!step.exit) return undefined;
    const [from, to] = extentOf(step.exit.date);
    const next = steps.slice(i + 1).find((one) => one.exit)?.exit;
    const limit = next ? extentOf(next.date)[0] : to;
    const start = Math.max(from, foundedAt(step.exit.to));
    return [start, limit > start ? Math.min(to, limit) : to];
  });
  return steps.map((step, i) => {
    const following = steps[i + 1];
    const report = dateOf(step.exitEvent);
    // The report bounds an end that is known less precisely than itself.
    const exitReported = report?.startsWith(step.end) ? report : undefined;
    const ended = endOf(step, following?.org === step.org ? following.start : '', exitReported, lefts[i]);
    const began = beginOf(step, ended, foundedAt(step.org), step.entry && lefts[i - 1]);
    return { ...step, began, ended, exitReported, left: lefts[i] };
  });
}

function endOf(
  step: Step,
  promoted: PartialDate | '',
  reported: PartialDate | undefined,
  left: Span | undefined,
): Span | undefined {
  if (promoted !== '') return extentOf(promoted);
  const limit = reported ? extentOf(reported)[1] : undefined;
  if (step.end === '') return reported ? extentOf(reported) : left;
  const [from, to] = extentOf(step.end);
  return [from, Math.min(to, limit ?? to)];
}

function beginOf(
  { start, years }: Step,
  ended: Span | undefined,
  founded: number,
  entered: Span | undefined,
): Span | undefined {
  if (entered) return entered;
  if (start !== '') return extentOf(start);
  if (!ended) return undefined;
  if (years !== undefined) return [yearsBefore(ended[0], years + 1), yearsBefore(ended[0], years)];
  return Number.isFinite(founded) ? [founded, ended[0]] : undefined;
}

function yearsBefore(instant: number, years: number): number {
  const date = new Date(instant);
  return date.setUTCFullYear(date.getUTCFullYear() - years);
}

/** The shortest run of moves through all of `orgs`: the first and the last of them, if any. */
export function crossing(
  career: Career,
  orgs: readonly OrgId[],
): { first: Move; last: Move; months: number } | undefined {
  const exits = career.stays.flatMap((stay) => (stay.exit ? [stay.exit] : []));
  const runs = exits.flatMap((first, i) =>
    exits.slice(i).flatMap((last, k) => {
      const seen = new Set([first.from, ...exits.slice(i, i + k + 1).map((move) => move.to)]);
      const months = monthsBetween(first.date, last.date);
      return orgs.every((org) => seen.has(org)) && months !== undefined ? [{ first, last, months }] : [];
    }),
  );
  return runs.sort((a, b) => a.months - b.months)[0];
}

/** Calendar months from one date to another; undefined where one is known by its year alone. */
export function monthsBetween(from: PartialDate, to: PartialDate): number | undefined {
  const [[y0, m0], [y1, m1]] = [from, to].map((date) => date.split('-').map(Number)) as [number[], number[]];
  return m0 && m1 ? ((y1 ?? 0) - (y0 ?? 0)) * 12 + m1 - m0 : undefined;
}
