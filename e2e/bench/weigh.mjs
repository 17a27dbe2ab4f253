/** Every byte a first visit transfers, as the browser counts it: compressed, with the heads of the answers. */
import { visit } from './visit.mjs';

/** @returns `requests` (url, type, bytes) and the texts of all scripts and pages (url, body). */
export function weigh(browser, screen, url) {
  const load = async (page, session) => {
    const known = new Map();
    await session.send('Network.enable');
    session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      // A frame asks for no icon, and a page only where it has a tab.
      if (request.url.startsWith('http') && !/\/favicon\.\w+$/.test(request.url))
        known.set(requestId, { url: request.url, type, bytes: 0 });
    });
    session.on('Network.responseReceived', ({ requestId, type }) => {
      const one = known.get(requestId);
      if (one) one.type = type;
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const one = known.get(requestId);
      if (one) one.bytes = encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const bodies = [];
    for (const [requestId, one] of known) {
      if (one.type !== 'Script' && one.type !== 'Document') continue;
      const { body } = await session.send('Network.getResponseBody', { requestId });
      bodies.push({ url: one.url, body });
    }
    return { requests: [...known.values()], bodies };
  };
  return visit(browser, screen, load, { cpu: 1, slow: false });
}

/** Bytes of the requests of this type; of all without one. */
export const bytesOf = (requests, type) =>
  requests.filter((one) => !type || one.type === type).reduce((sum, one) => sum + one.bytes, 0);

const MARKS = {
  React: /react\.(transitional\.)?element|__REACT_DEVTOOLS|reactRoot/,
  Preact: /__preact|preact\.js|\bpreact\b.*options/,
  'an Astro island': /<astro-island|customElements\.define\(["'`]astro-island/,
  D3: /\bd3-(selection|sankey|scale|transition)\b/,
};

/** Names of frameworks whose code or islands stand in these bodies, each with where. */
export function frameworksIn(bodies) {
  return bodies.flatMap(({ url, body }) =>
    Object.entries(MARKS)
      .filter(([, mark]) => mark.test(body))
      .map(([name]) => `${name} (${url})`),
  );
}
