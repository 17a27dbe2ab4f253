/** What others hang onto a link to count who follows it: never part of an address of ours. */

const TRACKER =
  /^(amp;)*((utm|hsa|pk|mtm|vero|oly|at|wt|ns|itm)_.+|_hs.+|mc_[ce]id|(fb|g|d|y|tt|tw)clid|msclkid|li_fat_id|gclsrc|[gw]braid|srsltid|igshi?d?|mkt_tok|cmp(id)?|ck_subscriber_id|xtor|ref(_src|_url)?|_g[al]|_ke|smid)$/i;

/** The same query without them; all else stays letter for letter. @param search with or without its `?` */
export function withoutTrackers(search: string): string {
  const kept = search
    .replace(/^\?/, '')
    .split(/[?&]/)
    .filter((pair) => pair !== '' && !TRACKER.test(pair.split('=')[0] ?? ''));
  return kept.length ? `?${kept.join('&')}` : '';
}

/** Whether a hash is somebody's mark, as `#Echobox=…`, and no place on a page. `#?` begins what WordPress tells a frame. */
export const isForeignHash = (hash: string) => hash.includes('=') && !hash.startsWith('#?');
