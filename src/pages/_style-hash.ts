/** A style that stands in the page itself: the policy wants its digest. */
import { createHash } from 'node:crypto';

export const styleHash = (css: string) =>
  `sha256-${createHash('sha256').update(css).digest('base64')}` as const;
