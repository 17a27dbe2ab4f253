/** On a page whose view has another name now: goes there, with the choice, the period and all else the address says. */
const next =
  document.querySelector<HTMLMetaElement>('meta[name="moved"]')?.content ??
  document.querySelector<HTMLAnchorElement>('a[data-next]')?.getAttribute('href');
if (next) location.replace(next + location.search + location.hash);
