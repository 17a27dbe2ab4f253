/** `?theme=` of the address: a page follows the reader's system, an embed stays light, unless asked otherwise. */
import { parseQuery } from '~/views/v1';

export function applyQuery(): void {
  const root = document.documentElement;
  const { query } = parseQuery(new URLSearchParams(location.search));
  if (query.theme === 'auto') root.removeAttribute('data-theme');
  else if (query.theme) root.dataset.theme = query.theme;
  if (query.ui === 'min') root.dataset.ui = 'min';
}
