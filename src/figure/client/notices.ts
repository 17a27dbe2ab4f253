/** A visible sentence where an address asked for something that is not there. */
import { say } from './words';

export interface NoticeText {
  key: string;
  given: string;
  /** What is shown instead. */
  shown?: string;
  /** What would have been understood. */
  expected?: string;
}

/** Above the figure, announced politely; the reader can close it. */
export function showNotice(figure: Element, { key, given, shown = '', expected = '' }: NoticeText): void {
  const box = document.createElement('p');
  box.className = 'notice';
  box.setAttribute('role', 'status');
  const kind =
    key === 'period'
      ? 'notice.period'
      : expected
        ? 'notice.value'
        : key === 'address'
          ? 'notice.address'
          : 'notice.missing';
  box.textContent = say(kind, { key, given: given.slice(0, 80), shown, expected });
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = say('close');
  close.addEventListener('click', () => box.remove());
  box.append(' ', close);
  figure.prepend(box);
}
