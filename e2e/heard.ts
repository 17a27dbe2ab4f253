/** What a screen reader would have said on its own: every change of a live region, in order. */
import type { Page } from '@playwright/test';

/** Starts listening with the next page; @returns what was said since, as often as it is asked. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heardAloud: heard });
    const regionOf = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest(
        '[role="status"], [role="alert"], [aria-live]:not([aria-live="off"])',
      );
    new MutationObserver((changes) => {
      const changed = new Set(
        changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes].map(regionOf)),
      );
      for (const region of changed) if (region?.textContent?.trim()) heard.push(region.textContent.trim());
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heardAloud: string[] }).heardAloud.slice());
}
