/**
 * The first script of every page, small and before the first paint: it writes what the address says of colours, and
 * hears what a reader does until the rest is there. The rest is another file; no click is lost while it comes.
 */
import { rove } from './drawings';
import { later } from './later';
import { canShare } from './sharing';
import { applyQuery } from './theme';

const HEARD = ['pointerover', 'pointerdown', 'focusin', 'keydown', 'click'];
/** Links that the rest answers in place, wherever they stand. */
const ANSWERED = 'a:is(.mark, [data-view], [data-sum], .cite, [data-language])';
/** What answers a click itself: clicked again, it would take that back. */
const OWN = 'a, summary, label, input, select, textarea';
/** Keys that lead from mark to mark, or choose one; elsewhere they scroll. */
const LEADING = /^(?: |Arrow\w+|Page\w+|Home|End)$/;

/**
 * @param wanted whether the page wants the rest without being asked, once it has been painted
 * @param further links that the rest answers as well, as a selector
 * @returns what asks for the rest, which stands beside this script, in the page's language
 */
export function start(wanted: boolean, further?: string): () => void {
  const answered = further ? `${ANSWERED}, ${further}` : ANSWERED;
  const root = document.documentElement;
  const { src } = document.currentScript as HTMLScriptElement;
  const heard: Event[] = [];
  let loading = false;

  /** Done once more, for whoever hears it now; a link that nobody answers, as where the rest is missing, is followed. */
  const pass = () => {
    for (const type of HEARD) document.removeEventListener(type, hear, true);
    for (const event of heard) {
      const Kind = event.constructor as new (type: string, like: Event) => Event;
      event.target?.dispatchEvent(new Kind(event.type, event));
    }
  };
  const load = () => {
    if (loading) return;
    loading = true;
    root.dataset.script = 'loading';
    const script = document.createElement('script');
    script.src = new URL(`rest.${root.lang}.js`, src).href;
    script.onload = pass;
    script.onerror = () => {
      root.dataset.script = '';
      pass();
    };
    document.head.append(script);
  };
  const hear = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (event.type === 'focusin') {
      const drawing = target.closest('cf-figure .drawings > svg');
      // A finger or a mouse is not on its way by Tab: the rest does it.
      if (drawing && target.matches(':focus-visible')) rove(drawing, target);
    } else if (event instanceof KeyboardEvent) {
      const { key, altKey, metaKey, shiftKey } = event;
      if (target.closest('a.mark') && LEADING.test(key) && !altKey && !metaKey && !shiftKey)
        event.preventDefault();
    } else if (event.type === 'click') {
      const { button, metaKey, ctrlKey, shiftKey, altKey } = event as MouseEvent;
      if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
      const link = target.closest(answered);
      if (link) {
        event.preventDefault();
        later(load);
        // Seen at once, though what answers may still be on its way.
        link.toggleAttribute('data-on', link.matches('cf-figure .mark'));
      } else if (target.closest(OWN)) return;
    } else if (event.type === heard.at(-1)?.type) heard.pop();
    heard.push(event);
    // What a touch lights is seen before anything is asked for.
    if (target.closest('cf-figure')) later(load);
  };
  for (const type of HEARD) document.addEventListener(type, hear, true);

  // Who comes back finds the place where it was: what is above it does not wait.
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type !== 'navigate')
    for (const part of document.querySelectorAll('[data-later]')) part.removeAttribute('data-later');

  const asked = applyQuery();
  root.dataset.script = '';
  // Shown only where it can do something.
  root.toggleAttribute('data-can-share', canShare());
  if (wanted || asked) {
    root.dataset.script = 'loading';
    later(load);
  }
  return load;
}
