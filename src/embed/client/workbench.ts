/**
 * <cf-workbench>: an editor chooses a view and how it should look, sees it as it will stand in an article, and copies
 * what the system takes. Codes are those of the chart's own page; the address says what is chosen.
 */
import { base } from '~/figure/client/base';
import { codeWith } from '~/figure/client/codes';
import { showNotice } from '~/figure/client/notices';
import { pageAt } from '~/figure/client/pages';
import { say } from '~/figure/client/words';
import { formatQuery, parseQuery, type Refinement } from '~/views/v1';
import { codeText } from '../code-text';
import { heightAt } from './fitting';

type Theme = 'light' | 'dark' | 'auto';
type File = readonly [name: string, href: string];

/** What the form has no field for, as the panel under a chart hands it on: a mark and a period of its view. */
interface Refined {
  view: string;
  query: Pick<Refinement, 'hl' | 't'>;
}

function refinedIn(search: string): Refined {
  const { hl, t } = parseQuery(search).query;
  return { view: new URLSearchParams(search).get('view') ?? '', query: { hl, t } };
}

/** What the form says, in the address: all but the first choices. */
function writeState(form: HTMLFormElement, refined: Refined): void {
  const url = new URL(location.href);
  const asked = formatQuery({ place: 'page', query: refined.query, unknown: [] });
  url.search = new FormData(form).get('view') === refined.view ? asked : '';
  for (const [key, value] of new FormData(form)) {
    const field = form.elements.namedItem(key);
    const first =
      field instanceof HTMLSelectElement
        ? field.options[0]?.value
        : form.querySelector<HTMLInputElement>(`[name="${key}"][checked]`)?.defaultValue;
    if (value !== first) url.searchParams.set(key, String(value));
  }
  history.replaceState(history.state, '', url);
}

/** What the form has not got is left as it was. */
function readState(form: HTMLFormElement): void {
  const asked = new URLSearchParams(location.search);
  for (const [key, value] of asked) {
    const field = form.elements.namedItem(key);
    if (field instanceof HTMLSelectElement) {
      if ([...field.options].some((option) => option.value === value)) field.value = value;
      // The first option of a chart is the chart itself.
      else
        showNotice(
          form.parentElement ?? form,
          'view',
          { given: value, shown: field.querySelector('optgroup')?.label ?? '' },
          key,
        );
    } else if (field instanceof RadioNodeList) {
      for (const radio of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(key)}"]`))
        if (radio.value === value) radio.checked = true;
    }
  }
  if (!asked.has('ground')) groundFor(form, asked.get('theme') ?? '');
}

/** Whoever wants a dark chart has a dark page, until they say otherwise. */
function groundFor(form: HTMLFormElement, theme: string): void {
  const ground = form.querySelector<HTMLInputElement>(`[name="ground"][value="${CSS.escape(theme)}"]`);
  if (ground) ground.checked = true;
}

/** What a dark frame keeps free beside its drawing, and a light one does not, in pixels: styles/embed.css. */
const DARK_EDGES = 24;

/** The height of the width that is chosen, for systems that drop the script; a dark frame has less room for its words. */
function heightFor(frame: string, width: number, theme: Theme): string {
  const [, list = ''] = / data-counterflow="([^"]*)"/.exec(frame) ?? [];
  const room = theme === 'dark' ? width - DARK_EDGES : width;
  const height = Math.max(heightAt(list, width), heightAt(list, room));
  return list ? frame.replace(/(<iframe[^>]*) height="\d+"/, `$1 height="${height}"`) : frame;
}

/** AMP gives the frame its place before it has loaded, and needs a way to more where it turns out higher. */
function ampCode(frame: string, width: number): string {
  const attribute = (name: string) => new RegExp(`<iframe[^>]* ${name}="([^"]*)"`).exec(frame)?.[1] ?? '';
  return [
    '<script async custom-element="amp-iframe" src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script>',
    `<amp-iframe src="${attribute('src')}" title="${attribute('title')}" width="${width}" height="${attribute('height')}" layout="responsive" sandbox="allow-scripts allow-popups" frameborder="0" resizable="resizable"><div overflow="overflow" tabindex="0" role="button">+</div></amp-iframe>`,
  ].join('\n');
}

/** The picture of a release, which it keeps in one size. */
const frozenPicture = (code: string, release: string) =>
  code
    .replace(/<source .*?\/>\n?/s, '')
    .replace(/img\/([^"]*)\.medium\.png/, `releases/${release}/img/$1.svg`)
    .replace(/ width="\d+" height="\d+"/, '');

/** Of a release that says them. */
const heightsOf = (page: Document) => page.querySelector<HTMLMetaElement>('meta[name="heights"]')?.content;

/**
 * The frame of a release, in its folder, where nothing changes, and what stands in its place.
 * @param page of the release: what the code says is of the day that it shows
 */
function frozenAt(code: string, release: string, page: Document): string {
  const title = codeText(page.title);
  const summary = codeText(page.querySelector('[data-part="summary"]')?.textContent ?? '');
  return code
    .replace(/(<iframe src="[^"]*?)(embed\/v1\/)/, `$1releases/${release}/$2`)
    .replace(/(<iframe[^>]* title=)"[^"]*"/, (_, before) => `${before}"${title}"`)
    .replace(/( data-counterflow=)"([^"]*)"/, (_, name, today) => `${name}"${heightsOf(page) ?? today}"`)
    .replace(/<noscript>.*<\/noscript>/s, (picture) =>
      frozenPicture(picture, release).replace(/ alt="[^"]*"/, () => ` alt="${title}. ${summary}"`),
    );
}

/** Of these a release keeps the drawing and its rows: pictures and the bundle would be of today. */
const frozenFiles = (files: readonly File[], release: string): readonly File[] =>
  files
    .filter(([, href]) => /\.(svg|csv)$/.test(href))
    .map(([name, href]) => [name, inRelease(href, release)]);

/** @param path of this site */
const inRelease = (path: string, release: string) =>
  `${base()}releases/${release}/${path.slice(base().length)}`;

class Workbench extends HTMLElement {
  /** Which choice is shown: what comes late for another is dropped. */
  #turn = 0;
  /** What it was asked for. */
  #refined: Refined = { view: '', query: {} };

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    readState(form);
    this.#refined = refinedIn(location.search);
    form.addEventListener('change', () => {
      writeState(form, this.#refined);
      // What was asked in vain is no longer asked.
      this.querySelector('.notice')?.remove();
      void this.#show(form);
    });
    form.addEventListener('input', ({ target }) => {
      const { name, value } = target as HTMLInputElement;
      if (name === 'theme') groundFor(form, value);
    });
    void this.#show(form);
  }

  async #show(form: HTMLFormElement): Promise<void> {
    const option = form.querySelector<HTMLSelectElement>('[name="view"]')?.selectedOptions[0];
    const data = new FormData(form);
    const { page = '', embed = '', files = '[]' } = option?.dataset ?? {};
    this.#turn += 1;
    const turn = this.#turn;
    const release = this.dataset['release'] ?? '';
    const frozen = data.get('data') === 'frozen' && option?.dataset['frozen'] !== undefined;
    const all = JSON.parse(files) as File[];
    try {
      const codes = [...(await pageAt(page)).querySelectorAll<HTMLTextAreaElement>('textarea[data-code]')];
      const kept = frozen ? await pageAt(inRelease(embed, release)) : undefined;
      if (turn !== this.#turn) return;
      const theme = data.get('theme') as Theme;
      const width = Number(data.get('width'));
      const since = data.get('data') === 'since' ? release : undefined;
      const { view, query } = this.#refined;
      const shown = data.get('view') === view ? query : {};
      const [frame = '', picture = ''] = codes
        .map((one) => codeWith(one.value, { ...shown, since }, theme))
        .map((code) => (kept ? frozenAt(code, release, kept) : code))
        .map((code) => heightFor(code, width, theme));
      for (const note of this.querySelectorAll<HTMLElement>('.when-frozen')) note.hidden = !frozen;
      for (const live of this.querySelectorAll<HTMLElement>('.when-live')) live.hidden = frozen;
      for (const radio of form.querySelectorAll<HTMLInputElement>('[name="data"][value="frozen"]'))
        radio.disabled = option?.dataset['frozen'] === undefined;
      const src = /<iframe src="([^"]*)"/.exec(frame)?.[1] ?? this.dataset['home'] + embed;
      this.#write({
        frame,
        picture,
        page: this.dataset['home'] + page + formatQuery({ place: 'page', query: shown, unknown: [] }),
        // A code has it as HTML writes it, a system takes it as it is.
        address: src.replaceAll('&amp;', '&'),
        amp: ampCode(frame, width),
      });
      this.#preview(frame, width, String(data.get('ground')), theme);
    } catch {
      if (turn !== this.#turn) return;
      this.#write({ page: this.dataset['home'] + page, address: this.dataset['home'] + embed });
      this.#fail(page);
    }
    this.#list(frozen ? frozenFiles(all, release) : all);
  }

  #write(codes: Record<string, string>): void {
    for (const field of this.querySelectorAll<HTMLTextAreaElement>('textarea[data-code]'))
      field.value = codes[field.dataset['code'] ?? ''] ?? '';
  }

  /** The code itself, in a column on the ground of the article: what is copied is what is seen. */
  #preview(code: string, width: number, ground: string, theme: Theme): void {
    const place = this.querySelector<HTMLElement>('[data-preview]');
    if (!place) return;
    // The code names the published address; here the same page is this copy's.
    const here = code.replaceAll(this.dataset['home'] ?? '', location.origin);
    // Styles in attributes are an article's matter: this page's policy refuses them, and workbench.css has the same.
    place.innerHTML = here.replace(/ STYLE="[^"]*"/g, '');
    place.dataset['ground'] = ground;
    const figure = place.querySelector('figure');
    figure?.setAttribute('data-width', String(width));
    const frame = place.querySelector('iframe');
    // Eager: it stands in view, and a frame put in later is not always seen to be.
    frame?.setAttribute('loading', 'eager');
    if (theme === 'auto') frame?.setAttribute('data-scheme', 'auto');
  }

  #fail(page: string): void {
    const place = this.querySelector('[data-preview]');
    const link = document.createElement('a');
    link.href = page;
    link.textContent = page;
    place?.replaceChildren(say('embed.failed'), ' ', link);
  }

  #list(files: readonly File[]): void {
    const links = files.map(([name, href]) => {
      const link = document.createElement('a');
      link.href = href;
      link.download = '';
      link.textContent = name;
      return link;
    });
    this.querySelector('p.files')?.replaceChildren(...links.flatMap((link) => [link, ' ']));
  }
}

customElements.define('cf-workbench', Workbench);
