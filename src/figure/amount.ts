/** What a figure of the data amounts to, as a reader of a language expects it. */
import type { FigureRow } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import { formatDollars, formatNumber, spellNumber } from '~/i18n/numbers';
import { keyOf, type Say } from '~/i18n/say';

/** A figure with its unit as its reader expects it: "$500 billion", "1.2 gigawatts", "8 people". */
export function formatFigure(
  figure: FigureRow,
  lang: Lang,
  say: Say,
  number: (value: number, lang: Lang) => string = formatNumber,
): string {
  const { unit, value } = figure;
  const dollars = unit.startsWith('US dollars');
  const amount = dollars ? formatDollars(value, lang) : number(value, lang);
  if (unit === 'US dollars') return amount;
  return say(`evidence.unit.${keyOf(unit)}`, { value: amount, n: value });
}

/** The same as it was limited where it was named: "at least 14 people". */
export function boundedFigure(figure: FigureRow, lang: Lang, say: Say): string {
  const value = formatFigure(figure, lang, say);
  return figure.bound ? say(`evidence.bound.${figure.bound}`, { value }) : value;
}

/** The same in running text: whole numbers to twelve in words, "one gigawatt". */
export const spellFigure = (figure: FigureRow, lang: Lang, say: Say) =>
  formatFigure(figure, lang, say, spellNumber);
