/** A page whose address is tried: nothing on it may throw, and where it says what it did not understand. */
import type { Page } from '@playwright/test';
import { markIds } from './built';
import { test as base, expect } from './site';

/** Whatever an address holds, nothing may throw. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
    await use(page);
    expect(errors).toEqual([]);
  },
});

export const FLOWS = { lang: 'en', chart: 'flows', slug: '' };
/** A mark that the chart and its view of one company both have. */
export const [OF_OPENAI = ''] = markIds({ ...FLOWS, slug: 'openai' });

export const notices = (page: Page) => page.locator('cf-figure .notice');
export const drawing = (page: Page) => page.locator('cf-figure .drawings > svg:visible');
