/** The table of all moves with script: searched, filtered and sorted in place; the address says what is shown. */
import type { Status } from '~/data/types';
import { writeSheet } from '~/data/write-csv';
import {
  COLUMNS,
  type Column,
  DEFAULTS,
  fileOfMoves,
  filterMoves,
  fold,
  formatMoves,
  inScope,
  isFiltered,
  type KnownValues,
  type MoveEntry,
  type MovesState,
  nextSort,
  parseMoves,
  readMoves,
  readSort,
  sortMoves,
} from '~/views/moves-query';
import { replaceAddress } from './address';
import { entryIn, named, pagesOf } from './in-list';
import { later } from './later';
import { showNotice } from './notices';
import { pageAt } from './pages';
import { idle } from './waiting';
import { say } from './words';

/** Long enough for a word to be typed before it is counted aloud. */
const PAUSE = 200;

/** Writes what the reader asks for into the address and the table. */
class Explorer {
  readonly #page: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #table: HTMLTableElement;
  readonly #rows = new Map<string, HTMLTableRowElement>();
  #entries: readonly MoveEntry[] = [];
  /** Pages of a list too long for one that are not here yet. */
  readonly #parts: Part[];
  readonly #pages: number;
  readonly #first: string;
  readonly #unknown: readonly (readonly [string, string])[];
  #state: MovesState = DEFAULTS;
  /** As the caption is without script. */
  #captioned: string | undefined;
  #counted = '';
  #typing = 0;

  constructor(page: HTMLElement, form: HTMLFormElement, table: HTMLTableElement) {
    this.#page = page;
    this.#form = form;
    this.#table = table;
    this.#take([...table.querySelectorAll<HTMLTableRowElement>('tr[data-move]')]);
    const pages = [...page.querySelectorAll<HTMLAnchorElement>('[data-parts] a[data-since]')];
    this.#pages = pages.length;
    this.#parts = pages
      .filter((link) => !link.hasAttribute('aria-current'))
      .map((link) => {
        const { href, dataset } = link;
        return { href, since: dataset.since ?? '', until: dataset.until ?? '', at: pages.indexOf(link) };
      });
    this.#first = pages[0]?.href ?? '';

    const { state, unknown, notices } = parseMoves(readMoves(location.search), this.#known());
    this.#unknown = unknown;
    this.#makeHeads();
    this.#listen();
    // On a phone the filters are folded until one of them is in use.
    const folded = form.querySelector('details');
    if (folded && !isFiltered({ ...state, q: '' })) folded.open = matchMedia('(min-width: 37.5em)').matches;
    folded?.removeAttribute('data-unfolded');
    // Its lists are as wide as their longest choice: measured while nobody waits for them to unfold.
    idle(() => folded?.querySelector<HTMLElement>('.fields')?.offsetWidth);
    this.#show(state);
    for (const { key, given } of notices) {
      const named = `label[for="moves-${key}"], th[data-column="${key}"] span`;
      const field = page.querySelector(named)?.textContent?.trim() ?? key;
      showNotice(page, 'moves.field', { given, field }, key);
    }
    this.#reach();
    page.dataset.ready = '';
  }

  /** What the selects offer is what the address may ask for. */
  #known(): KnownValues {
    const values = (name: string) =>
      [...this.#form.querySelectorAll<HTMLOptionElement>(`select[name="${name}"] option`)]
        .map((option) => option.value)
        .filter(Boolean);
    return {
      // Whoever is on another page is known there.
      person: [
        ...this.#entries.map(({ person }) => person),
        ...(this.#parts.length > 0 ? [asked('person')] : []),
      ],
      from: values('from'),
      to: values('to'),
      org: values('org'),
      fn: values('fn'),
      when: values('when'),
    };
  }

  /** A head that can be pressed only where pressing does something. */
  #makeHeads(): void {
    for (const head of this.#heads) {
      const button = document.createElement('button');
      button.type = 'button';
      // Where the heads are only heard, and on paper, the words stand and no button.
      const words = document.createElement('span');
      words.append(...head.childNodes);
      button.textContent = words.textContent;
      head.append(words, button);
      button.addEventListener('click', () => later(() => this.#sort(head.dataset.column as Column)));
    }
  }

  #sort(column: Column): void {
    this.#ask({ sort: nextSort(this.#state.sort, column) });
    // The rows change places without their number changing: the order is said with it.
    this.#add(this.#order);
  }

  /** "Person, descending" */
  get #order(): string {
    const option = `select[name="sort"] option[value="${this.#state.sort}"]`;
    return this.#form.querySelector(option)?.textContent?.trim() ?? '';
  }

  /** The caption names the order in which the rows stand; that without script has its own words. */
  #caption(): void {
    const { caption } = this.#table;
    if (!caption) return;
    this.#captioned ??= caption.textContent ?? '';
    const wordsOf = (named: string) => this.#page.querySelector(named)?.textContent?.trim() ?? '';
    const sorted = `${wordsOf('h1')}. ${wordsOf('label[for="moves-sort"]')}: ${this.#order}`;
    const text = this.#state.sort === DEFAULTS.sort ? this.#captioned : sorted;
    if (caption.textContent !== text) caption.textContent = text;
  }

  get #heads(): HTMLElement[] {
    return [...this.#table.querySelectorAll<HTMLElement>('th[data-column]')];
  }

  #listen(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask({});
    });
    this.#form.addEventListener('input', (event) => {
      clearTimeout(this.#typing);
      const typed = (event.target as HTMLInputElement).name === 'q';
      if (typed) this.#typing = window.setTimeout(() => this.#ask({}), PAUSE);
      // The field itself answers first.
      else later(() => this.#ask({}));
    });
    this.#page.addEventListener('click', (event) => {
      const button = (event.target as Element).closest(
        '[data-reset], [data-widen], [data-link], [data-save]',
      );
      if (!button) return;
      if (button.matches('[data-link]')) return void this.#copy(button);
      if (button.matches('[data-save]')) return this.#save();
      if (button.matches('[data-reset]')) this.#show({ ...DEFAULTS, sort: this.#state.sort });
      else this.#show({ ...this.#state, scope: 'all' });
      this.#write();
      // The button goes with what it answered; the reader stays where the answer is.
      this.#page.querySelector<HTMLElement>('[data-count]')?.focus();
    });
    addEventListener('hashchange', () => this.#reach());
  }

  /** Reads the form, with what was asked elsewhere on top. */
  #ask(asked: Partial<MovesState>): void {
    clearTimeout(this.#typing);
    const fields = new URLSearchParams();
    for (const [key, value] of new FormData(this.#form)) fields.append(key, String(value));
    this.#show({ ...parseMoves(fields, this.#known()).state, ...asked });
    this.#write();
  }

  #show(state: MovesState): void {
    this.#state = state;
    for (const [key, value] of Object.entries(state)) {
      const field = this.#form.elements.namedItem(key);
      const writing = field === document.activeElement && key === 'q';
      if (!writing && (field instanceof HTMLInputElement || field instanceof HTMLSelectElement))
        field.value = value;
    }
    if (isFiltered(state)) void this.#fetch(state);
    const found = filterMoves(this.#entries, state);
    const shown = new Set(found.map(({ id }) => id));
    for (const body of this.#table.tBodies) {
      const own = found.filter((entry) => entry.scope === body.dataset.scope);
      body.hidden = own.length === 0;
      // Only what changes is written: a table that is taken apart is laid out anew, row by row.
      const rows = [...body.querySelectorAll<HTMLTableRowElement>('tr[data-move]')];
      for (const row of rows) if (row.hidden === shown.has(row.id)) row.hidden = !row.hidden;
      const order = sortMoves(own, state.sort, document.documentElement.lang);
      const now = rows.filter((row) => !row.hidden);
      if (order.some(({ id }, i) => now[i]?.id !== id))
        body.append(...order.flatMap(({ id }) => this.#rows.get(id) ?? []));
    }
    this.#page.toggleAttribute('data-whole', formatMoves(state) === '');
    this.#tell(found.length, this.#all(state));
  }

  /** How many there are, also on pages that are not here. */
  #all({ scope }: MovesState): number {
    if (this.#pages === 0) return this.#entries.filter((entry) => inScope(entry, scope)).length;
    const { core, outside } = this.#page.dataset;
    return (scope === 'outside' ? 0 : Number(core)) + (scope === 'core' ? 0 : Number(outside));
  }

  #take(rows: readonly HTMLTableRowElement[]): void {
    for (const row of rows) this.#rows.set(row.id, row);
    this.#entries = [...this.#entries, ...rows.map(entryOf)];
  }

  /** Pages that may have what is asked for, those with a person of that name first. */
  async #likely({ when, q, person }: MovesState): Promise<readonly Part[]> {
    const dated = this.#parts.filter(
      ({ since, until }) => since.slice(0, when.length) <= when && when <= until.slice(0, when.length),
    );
    const words = [...fold(q).split(' '), ...person.split('-')].filter(Boolean);
    if (dated.length === 0 || words.length === 0) return dated;
    const found = named(await pagesOf(this.#first), words);
    return dated.toSorted((a, b) => (found[b.at] ?? 0) - (found[a.at] ?? 0));
  }

  /** Brings the pages on which there may be what is asked for, as many as a reader waits for, and shows it. */
  async #fetch(state: MovesState, most = MOST_PAGES): Promise<void> {
    const here = this.#pages - this.#parts.length;
    const wanted = (await this.#likely(state)).slice(0, Math.max(0, most - here));
    if (wanted.length === 0) return;
    for (const part of wanted) {
      // What is asked meanwhile may have brought it.
      if (!this.#parts.includes(part)) continue;
      this.#parts.splice(this.#parts.indexOf(part), 1);
      try {
        const rows = [...(await pageAt(part.href)).querySelectorAll<HTMLTableRowElement>('tr[data-move]')];
        for (const row of rows) {
          row.hidden = true;
          this.#table.querySelector(`tbody[data-scope="${row.dataset.scope}"]`)?.append(row);
        }
        this.#take(rows);
      } catch {
        // Its link stands below the table.
      }
    }
    this.#show(this.#state);
  }

  #tell(n: number, all: number): void {
    const { column, down } = readSort(this.#state.sort);
    for (const head of this.#heads) {
      if (head.dataset.column === column) head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    this.#caption();
    const none = n === 0;
    const { person } = this.#state;
    const name = person && this.#entries.find((entry) => entry.person === person)?.words.person;
    const values = { n: inWords(n), all: inWords(all), person: name ?? '' };
    const said = say(name ? 'moves.person' : 'moves.count', values);
    const here = { text: said, n: String(this.#pages - this.#parts.length), of: String(this.#pages) };
    this.#count(isFiltered(this.#state) && this.#parts.length > 0 ? say('moves.part', here) : said);
    this.#table.hidden = none;
    const empty = this.#page.querySelector<HTMLElement>('[data-empty]');
    if (empty) empty.hidden = !none;
    const reset = this.#page.querySelector<HTMLElement>('[data-count] ~ [data-reset]');
    if (reset) reset.hidden = none || !isFiltered(this.#state);
    const widen = this.#page.querySelector<HTMLElement>('[data-widen]');
    const wide = { ...this.#state, scope: 'all' as const };
    if (widen) widen.hidden = !none || filterMoves(this.#entries, wide).length === 0;
  }

  /** Said once: a live region that is set to what it holds may speak again. */
  #count(text: string): void {
    const line = this.#page.querySelector('[data-count]');
    if (line && line.textContent !== text) line.textContent = text;
    this.#counted = text;
  }

  /** Says with the count what has been done; the next time in the place of this. */
  #add(text: string): void {
    const line = this.#page.querySelector('[data-count]');
    if (line) line.textContent = `${this.#counted}. ${text}`;
  }

  async #copy(button: Element): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.#add(say('moves.copied'));
    } catch {
      // No permission: the address bar has it.
      button.toggleAttribute('hidden', true);
    }
  }

  /** What is shown, in the order in which it stands, as the table has it; dates also as they sort. */
  #save(): void {
    const shown = [...this.#table.querySelectorAll<HTMLTableRowElement>('tr[data-move]:not([hidden])')];
    const labelOf = (named: string) => this.#page.querySelector(named)?.textContent?.trim() ?? '';
    const heads = COLUMNS.flatMap((column) => {
      const label = labelOf(`th[data-column="${column}"] span`);
      return column === 'date' ? [label, `${label} (ISO 8601)`] : [label];
    });
    const head = [
      'id',
      ...heads,
      say('moves.note'),
      labelOf('label[for="moves-scope"]'),
      labelOf('th:last-child'),
    ];
    const rows = shown.map((row) => {
      const { id, date, note, words } = entryOf(row);
      const group = row.parentElement?.querySelector('.group')?.textContent?.trim() ?? '';
      const links = [...row.querySelectorAll<HTMLAnchorElement>('[data-cell="sources"] a')];
      const cells = COLUMNS.flatMap((column) => (column === 'date' ? [words.date, date] : [words[column]]));
      return [id, ...cells, note, group, links.map((link) => link.href).join(' ')];
    });
    const link = document.createElement('a');
    // In the words of a language, unlike the file of the same rows at its address.
    link.download = fileOfMoves(this.#state).replace('.csv', `.${document.documentElement.lang}.csv`);
    const sheet = writeSheet([head, ...rows], document.documentElement.lang);
    const file = new Blob([sheet], { type: 'text/csv;charset=utf-8' });
    link.href = URL.createObjectURL(file);
    link.click();
    URL.revokeObjectURL(link.href);
    this.#add(say('moves.saved', { name: link.download }));
  }

  /** The address says what is shown; history does not grow. */
  #write(): void {
    replaceAddress(location.pathname + formatMoves(this.#state, this.#unknown) + location.hash);
  }

  /** A move may stand on another page than its link says, as the list has grown since. */
  async #seek(id: string): Promise<void> {
    const entry = this.#first && (await entryIn(this.#first, id));
    if (entry) location.replace(entry);
    else showNotice(this.#page, 'moves.move', { given: id }, '#');
  }

  /** A link to a move shows it, whatever the filters say; one that is not here is said to be missing. */
  #reach(): void {
    const id = decode(location.hash.slice(1));
    if (!id) return;
    const row = this.#rows.get(id);
    if (!row) {
      if (!document.getElementById(id)) void this.#seek(id);
      return;
    }
    if (row.hidden) {
      const freed = isFiltered(this.#state);
      this.#show({ ...DEFAULTS, scope: row.dataset.scope === 'core' ? 'core' : 'all' });
      this.#write();
      if (freed) this.#add(say('moves.freed'));
    }
    row.scrollIntoView();
  }
}

/** A page of a list that is too long for one, and the dates on it. */
interface Part {
  href: string;
  since: string;
  until: string;
  /** Its place among them. */
  at: number;
}

/** With its separators, as the page itself has it. A browser takes a frame and more to load what it knows of them. */
const inWords = (n: number) => (n < 1000 ? `${n}` : n.toLocaleString(document.documentElement.lang));

/** Pages of it that are fetched for one question. */
const MOST_PAGES = 12;

const asked = (key: string) => new URLSearchParams(location.search).get(key) ?? '';

/** What stands in the cells of a row. */
const wordsOf = (row: HTMLTableRowElement) =>
  Object.fromEntries(
    COLUMNS.map((column) => {
      const cell = row.querySelector(`[data-cell="${column}"]`);
      return [column, (cell?.querySelector('[data-words]') ?? cell)?.textContent?.trim() ?? ''];
    }),
  ) as Record<Column, string>;

/** A row of the table is all that is known here of a move; its words are read when they are first asked for. */
function entryOf(row: HTMLTableRowElement): MoveEntry {
  const {
    person = '',
    from = '',
    to = '',
    date = '',
    fn = '',
    means = '',
    status,
    scope,
    single,
  } = row.dataset;
  let words: Record<Column, string> | undefined;
  return {
    id: row.id,
    person,
    from,
    to,
    date,
    fn,
    status: status as Status,
    means,
    single: single !== undefined,
    scope: scope === 'core' ? 'core' : 'outside',
    get note() {
      return row.querySelector('[data-cell="role"] .aside')?.textContent ?? '';
    },
    get words() {
      words ??= wordsOf(row);
      return words;
    },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const page = document.querySelector<HTMLElement>('[data-moves]');
const form = page?.querySelector('form');
const table = page?.querySelector<HTMLTableElement>('[data-table]');
if (page && form && table) new Explorer(page, form, table);
