/** The switch of language keeps the place: the view is in its address already, query and section are added here. */
export function listenForLanguage(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-language]');
    if (!link) return;
    // Chapters and steps have the same ids in every language.
    const marks = [...document.querySelectorAll('h2[id^="chapter-"], section.step')];
    const here = marks.filter((one) => one.getBoundingClientRect().top < innerHeight / 2).at(-1);
    const url = new URL(link.href);
    url.search = location.search;
    url.hash = here ? here.id : location.hash;
    link.href = url.href;
  });
}
