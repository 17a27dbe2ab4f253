/** A reader's visit: a fresh browser profile on a machine of the middle class over a slow line. */

/** 1.6 Mbit/s down, 0.75 up, 150 ms: Lighthouse's slow 4G. */
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** How many times slower than this machine. */
export const CPU = 4;

/**
 * Opens an empty page of this size (`screen`: width, height, touch), hands it to `work` and closes it.
 * `cpu` and `slow` are in force from the start.
 */
export async function visit(browser, screen, work, { cpu = CPU, slow = true, ...options } = {}) {
  const { width, height, touch = false } = screen;
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, ...options });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    // Without `Network.enable`: Chromium would decode the whole page once more for this session, in a long task.
    if (slow) await session.send('Network.emulateNetworkConditions', SLOW);
    if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    return await work(page, session);
  } finally {
    await context.close();
  }
}
