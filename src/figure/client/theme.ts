/** `?theme=` of the address: a page follows the reader's system, an embed stays light, unless asked otherwise. */
import { parseQuery } from '~/views/v1';

/** @returns whether the address asks for more than that: a choice, a period, a word on what it asks in vain */
export function applyQuery(): boolean {
  const root = document.documentElement;
  const params = new URLSearchParams(location.search);
  const { query, notices } = parseQuery(params);
  if (query.theme === 'auto') root.removeAttribute('data-theme');
  else if (query.theme) root.dataset.theme = query.theme;
  if (query.ui === 'min') root.dataset.ui = 'min';
  return Boolean(query.hl ?? query.t ?? notices[0]) || params.has('asked');
}
