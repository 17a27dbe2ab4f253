/** Dates exactly as precise as their source: YYYY, YYYY-MM or YYYY-MM-DD, of the Gregorian calendar. */
import type { PartialDate, Precision } from './types';

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** What is wrong with it, as the end of a sentence that begins with the text; empty for a real date. */
export function dateFault(text: string): string {
  const [, year, month, day] = SHAPE.exec(text) ?? [];
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (year === undefined || (month !== undefined && name === undefined) || day === '00') {
    return 'is not a date. Expected YYYY, YYYY-MM or YYYY-MM-DD.';
  }
  if (Number(year) < 1900 || Number(year) > 2100) {
    return 'is not a date of our time. Expected a year from 1900 to 2100.';
  }
  if (day === undefined) return '';
  const days = daysIn(Number(year), Number(month));
  return Number(day) > days ? `is not a date: ${name} ${year} has ${days} days.` : '';
}

/** How precise a sound date is written. */
export function precisionOf(date: PartialDate): Precision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
