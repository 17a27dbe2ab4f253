/**
 * Where a browser may pause while it reads a page. After a script element Chromium ends its turn, also after one that
 * only holds data; without it reads for half a second, and neither paints nor answers meanwhile.
 */
export const PAUSE = '<script type="text/plain"></script>';
