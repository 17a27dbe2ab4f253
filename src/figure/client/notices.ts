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

/** What a key of an address asks for, in words; an explorer's keys are named by their fields. */
function nameOf(key: string): string {
  const known = `notice.key.${key}`;
  const said = say(known);
  return said === known ? (document.querySelector(`label[for="moves-${key}"]`)?.textContent ?? key) : said;
}

/** Above the figure, announced politely; the reader can close it. */
export function showNotice(place: Element, { key, given, shown = '', expected = '' }: NoticeText): void {
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
  box.textContent = say(kind, { key: nameOf(key), given: given.slice(0, 80), shown, expected });
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = say('close');
  close.addEventListener('click', () => box.remove());
  box.append(' ', close);
  place.prepend(box);
}
