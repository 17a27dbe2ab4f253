/** What the panels under a figure gain from script: copying, and the device's own way of sharing. */
import { speak } from './speaking';
import { say } from './words';

export function listenForTools(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>(
      'button[data-copy], button[data-share]',
    );
    if (!button) return;
    if (button.matches('[data-share]')) void share(button);
    else void copy(button);
  });
  // A panel opens under the figure, perhaps out of sight; `toggle` does not bubble.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if ((target as Element).matches('.panels > [open]'))
        (target as Element).lastElementChild?.scrollIntoView({ block: 'nearest' });
    },
    true,
  );
}

/** Says what has come of it: on the button until the reader goes on from there, and aloud. */
function answer(button: HTMLButtonElement, field: HTMLElement | null | undefined, said: string): void {
  const label = button.dataset.label ?? button.textContent ?? '';
  button.dataset.label = label;
  button.textContent = said;
  const figure = button.closest('cf-figure');
  if (figure) speak(figure, said);
  (field && document.activeElement === field ? field : button).addEventListener(
    'blur',
    () => {
      button.textContent = label;
    },
    { once: true },
  );
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const field = button.parentElement?.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLPreElement>(
    'input, textarea, pre',
  );
  if (!field) return;
  try {
    await navigator.clipboard.writeText('value' in field ? field.value : field.textContent);
    answer(button, field, say('copied'));
  } catch {
    // No permission, as in a sandboxed frame: the text stays selected for the reader's own keys.
    if ('select' in field) field.select();
    else getSelection()?.selectAllChildren(field);
    answer(button, field, say('copyYourself'));
  }
}

async function share(button: HTMLButtonElement): Promise<void> {
  const figure = button.closest('cf-figure');
  const field = figure?.querySelector<HTMLInputElement>('input[data-link]');
  const title = figure?.querySelector('.figure-title')?.textContent ?? document.title;
  try {
    await navigator.share({
      title,
      text: figure?.querySelector('[data-part="summary"]')?.textContent ?? title,
      url: field?.value ?? location.href,
    });
  } catch (error) {
    // Closed by the reader: nothing to say.
    if (error instanceof Error && error.name === 'AbortError') return;
    field?.select();
    answer(button, field, say('notShared'));
  }
}
