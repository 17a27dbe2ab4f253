/** What was measured, as tables. */
import { kB, ms, table, times } from './table.mjs';

/** What stands in the columns of rowOf. */
const HEAD = [
  '',
  'requests',
  'HTML',
  'CSS',
  'fonts',
  'script',
  'all',
  'first paint',
  'seen',
  'range',
  'times bare',
  'blocking',
  'shift',
  'interaction',
];

function rowOf({ page, taken, requests, html, css, fonts, script, all, ...one }, bare) {
  const moments = taken.map(({ seen }) => seen);
  return [
    page.name,
    requests,
    ...[html, css, fonts, script, all].map(kB),
    ms(one.paint),
    ms(one.seen),
    `${ms(Math.min(...moments))}..${ms(Math.max(...moments))}`,
    times(one.seen / bare),
    ms(one.blocking),
    Math.max(one.shift, one.reading).toFixed(4),
    one.answer === undefined ? '' : ms(one.answer),
  ];
}

/** A row a page; `bare`: ms until the bare page shows its chart. */
export const pageTable = ({ width, height }, measured, bare) =>
  `\n${width}x${height}: kB on the wire, then ms\n\n${table(
    HEAD,
    measured.map((one) => rowOf(one, bare)),
  )}`;

/** A row a thing that readers do. */
export const answerTable = ({ width, height }, measured) =>
  `\nFrom an interaction to the next paint at ${width}x${height}, in ms\n\n${table(
    ['', 'interaction', 'ms'],
    measured.flatMap(({ page, answers }) =>
      Object.entries(answers).map(([step, time]) => [page.name, step, ms(time)]),
    ),
  )}`;

/** A row a goal. */
export const goalTable = ({ width, height }, judged) =>
  `\nGoals at ${width}x${height}\n\n${table(
    ['page', 'goal', 'measured', 'allowed', ''],
    judged.map(({ page, what, value, allowed, holds }) => [page, what, value, allowed, holds ? 'yes' : 'NO']),
  )}`;
