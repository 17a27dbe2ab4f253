/**
 * What an address says before the first paint. `?theme=`: a page follows the reader's system, an embed stays light,
 * unless asked otherwise. What others hung onto the address goes, so that no link copied from here carries it.
 */
import { isForeignHash, withoutTrackers } from '~/views/trackers';
import { parseQuery } from '~/views/v1';

function leaveTrackers(): void {
  const url = new URL(location.href);
  const own = withoutTrackers(url.search);
  if (own !== url.search) url.search = own;
  if (isForeignHash(url.hash)) url.hash = '';
  if (url.href === location.href) return;
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // A frame may refuse.
  }
}

/** @returns whether the address asks for more than that: a choice, a period, a word on what it asks in vain */
export function applyQuery(): boolean {
  leaveTrackers();
  const root = document.documentElement;
  const { query, unknown, notices } = parseQuery(location.search);
  if (query.theme === 'auto') root.removeAttribute('data-theme');
  else if (query.theme) root.dataset.theme = query.theme;
  if (query.ui === 'min') root.dataset.ui = 'min';
  return Boolean(
    query.hl ?? query.since ?? query.t ?? notices[0] ?? unknown.some(([key]) => key === 'asked'),
  );
}
