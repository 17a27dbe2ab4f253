/** Looks at the labels of a drawing as a browser sets them: whether they can be read, whole and apart. */
import type { Frame, Page } from '@playwright/test';

/** Pixels that two labels may share: glyphs are measured in fractions of them. */
const SLACK = 0.5;
/** Ends of lines that are set in line may differ by so much of a drawing's unit: places are whole numbers. */
const RAGGED = 1.5;
/** Smallest letters on a screen, in CSS pixels, less what a scale rounds off. */
const SMALLEST = 11.99;

/**
 * What is wrong with the labels of the drawing that is displayed, in words: each line of a label by itself.
 * @param widths  pixels that the page is given one after the other, before its own width: a figure asks for no other, and
 * a window of another size is painted anew
 */
export const badLabels = (page: Page | Frame, widths: readonly number[] = []) =>
  page.evaluate(
    async ({ slack, smallest, ragged, widths }) => {
      const root = document.documentElement;
      const wrongAt = async (width: string) => {
        root.style.width = width;
        // Typefaces are asked for by what is laid out.
        root.getBoundingClientRect();
        await document.fonts.ready;
        return wrongHere().map((fault) => (width ? `${fault} at ${width}` : fault));
      };
      const faults: string[] = [];
      for (const width of widths) faults.push(...(await wrongAt(`${width}px`)));
      return [...faults, ...(await wrongAt(''))];

      function wrongHere(): string[] {
        const drawing = [...document.querySelectorAll('.drawings > svg')].find(
          (svg) => svg.getClientRects().length > 0,
        );
        const context = document.createElement('canvas').getContext('2d');
        if (!drawing || !context) return ['no drawing'];
        const frame = drawing.getBoundingClientRect();
        const wrong: string[] = [];
        /** A label is one <text>; each of its lines a <tspan> with a place of its own, or the text itself. */
        const linesOf = (text: SVGTextElement): SVGTextContentElement[] => {
          const lines = [...text.querySelectorAll<SVGTSpanElement>('tspan[y]')];
          const placed = lines.reduce((sum, line) => sum + line.getNumberOfChars(), 0);
          if (lines.length > 0 && placed !== text.getNumberOfChars())
            wrong.push(`“${text.textContent}” has words outside its lines`);
          return lines.length > 0 ? lines : [text];
        };
        const boxes = [...drawing.querySelectorAll('text')].flatMap((text) => {
          const matrix = text.getScreenCTM();
          if (!matrix || !text.textContent?.trim() || !text.checkVisibility({ opacityProperty: true }))
            return [];
          const set = linesOf(text).map((line) => {
            // A line of text is higher than its letters: between lines set close only the ink counts.
            const runs = [line, ...line.querySelectorAll('tspan, a')].flatMap((run) => {
              // What stands in a stretch of its own has that one's type.
              const own = [...run.childNodes].filter((node) => node instanceof Text);
              const said = own.map((node) => node.textContent).join('');
              if (said.trim() === '') return [];
              const { fontWeight, fontSize, fontFamily } = getComputedStyle(run);
              context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
              const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(said);
              return [
                {
                  ascent: actualBoundingBoxAscent,
                  descent: actualBoundingBoxDescent,
                  size: Number.parseFloat(fontSize) * matrix.d,
                },
              ];
            });
            const least = Math.min(...runs.map(({ size }) => size));
            if (least < smallest) wrong.push(`“${line.textContent}” is ${least.toFixed(1)} px`);
            const start = line.getStartPositionOfChar(0).matrixTransform(matrix);
            // Spaces at its end are not seen.
            const seen = (line.textContent ?? '').trimEnd().length;
            const last = Math.min(seen, line.getNumberOfChars()) - 1;
            const end = line.getEndPositionOfChar(last).matrixTransform(matrix);
            return {
              says: line.textContent?.trim(),
              left: start.x,
              right: end.x,
              top: start.y - Math.max(...runs.map(({ ascent }) => ascent)) * matrix.d,
              bottom: start.y + Math.max(...runs.map(({ descent }) => descent)) * matrix.d,
            };
          });
          const { textAnchor, direction } = getComputedStyle(text);
          const ends = set.map(({ right }) => right);
          const apart = Math.max(...ends) - Math.min(...ends);
          if (textAnchor === 'end' && direction === 'ltr' && apart > ragged * matrix.a)
            wrong.push(
              `“${text.textContent}” is ragged by ${apart.toFixed(1)} px where its lines should end`,
            );
          return set;
        });
        if (boxes.length === 0) return ['no labels'];
        for (const [i, one] of boxes.entries()) {
          const over = Math.max(
            frame.left - one.left,
            one.right - frame.right,
            frame.top - one.top,
            one.bottom - frame.bottom,
          );
          if (over > slack) wrong.push(`“${one.says}” leaves its drawing by ${over.toFixed(1)} px`);
          for (const other of boxes.slice(i + 1)) {
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            if (across > slack && down > slack)
              wrong.push(
                `“${one.says}” and “${other.says}” share ${across.toFixed(1)} × ${down.toFixed(1)} px`,
              );
          }
        }
        return wrong;
      }
    },
    { slack: SLACK, smallest: SMALLEST, ragged: RAGGED, widths },
  );
