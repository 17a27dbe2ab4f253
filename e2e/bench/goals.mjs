/** What must hold, of every page and size, and of some pages besides (pages.mjs); judged by what was measured. */
import { kB, ms, times } from './table.mjs';

/** Milliseconds at CPU x4, and the share of the window that may move. */
const ALL = { answer: 64, blocking: 300, shift: 0.01 };

/**
 * @param measured ms and bytes of a page at one size (report.mjs)
 * @param bare ms until the bare page shows its chart, at the same size
 * @returns rows: what, how much, how much is allowed, whether it holds
 */
export function judge(page, measured, bare) {
  const { goals } = page;
  const ratio = (of) => [measured[of] / bare, goals[of], times];
  const rows = [
    goals.paint && ['first paint, times bare', ...ratio('paint')],
    goals.seen && ['chart seen, times bare', ...ratio('seen')],
    ['interaction to next paint, ms', measured.answer, ALL.answer, ms],
    ['blocking, ms', measured.blocking, ALL.blocking, ms],
    ['layout shift, loading and in use', measured.shift, ALL.shift, (n) => n.toFixed(4)],
    ['layout shift, read through', measured.reading, ALL.shift, (n) => n.toFixed(4)],
    goals.html && ['HTML, kB', measured.html, goals.html, kB],
    goals.script && ['script, kB', measured.script, goals.script, kB],
    goals.all && ['all, kB', measured.all, goals.all, kB],
  ];
  return rows.filter(Boolean).map(([what, value, allowed, format]) => ({
    what,
    value: format(value),
    allowed: format(allowed),
    holds: what.startsWith('layout shift') ? value < allowed : value <= allowed,
  }));
}
