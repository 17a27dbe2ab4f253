/**
 * Links in a sandbox that lets nothing open, as WordPress puts around every embed: the host is asked to follow them,
 * and their address is there to copy.
 */
import { say } from '~/figure/client/words';
import { inSandbox, OUTWARD } from './outward';

let shown: Element | undefined;

export function helpBlockedLinks(): void {
  if (!inSandbox()) return;
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(OUTWARD);
    if (!link || event.button > 1) return;
    event.preventDefault();
    // A sandbox may let windows open, as AMP's does: only trying shows it.
    if (window.open(link.href, '_blank')) return;
    askWordPress(link);
    showAddress(link);
  };
  document.addEventListener('click', follow);
  document.addEventListener('auxclick', follow);
}

/** It follows links to the frame's own host: a source is reached by way of the row that it backs. */
function askWordPress(link: HTMLAnchorElement): void {
  const secret = new URLSearchParams(location.hash.replace(/^#\?/, '')).get('secret');
  if (!secret) return;
  let value = link.href;
  const figure = link.closest<HTMLElement>('cf-figure');
  if (link.host !== location.host) {
    const page = new URL(figure?.dataset.page ?? '', location.href);
    const shared = figure?.querySelector<HTMLInputElement>('input[data-link]')?.value ?? page.href;
    page.search = new URL(shared).search;
    value = page.href;
  }
  window.parent.postMessage({ message: 'link', value, secret }, '*');
}

/** Beside the link, selected for the reader's own keys. */
function showAddress(link: HTMLAnchorElement): void {
  const box = document.createElement('label');
  box.className = 'panel';
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = link.href;
  box.append(say('embed.blocked'), field);
  shown?.remove();
  shown = box;
  const place = link.closest('td, .panel');
  if (place) place.append(box);
  else link.closest('cf-figure')?.querySelector('.tools')?.before(box);
  field.focus();
  field.select();
}
