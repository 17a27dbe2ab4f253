/** Dates that a table has in words, as ISO 8601 has them: found among the dates of the row's evidence, never guessed. */
import type { Evidence } from '~/charts/contract';
import { TABLE_OF } from '~/data/evidence';
import type { Dataset } from '~/data/types';
import { type DateStyle, formatDate, formatRange } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { findRow } from '~/model/row';

type Dated = { id: string; date?: string | undefined; start?: string | undefined; end?: string | undefined };
const LONGEST = 60;
const STYLES: readonly DateStyle[] = ['long', 'short'];

/** Each date as it is known, and as its month and its year. */
const known = (data: Dataset, evidence: readonly Evidence[]): readonly string[] => [
  ...new Set(
    evidence
      .flatMap(({ kind, id }) => {
        const { date, start, end } = findRow<Dated>(data[TABLE_OF[kind]], id) ?? { id };
        return [date, start, end].filter((one) => one !== undefined && one !== '');
      })
      .flatMap((date = '') => [date, date.slice(0, 7), date.slice(0, 4)]),
  ),
];

/** "20 June 2017" is `2017-06-20`, "2024 to June 2025" `2024/2025-06`; '' for what is no date of this evidence. */
export function isoDate(words: string, data: Dataset, evidence: readonly Evidence[], lang: Lang): string {
  // Every date has its year, and no span of two is longer.
  if (!/\d{4}/.test(words) || words.length > LONGEST) return '';
  const dates = known(data, evidence).flatMap((date) =>
    STYLES.map((style) => [date, formatDate(date, lang, style)] as const),
  );
  const same = (text: string) => text.replaceAll('\u00a0', ' ') === words.replaceAll('\u00a0', ' ');
  const single = dates.find(([, text]) => same(text));
  if (single) return single[0];
  // A row that rests on many has no span in words.
  if (dates.length > 60) return '';
  for (const [from, first] of dates)
    for (const [until, last] of dates)
      if (from < until && same(formatRange(first, last, lang))) return `${from}/${until}`;
  return '';
}
