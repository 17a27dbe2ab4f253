/** The switch of language keeps the place: the view is in its address already, query and chapter are added here. */
export function listenForLanguage(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-language]');
    if (!link) return;
    const chapters = [...document.querySelectorAll('h2[id^="chapter-"]')];
    const here = chapters.filter((head) => head.getBoundingClientRect().top < innerHeight / 2).at(-1);
    const url = new URL(link.href);
    url.search = location.search;
    url.hash = here ? here.id : location.hash;
    link.href = url.href;
  });
}
