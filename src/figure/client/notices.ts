/** A visible sentence where an address asked for something that is not there. */
import { forget } from './address';
import { say } from './words';

/**
 * Above the figure, announced politely; the reader can close it.
 * @param kind which sentence: `notice.<kind>` among the messages
 * @param key of the address, `#` for its hash: what it asks for in vain goes with the notice
 */
export function showNotice(
  place: Element,
  kind: string,
  values: { given: string } & Record<string, string>,
  key?: string,
): void {
  const box = document.createElement('p');
  box.className = 'notice';
  box.setAttribute('role', 'status');
  box.textContent = say(`notice.${kind}`, { ...values, given: values.given.slice(0, 80) });
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
  place.prepend(box);
}
