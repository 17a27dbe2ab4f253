/** A visible sentence where an address asked for something that is not there. */
import { readPairs } from '~/views/v1';
import { forget } from './address';
import { say } from './words';

/** What the address says under a key, as it was given; the last one holds. */
export const givenOf = (wanted: string): string | undefined =>
  readPairs(location.search).findLast(([key]) => key.toLowerCase() === wanted)?.[1];

/**
 * Above the figure, announced politely; the reader can close it. One of a kind
 * and key stands at a place: said again, it says what holds now.
 * @param kind which sentence: `notice.<kind>` among the messages
 * @param key of the address, `#` for its hash: what it asks for in vain goes with the notice
 */
export function showNotice(
  place: Element,
  kind: string,
  values: { given: string } & Record<string, string>,
  key?: string,
): void {
  const given = values.given.slice(0, 80);
  const text = given || !key ? say(`notice.${kind}`, { ...values, given }) : say('notice.empty', { key });
  const before = [...place.querySelectorAll<HTMLElement>(':scope > .notice')].find(
    ({ dataset }) => dataset.kind === kind && dataset.key === key,
  );
  const box = document.createElement('p');
  box.className = 'notice';
  box.setAttribute('role', 'status');
  box.textContent = text;
  box.dataset.kind = kind;
  if (key) box.dataset.key = key;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = say('close');
  close.addEventListener('click', () => {
    box.remove();
    if (key) forget(key, values.given);
    // The button is gone; the reader goes on where the notice stood.
    const heading = place.querySelector<HTMLElement>('h1, h2, h3');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  });
  box.append(' ', close);
  if (before) before.replaceWith(box);
  else place.prepend(box);
}
