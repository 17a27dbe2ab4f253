/** Which words of a drawing are not read aloud: what a mark's own name says, and a link that was said before. */
import { type Item, type Label, labelsOf, marksOf, type Span } from './items';

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A link under its own name, and what it leads to: two totals may be called alike. */
const spokenOf = ({ spoken, view, sums }: Span) => spoken && JSON.stringify([spoken, view, sums]);

/** Labels that only repeat: between two marks they would be read as fragments, and a link twice. */
export function silentIn(items: readonly Item[]): ReadonlySet<Label> {
  const names = new Map(marksOf({ items }).map(({ id, name }) => [id, new Set(wordsOf(name))]));
  const said = new Set<string>();
  return new Set(
    labelsOf({ items }).filter(({ mark, text, lines }) => {
      const spans = lines.flatMap((line) => line.spans);
      const [spoken, ...others] = new Set(spans.map(spokenOf));
      if (spoken !== undefined && others.length === 0) {
        const again = said.has(spoken);
        said.add(spoken);
        return again;
      }
      const name = mark === undefined ? undefined : names.get(mark);
      return (
        name !== undefined &&
        spans.every((span) => !span.view) &&
        wordsOf(text).every((word) => name.has(word))
      );
    }),
  );
}
