/** What `rift` shows and says: who met whom in court, as a docket, each line from its first event to its outcome. */
import type { CaseRow, Dataset, EventRow, PartialDate } from '~/data/types';
import { compareDates, formatDate, formatRange } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatList, spellNumber } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { capital } from '~/i18n/sentence';
import { rowOf } from '~/model/row';
import type { ChartDefinition, ChartModel, Evidence, Row } from '../contract';

/** Everything, or the court cases with each of their steps. */
export type RiftView = { only: 'all' | 'suits' };

export interface Step {
  /** Row of the table: an event may belong to two cases. */
  id: string;
  event: string;
  date: PartialDate;
  title: string;
}

export interface Case {
  id: string;
  kind: CaseRow['kind'];
  drawn: CaseRow['drawn'];
  /** Organisation, or `ink` where none is meant. */
  tone: string;
  title: string;
  /** What the person it is about was there, in the line that begins with the founding; else ''. */
  role: string;
  outcome: string;
  result: CaseRow['result'];
  /** Every event in the order of dates, first and last included. */
  steps: readonly Step[];
  start: PartialDate;
  /** Empty while it is open, or where the start is all there is. */
  end: PartialDate | '';
  /** How far it is drawn: its last event, or the date of the data while it is open. */
  until: PartialDate;
  evidence: readonly Evidence[];
}

export interface RiftModel extends ChartModel {
  view: RiftView['only'];
  /** Ties before suits, each kind from its first event. */
  cases: readonly Case[];
}

export const definition: ChartDefinition<RiftView, RiftModel> = {
  id: 'rift',
  needs: ['cases'],

  views: () => [
    { slug: '', view: { only: 'all' } },
    { slug: 'suits', view: { only: 'suits' } },
  ],

  model(data, { only }, lang) {
    const cases = data.cases
      .filter((row) => only === 'all' || row.kind === 'suit')
      .map((row) => toCase(row, data, lang))
      .sort((a, b) => (a.kind === b.kind ? compareDates(a.start, b.start) : a.kind === 'tie' ? -1 : 1));
    return { asOf: data.eventsTo, view: only, cases };
  },

  words(model, say, lang) {
    const { cases, view } = model;
    const suits = cases.filter((one) => one.kind === 'suit');
    const n = suits.length;
    const values = {
      n,
      word: spellNumber(n, lang),
      Word: capital(spellNumber(n, lang)),
      since: yearOf(firstOf(cases)),
      results: resultsOf(suits, say, lang),
      late: suits.filter((one) => one.result === 'late').length,
    };
    const late = lateOf(cases);
    const founded = founderOf(cases);
    if (view === 'suits') {
      const each = suits.map((one) =>
        say('summary.one', {
          title: one.title,
          result: say(`card.${one.result || 'open'}`),
          date: one.end === '' ? 'none' : formatDate(one.end, lang, 'month'),
        }),
      );
      return {
        name: say('suits.name'),
        title: say('suits.title', values),
        subtitle: say('suits.subtitle'),
        summary: say('suits.summary', { ...values, each: each.join('; ') }),
        foot: say('foot', values),
      };
    }
    return {
      name: say('all.name'),
      title:
        late && founded
          ? say('all.title', { year: yearOf(founded.start), ended: yearOf(late.end) })
          : say('all.title.plain', values),
      subtitle: say('all.subtitle'),
      summary: say('all.summary', values),
      foot: say('foot', values),
    };
  },

  table(model, say, lang) {
    const rows = model.cases.flatMap((one): Row[] => [
      {
        id: one.id,
        evidence: one.evidence,
        cells: { what: one.title, date: spanOf(one, lang), happened: outcomeOf(one, say) },
      },
      ...(model.view === 'suits'
        ? one.steps.map((step) => ({
            id: step.id,
            evidence: [{ kind: 'event' as const, id: step.event }],
            cells: { what: one.title, date: formatDate(step.date, lang), happened: step.title },
          }))
        : []),
    ]);
    return {
      caption: say(`${model.view}.caption`),
      columns: ['what', 'date', 'happened'].map((key) => ({
        key,
        label: say(`table.${key}`),
        ...(key === 'what' ? { name: true } : {}),
      })),
      rows,
    };
  },
};

function toCase(row: CaseRow, data: Dataset, lang: Lang): Case {
  const event = (id: string): EventRow => rowOf('event', data.events, id);
  const own = [row.start, ...row.steps, row.end].filter((id) => id !== '').map(event);
  const steps = [...own]
    .sort((a, b) => compareDates(a.date, b.date))
    .map((one) => ({ id: `${row.id}_${one.id}`, event: one.id, date: one.date, title: one.title[lang] }));
  const end = row.end === '' ? '' : event(row.end).date;
  return {
    id: row.id,
    kind: row.kind,
    drawn: row.drawn,
    tone: row.org || 'ink',
    title: row.title[lang],
    role: row.role[lang],
    outcome: row.outcome[lang],
    result: row.result,
    steps,
    start: event(row.start).date,
    end,
    until: end || (row.drawn === 'points' && steps.at(-1)?.date) || data.eventsTo,
    evidence: [...own.map((one) => one.id), ...row.also].map((id) => ({ kind: 'event', id })),
  };
}

/** The suit that was found too late: the title speaks of it. */
export const lateOf = (cases: readonly Case[]): Case | undefined =>
  cases.find((one) => one.kind === 'suit' && one.result === 'late' && one.end !== '');

/** The line of the founder: the title speaks of it. */
export const founderOf = (cases: readonly Case[]): Case | undefined =>
  cases.find((one) => one.kind === 'tie' && one.role !== '');

/** What the title speaks of: what the person was at the beginning, and the verdict at the end. */
export function endsOf({ cases }: RiftModel): { founder: Case; late: Case } | undefined {
  const [founder, late] = [founderOf(cases), lateOf(cases)];
  return founder && late && { founder, late };
}

/** The outcome, after the role where there is one. */
export const outcomeOf = ({ role, outcome }: Pick<Case, 'role' | 'outcome'>, say: Say): string =>
  role ? say('outcome.role', { role, outcome }) : outcome;

/** "29 Feb 2024 to 11 Jun 2024", or the one date there is. */
export function spanOf({ start, end }: Pick<Case, 'start' | 'end'>, lang: Lang): string {
  const first = formatDate(start, lang, 'short');
  return end === '' ? first : formatRange(first, formatDate(end, lang, 'short'), lang);
}

/** "2024 to 2026", or the year of each event where these stand apart: "2015, 2019, 2025". */
export function yearsOf({ drawn, start, end, steps }: Case, lang: Lang): string {
  if (drawn === 'points') return [...new Set(steps.map(({ date }) => yearOf(date)))].join(', ');
  const [first, last] = [yearOf(start), yearOf(end || start)];
  return first === last ? first : formatRange(first, last, lang);
}

/** "one withdrawn, one found too late and one dismissed": each result with its count, in docket order. */
function resultsOf(suits: readonly Case[], say: Say, lang: Lang): string {
  const results = [...new Set(suits.map((one) => one.result || 'open'))];
  const parts = results.map((result) => {
    const n = suits.filter((one) => (one.result || 'open') === result).length;
    return say(`result.${result}`, { n, word: spellNumber(n, lang) });
  });
  return formatList(parts, lang);
}

const firstOf = (cases: readonly Case[]) =>
  [...cases].sort((a, b) => compareDates(a.start, b.start))[0]?.start ?? '';
const yearOf = (date: string) => date.slice(0, 4);
