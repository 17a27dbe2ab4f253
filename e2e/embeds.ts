/** Embeds one after the other in one page, script off: to open a hundred takes twice as long as to set them. */
import type { Page } from '@playwright/test';
import { builtPage, embedAt, type View } from './built';
import { expect } from './site';

/** What `setEmbed` asks for: a policy has the digest of its own page's styles alone, and the last page's is still there. */
export const SETTING = { javaScriptEnabled: false, bypassCSP: true };

/** Puts a view's embed, as it was built, in the place of the one that is open; its typefaces are there then. */
export async function setEmbed(page: Page, view: View): Promise<void> {
  const loaded = await page.evaluate(
    async (html) => {
      document.open();
      document.write(html);
      document.close();
      // Typefaces are asked for by what is laid out.
      document.documentElement.getBoundingClientRect();
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === 'loaded').length;
    },
    builtPage(embedAt(view)),
  );
  expect(loaded, `typefaces of ${embedAt(view)}`).toBeGreaterThan(0);
}
