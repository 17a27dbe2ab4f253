/** What the address asks of a figure, once, at the start; what it asks in vain is said. */
import { parseQuery } from '~/views/v1';
import type { Choice } from './choosing';
import { shownOf } from './drawings';
import { showNotice } from './notices';
import { recede } from './period';
import { selectionBy } from './rows';
import { announce } from './selection';
import type { Views } from './swapping';

const titleOf = (figure: Element) => figure.querySelector('.figure-title')?.textContent ?? '';

/** In the story a figure's view is asked for under its chart's name; elsewhere it is the path. */
async function restoreView(figure: HTMLElement, views: Views, wanted: string | null): Promise<void> {
  if (wanted === null || wanted === figure.dataset.view) return;
  const link = figure.querySelector(`.views a[data-view="${CSS.escape(wanted || 'all')}"]`);
  if (link) return views.show(link.getAttribute('href') ?? '', undefined, true);
  const shown = figure.querySelector('.views b')?.textContent ?? '';
  showNotice(figure, 'view', { given: wanted, shown }, figure.dataset.chart);
}

/** @returns whether the figure has what was asked for */
function restoreChoice(figure: HTMLElement, choice: Choice, hl: string): boolean {
  const found = selectionBy(figure, hl);
  if (!found.name) return false;
  choice.show(found);
  announce(found, figure);
  return true;
}

function restorePeriod(figure: HTMLElement, t: { since: string; until: string }, given: string): void {
  const { inside, all } = recede(figure, shownOf(figure), t);
  if (all) showNotice(figure, 'period', { given, n: String(inside), all: String(all) });
}

/** @param reveal shows what was chosen, where it may be out of sight */
export async function restore(
  figure: HTMLElement,
  choice: Choice,
  views: Views,
  reveal: () => void,
): Promise<void> {
  const params = new URLSearchParams(location.search);
  const story = figure.dataset.place === 'story';
  if (story) await restoreView(figure, views, params.get(figure.dataset.chart ?? ''));
  const { query, notices } = parseQuery(params);
  // Who has chosen meanwhile is past what the address asks.
  const { hl = '' } = choice.now.name ? {} : query;
  const missing = (place: Element, shown: string) =>
    showNotice(place, 'hl', { given: params.get('hl') ?? hl, shown }, 'hl');
  if (hl && restoreChoice(figure, choice, hl)) {
    // Understood in spite of a bracket or a full stop from the sentence around the link.
    if (hl !== params.get('hl')) choice.write();
    if (figure.dataset.place === 'page' && !location.hash) reveal();
  } else if (hl && !story) missing(figure, titleOf(figure));
  if (query.t) restorePeriod(figure, query.t, params.get('t') ?? '');
  const asked = params.get('asked');
  if (asked && !story) showNotice(figure, 'address', { given: asked, shown: titleOf(figure) }, 'asked');
  // What concerns the whole story is said once, at its head.
  if (story && document.querySelector('cf-figure') !== figure) return;
  const place = (story && document.querySelector('.story-head')) || figure;
  for (const { key, given } of notices) showNotice(place, key, { given, shown: titleOf(figure) }, key);
  if (hl && story)
    setTimeout(() => {
      if (!document.querySelector('cf-figure[data-chosen]')) missing(place, document.title);
    });
}
