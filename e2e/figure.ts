/** A figure on a page, as tests point at its parts. */
import type { Page } from '@playwright/test';

/** Marks of the drawing that is displayed. */
export const marks = (page: Page) => page.locator('cf-figure .drawings > svg:visible a.mark');
/** Totals of the drawing that is displayed: each once, though it may be a link in several lines. */
export const totals = (page: Page) =>
  page.locator('cf-figure .drawings > svg:visible text:not([aria-hidden]) a[data-sum]:not([aria-hidden])');
/** The id of the mark that has the focus; none is ''. */
export const focusedMark = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('a.mark')?.getAttribute('data-id') ?? '');
export const evidence = (page: Page) => page.locator('cf-figure [data-evidence]');
