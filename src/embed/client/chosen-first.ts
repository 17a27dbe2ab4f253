/** The rows of what is chosen come first in an embed's table of sources while it is open: a frame has no page to search. */

export function bringChosenFirst(): void {
  /** Where each of them belongs. */
  const places = new Map<Element, Comment>();
  // `toggle` does not bubble.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      const table = (target as HTMLDetailsElement).querySelector('[data-part="table"] tbody');
      if (!table) return;
      for (const [row, place] of places) if (place.isConnected) place.replaceWith(row);
      places.clear();
      if (!(target as HTMLDetailsElement).open) return;
      for (const row of [...table.querySelectorAll('tr[aria-current]')].reverse()) {
        const place = document.createComment('');
        row.replaceWith(place);
        places.set(row, place);
        table.prepend(row);
      }
    },
    true,
  );
}
