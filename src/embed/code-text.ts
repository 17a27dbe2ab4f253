/** Words as a code has them that an editor pastes: read the same as HTML, as XML and as MDX. */

/** Spaces that do not break become plain: a page that does not name its encoding would show them as letters. */
export const escapeHtml = (text: string) =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/** Letters that mean something in MDX are no letters there. */
export const codeText = (text: string) =>
  escapeHtml(text).replace(/[{}*_`[\]\\~]/g, (letter) => `&#${letter.charCodeAt(0)};`);
