/** What `offers` shows and says: pay figures on one scale, who says them and who denies them. */
import type { ClaimRow } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatDollars, formatList, spellNumber } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { capital } from '~/i18n/sentence';
import { rowOf } from '~/model/row';
import type { ChartDefinition, ChartModel, Evidence } from '../contract';

/** There is one view. */
export type OffersView = Record<string, never>;

/** A sum in US dollars as it was put, in one language. */
export interface Claim {
  /** Id of its figure. */
  id: string;
  dollars: number;
  bound: ClaimRow['bound'];
  basis: ClaimRow['basis'];
  date: string;
  /** Over how many it is spread, where that is known. */
  years: number | undefined;
  terms: string;
  says: string;
  /** Empty where nobody denies it in the sources. */
  denies: string;
  disputed: boolean;
  evidence: readonly Evidence[];
}

export interface OffersModel extends ChartModel {
  /** What nobody denies, then what is disputed; each from the smallest sum. */
  claims: readonly Claim[];
}

export const definition: ChartDefinition<OffersView, OffersModel> = {
  id: 'offers',
  needs: ['claims'],

  views: () => [{ slug: '', view: {} }],

  model(data, _view, lang) {
    const claims = data.claims.map((row): Claim => {
      const figure = rowOf('figure', data.figures, row.figure);
      return {
        id: figure.id,
        dollars: figure.value,
        bound: row.bound,
        basis: row.basis,
        date: figure.date,
        years: row.years,
        terms: row.terms[lang],
        says: row.says[lang],
        denies: row.denies[lang],
        disputed: row.denies.en !== '',
        evidence: [
          { kind: 'figure', id: figure.id },
          ...row.quotes.map((id) => ({ kind: 'quote', id }) as const),
          ...row.events.map((id) => ({ kind: 'event', id }) as const),
        ],
      };
    });
    const order = [...claims].sort(
      (a, b) => Number(a.disputed) - Number(b.disputed) || a.dollars - b.dollars || (a.id < b.id ? -1 : 1),
    );
    return { asOf: data.eventsTo, claims: order };
  },

  words(model, say, lang) {
    const { claims } = model;
    const of = (disputed: boolean) => claims.filter((claim) => claim.disputed === disputed);
    const list = (some: readonly Claim[]) =>
      formatList(
        some.map((claim) => amountOf(claim, say, lang)),
        lang,
      );
    const values = {
      n: of(true).length,
      lower: spellNumber(of(true).length, lang),
      word: capital(spellNumber(of(true).length, lang)),
      all: claims.length,
      allWord: spellNumber(claims.length, lang),
      contracts: claims.filter((claim) => claim.basis === 'contract').length,
      disputed: list(of(true)),
      undisputed: list(of(false)),
      undisputedN: of(false).length,
      undisputedWord: spellNumber(of(false).length, lang),
    };
    return {
      name: say('name'),
      title: say('title', values),
      subtitle: say('subtitle'),
      summary: say('summary', values),
      foot: say('foot'),
    };
  },

  table(model, say, lang) {
    return {
      caption: say('table.caption', { n: model.claims.length }),
      columns: ['amount', 'terms', 'says', 'denies', 'basis', 'date'].map((key) => ({
        key,
        label: say(`table.${key}`),
      })),
      rows: model.claims.map((claim) => ({
        id: claim.id,
        evidence: claim.evidence,
        cells: {
          amount: amountOf(claim, say, lang),
          terms: claim.terms,
          says: claim.says,
          denies: claim.denies || say('table.nobody'),
          basis: say(`basis.${claim.basis}`),
          date: formatDate(claim.date, lang),
        },
      })),
    };
  },
};

/** "up to $1.5 billion": the sum with the bound it was given. */
export function amountOf(claim: Pick<Claim, 'dollars' | 'bound'>, say: Say, lang: Lang): string {
  return say(`bound.${claim.bound}`, { amount: formatDollars(claim.dollars, lang) });
}
