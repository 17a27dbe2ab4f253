import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withOwnDigests } from './_policy';

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a policy keeps the digests of what its page holds, and nothing of others', () => {
  const page = (policy: string) =>
    `<meta http-equiv="content-security-policy" content="${policy}"><style>a{}</style><script src="/a.js"></script><style media="print">b{}</style>`;
  const own = `default-src 'none'; script-src 'self'; style-src 'self' ${digest('a{}')} ${digest('b{}')};`;
  const written = own
    .replace("script-src 'self'", `script-src 'self' ${digest('alert()')}`)
    .replace(digest('b{}'), `${digest('c{}')} ${digest('b{}')}`);
  expect(withOwnDigests(page(written))).toBe(page(own));
});
