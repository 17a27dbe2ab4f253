/**
 * <cf-workbench>: an editor chooses a view and how it should look, sees it as it will stand in an article, and copies
 * what the system takes. Codes are those of the chart's own page; the address says what is chosen.
 */
import { codeWith } from '~/figure/client/codes';
import { showNotice } from '~/figure/client/notices';
import { pageAt } from '~/figure/client/pages';
import { say } from '~/figure/client/words';

type Theme = 'light' | 'dark' | 'auto';
type File = readonly [name: string, href: string];

/** What the form says, in the address: all but the first choices. */
function writeState(form: HTMLFormElement): void {
  const url = new URL(location.href);
  url.search = '';
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
  for (const [key, value] of new URLSearchParams(location.search)) {
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

/** The frame of a release, in its folder, where nothing changes, and what stands in its place. */
const frozenAt = (code: string, release: string) =>
  code
    .replace(/(<iframe src="[^"]*?)(embed\/v1\/)/, `$1releases/${release}/$2`)
    .replace(/<noscript>.*<\/noscript>/s, (picture) => frozenPicture(picture, release));

class Workbench extends HTMLElement {
  /** Which choice is shown: what comes late for another is dropped. */
  #turn = 0;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    readState(form);
    form.addEventListener('change', () => {
      writeState(form);
      // What was asked in vain is no longer asked.
      this.querySelector('.notice')?.remove();
      void this.#show(form);
    });
    // Whoever wants a dark chart has a dark page, until they say otherwise.
    form.addEventListener('input', ({ target }) => {
      const { name, value } = target as HTMLInputElement;
      const ground = form.querySelector<HTMLInputElement>(`[name="ground"][value="${value}"]`);
      if (name === 'theme' && ground) ground.checked = true;
    });
    void this.#show(form);
  }

  async #show(form: HTMLFormElement): Promise<void> {
    const option = form.querySelector<HTMLSelectElement>('[name="view"]')?.selectedOptions[0];
    const data = new FormData(form);
    const { page = '', embed = '', files = '[]' } = option?.dataset ?? {};
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const codes = [...(await pageAt(page)).querySelectorAll<HTMLTextAreaElement>('textarea[data-code]')];
      if (turn !== this.#turn) return;
      const theme = data.get('theme') as Theme;
      const release = this.dataset['release'] ?? '';
      const since = data.get('data') === 'since' ? release : undefined;
      const frozen = data.get('data') === 'frozen' && option?.dataset['frozen'] !== undefined;
      const [frame = '', picture = ''] = codes
        .map((one) => codeWith(one.value, { since }, theme))
        .map((code) => (frozen ? frozenAt(code, release) : code));
      for (const note of this.querySelectorAll<HTMLElement>('.when-frozen')) note.hidden = !frozen;
      for (const live of this.querySelectorAll<HTMLElement>('.when-live')) live.hidden = frozen;
      for (const radio of form.querySelectorAll<HTMLInputElement>('[name="data"][value="frozen"]'))
        radio.disabled = option?.dataset['frozen'] === undefined;
      const src = /<iframe src="([^"]*)"/.exec(frame)?.[1] ?? this.dataset['home'] + embed;
      this.#write({
        frame,
        picture,
        page: this.dataset['home'] + page,
        // A code has it as HTML writes it, a system takes it as it is.
        address: src.replaceAll('&amp;', '&'),
        amp: ampCode(frame, 640),
      });
      this.#preview(frame, Number(data.get('width')), String(data.get('ground')), theme);
    } catch {
      if (turn !== this.#turn) return;
      this.#write({ page: this.dataset['home'] + page, address: this.dataset['home'] + embed });
      this.#fail(page);
    }
    this.#list(JSON.parse(files) as File[]);
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
