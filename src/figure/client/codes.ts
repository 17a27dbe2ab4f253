/** The codes an editor copies say what the figure shows: its choice, its period, and the colours picked for the article. */
import { formatQuery, type Refinement } from '~/views/v1';

type Shown = Pick<Refinement, 'hl' | 'since' | 't' | 'theme'>;

/** What each figure's codes were last written for: other colours are picked without anything else changing. */
const shown = new WeakMap<HTMLElement, Shown>();

const coloursOf = (figure: HTMLElement) => figure.querySelectorAll<HTMLInputElement>('input[data-colours]');

/** Addresses of a code carry the query as a code has it: `&` is written `&amp;`. */
const asked = (place: 'page' | 'embed', query: Refinement) =>
  formatQuery({ place, query, unknown: [] }).replaceAll('&', '&amp;');

/**
 * A code with the choice, the period and the colours in its addresses.
 * @param theme of the frame: in an article the colours are the article's; a page has its reader's
 */
export function codeWith(code: string, query: Shown, theme: Refinement['theme']): string {
  const frame = asked('embed', { ...query, theme });
  const page = asked('page', { ...query, since: undefined, theme: undefined });
  // Their element has the same scheme then, and a browser paints no ground behind it.
  const scheme = theme === 'auto' ? ' STYLE="color-scheme:light dark"' : '';
  return code
    .replace(/(<iframe src="[^"?]*)[^"]*"( STYLE="[^"]*")?/, (_, src: string) => `${src}${frame}"${scheme}`)
    .replace(/(<a href="[^"?]*\/charts\/[^"?]*)[^"]*/g, (_, href: string) => href + page);
}

/** @param colours picked now; else those picked before, also where another view has brought new codes, or the address's */
export function writeCodes(figure: HTMLElement, query: Shown, colours?: string): void {
  shown.set(figure, query);
  const theme = (colours ?? figure.dataset.colours ?? query.theme ?? 'light') as Refinement['theme'];
  if (colours) figure.dataset.colours = colours;
  for (const input of coloursOf(figure)) input.checked = input.value === theme;
  for (const code of figure.querySelectorAll<HTMLTextAreaElement>('textarea[data-code]'))
    code.value = codeWith(code.value, query, theme);
  for (const link of figure.querySelectorAll<HTMLAnchorElement>('a[data-workbench]')) {
    const chosen = formatQuery({ place: 'embed', query: { ...query, since: undefined, theme }, unknown: [] });
    const [, view = ''] = /[?&](view=[^&]*)/.exec(link.search) ?? [];
    link.search = [view, chosen.slice(1)].filter(Boolean).join('&');
  }
}

export function listenForColours(): void {
  document.addEventListener('change', ({ target }) => {
    const figure = (target as Element).closest<HTMLElement>('cf-figure');
    if (figure && target instanceof HTMLInputElement && target.matches('[data-colours]'))
      writeCodes(figure, shown.get(figure) ?? {}, target.value);
  });
}
