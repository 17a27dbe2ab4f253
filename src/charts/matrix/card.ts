/** The card of `matrix`: the finding in figures over its directions as a line of squares each, or the largest directions. */
import { max } from 'd3';
import { beside, firstFitting, type Part, pad, sheet, space, stack, within } from '~/kit/block';
import { text } from '~/kit/text';
import { CARD, type Frame, type Layout } from '../contract';
import { atLeast, type Cell, type Finding, largestCells, type MatrixModel } from './definition';
import { squares } from './squares';

const SIZES = { figures: [112, 100, 86, 72], words: 48, pair: 44, row: 96 };
const ROWS = 4;

export const card: Layout<MatrixModel> = (model, frame) => {
  const words = model.finding && figures(model.finding, frame);
  const cells = model.finding ? [...model.finding.cells] : largest(model);
  const room = CARD.height - (words ? words.height + 6 : 0);
  const rows = lines(cells.slice(0, ROWS), room, model, frame);
  return sheet(stack([words, words && space(6), rows]), frame.width, {
    weight: CARD.weight,
    height: CARD.height,
  });
};

/** "15 of at least 46 named", as large as it fits. */
function figures({ named, total }: Finding, { say, width }: Frame): Part {
  const made = (size: number) => () => {
    const big = (n: number) => ({ text: String(n), size, face: 'label-600' as const });
    const words = [big(named), say('card.of'), big(total), say('card.named')];
    return text(words, { size: SIZES.words, leading: 1.05 });
  };
  return firstFitting(SIZES.figures.map(made), { width });
}

/** Of directions that share a count, all are shown or none. */
function largest(model: MatrixModel): Cell[] {
  const cells = largestCells(model);
  const next = cells[ROWS]?.moves.length ?? 0;
  const shown = cells.slice(0, ROWS).filter((cell) => cell.moves.length > next);
  return shown.length > 0 ? shown : cells.slice(0, ROWS);
}

/** A line for each: which way, its squares as large as all can be, and how many where there is room. */
function lines(cells: readonly Cell[], height: number, model: MatrixModel, frame: Frame): Part {
  const { nameOf, unit } = model;
  const step = Math.min(SIZES.row, height / Math.max(1, cells.length));
  const label = (cell: Cell) =>
    text(frame.say('pair', { from: nameOf(cell.from), to: nameOf(cell.to) }), {
      size: SIZES.pair,
      face: 'label-600',
      tone: `${cell.from}-text`,
      leading: 1.05,
    });
  const widest = max(cells, (cell) => label(cell).width) ?? 0;
  const column = widest <= frame.width / 2 ? widest + 24 : 0;
  const most = Math.max(1, ...cells.map((cell) => Math.ceil(atLeast(cell) / unit) + (unit === 1 ? 1 : 2)));
  const pitch = Math.min(step * 0.84, (frame.width - column - 70) / most);
  return stack(
    cells.map((cell) => {
      const count = text(String(cell.moves.length), { size: SIZES.pair, face: 'label-600', leading: 1.05 });
      const size = { side: pitch * 0.82, pitch };
      const drawn = squares(cell, model, size, frame.width - column - 70, frame, CARD.weight);
      const row = beside(
        [
          column > 0 && within(label(cell), { width: column }),
          drawn,
          !model.finding && pad(count, { left: 14 }),
        ],
        { gap: column > 0 ? 0 : 20, align: 'middle' },
      );
      return within(row, { height: step, down: 'middle' });
    }),
  );
}
