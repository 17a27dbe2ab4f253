/** How many names a drawing bears. */

/** Up to this many moves a page's drawing has a name beside every mark; above it, counts. */
export const NAMES_UP_TO = 24;
