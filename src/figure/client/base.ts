/** Where the site lives, with both slashes; a copy that is read from a disk says it relative to the page. */
export const base = () => new URL(document.documentElement.dataset.base ?? '/', location.href).pathname;
