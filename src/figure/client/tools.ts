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

async function copy(button: HTMLButtonElement): Promise<void> {
  const field = button.parentElement?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    'input, textarea',
  );
  if (!field) return;
  const label = button.dataset.label ?? button.textContent ?? '';
  button.dataset.label = label;
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = say('copied');
  } catch {
    // No permission, as in a sandboxed frame: the text stays selected for the reader's own keys.
    field.select();
    button.textContent = say('copyYourself');
  }
  const figure = button.closest('cf-figure');
  if (figure) speak(figure, button.textContent);
  (document.activeElement === field ? field : button).addEventListener(
    'blur',
    () => {
      button.textContent = label;
    },
    { once: true },
  );
}

async function share(button: HTMLButtonElement): Promise<void> {
  const figure = button.closest('cf-figure');
  const url = figure?.querySelector<HTMLInputElement>('input[data-link]')?.value ?? location.href;
  const title = figure?.querySelector('.figure-title')?.textContent ?? document.title;
  try {
    await navigator.share({
      title,
      text: figure?.querySelector('[data-part="summary"]')?.textContent ?? title,
      url,
    });
  } catch {
    // Closed by the reader: nothing to say.
  }
}
