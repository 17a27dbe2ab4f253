/** What the address asks of a figure, once, at the start; what it asks in vain is said. */
import { parseQuery, tidied } from '~/views/v1';
import { writeLink } from './address';
import type { Choice } from './choosing';
import { shownOf } from './drawings';
import { givenOf, showNotice } from './notices';
import { recede, tellPeriod } from './period';
import { selectionBy } from './rows';
import { announce, wordOf } from './selection';
import type { Views } from './swapping';
import { nameOfTotal, totalOf } from './totals';
import { say } from './words';

const titleOf = (figure: Element) => figure.querySelector('.figure-title')?.textContent ?? '';

/** In the story a figure's view is asked for under its chart's name; elsewhere it is the path. */
async function restoreView(figure: HTMLElement, views: Views): Promise<void> {
  const given = givenOf(figure.dataset.chart ?? '');
  if (given === undefined) return;
  const wanted = tidied(given).toLowerCase();
  if (wanted === figure.dataset.view) return;
  const link = figure.querySelector(`.views a[data-view="${CSS.escape(wanted || 'all')}"]`);
  if (link) return views.show(link.getAttribute('href') ?? '', undefined, true);
  const shown = figure.querySelector('.views b')?.textContent ?? '';
  showNotice(figure, 'view', { given, shown }, figure.dataset.chart);
}

/** As the total is called that adds up these rows; else how many they are, and of what. */
function nameOfSome(figure: HTMLElement, ids: readonly string[]): string {
  const svg = shownOf(figure);
  const total = svg && totalOf(svg, ids);
  return total ? nameOfTotal(total) : say('some', { n: String(ids.length), name: titleOf(figure) });
}

/** @returns whether the figure has what was asked for; names in our data are in small letters */
function restoreChoice(figure: HTMLElement, choice: Choice, hl: string): boolean {
  const found = [hl, hl.toLowerCase()]
    .map((word) =>
      selectionBy(figure, word, (ids) => {
        choice.ready();
        return nameOfSome(figure, ids);
      }),
    )
    .find(({ name }) => name !== '');
  if (!found) return false;
  choice.show(found);
  announce(found, figure);
  return true;
}

/** A link to a row of the figure's table that is not there, as one shows without script. */
function tellRow(figure: HTMLElement): void {
  const [hash, start] = [tidied(location.hash.slice(1)), `${figure.dataset.chart}-`];
  if (hash.startsWith(start) && !document.getElementById(hash))
    showNotice(figure, 'hl', { given: hash.slice(start.length) }, '#');
}

/** @param reveal shows what was chosen, where it may be out of sight */
export async function restore(
  figure: HTMLElement,
  choice: Choice,
  views: Views,
  reveal: () => void,
): Promise<void> {
  const story = figure.dataset.place === 'story';
  if (story) await restoreView(figure, views);
  const { query, notices } = parseQuery(location.search);
  // Who has chosen meanwhile is past what the address asks.
  const { hl = '' } = choice.now.name ? {} : query;
  const missing = (place: Element) => showNotice(place, 'hl', { given: givenOf('hl') ?? hl }, 'hl');
  if (hl && restoreChoice(figure, choice, hl)) {
    // Understood in spite of a bracket or a full stop from the sentence around the link.
    if (wordOf(choice.now) !== givenOf('hl')) choice.write();
    if (figure.dataset.place === 'page' && !location.hash) reveal();
  } else if (hl && !story) missing(figure);
  else if (!story) tellRow(figure);
  recede(figure);
  tellPeriod(figure);
  // The link to share and the codes say what the address does.
  if (!choice.now.name) writeLink(figure, undefined);
  const asked = givenOf('asked');
  if (asked && !story) showNotice(figure, 'address', { given: asked, shown: titleOf(figure) }, 'asked');
  // What concerns the whole story is said once, at its head.
  if (story && document.querySelector('cf-figure') !== figure) return;
  const place = (story && document.querySelector('.story-head')) || figure;
  for (const { key, given } of notices) showNotice(place, key, { given, shown: titleOf(figure) }, key);
  if (hl && story)
    setTimeout(() => {
      if (!document.querySelector('cf-figure[data-chosen]')) missing(place);
    });
}
