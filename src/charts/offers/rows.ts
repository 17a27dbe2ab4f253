/** Stand-in for content/data/claims.csv until the loader reads it. */
import type { Localised } from '~/data/types';

/** One pay figure as somebody put it: who says so, who denies it. */
export interface ClaimRow {
  /** Figure with the sum; its id is the claim's. */
  figure: string;
  bound: 'exact' | 'up-to' | 'more-than';
  /** What stands behind the sum. */
  basis: 'statement' | 'press' | 'contract';
  terms: Localised;
  says: Localised;
  /** Empty where nobody denies it in the sources. */
  denies: Localised;
  quotes: readonly string[];
  events: readonly string[];
}

const none: Localised = { en: '', de: '' };

export const CLAIMS: readonly ClaimRow[] = [
  {
    figure: 'pay-meta-2m',
    bound: 'exact',
    basis: 'statement',
    terms: { en: 'a year, for AI staff', de: 'im Jahr, für KI-Fachleute' },
    says: { en: 'an investor on X', de: 'ein Beitrag auf X aus der Investmentbranche' },
    denies: none,
    quotes: [],
    events: [],
  },
  {
    figure: 'pay-pang',
    bound: 'more-than',
    basis: 'press',
    terms: {
      en: 'over several years, to Ruoming Pang',
      de: 'über mehrere Jahre, an Ruoming Pang',
    },
    says: {
      en: 'press reports; tied to milestones and tenure',
      de: 'Presseberichte; an Ziele und Verbleib gebunden',
    },
    denies: none,
    quotes: [],
    events: [],
  },
  {
    figure: 'pay-altman-100m',
    bound: 'exact',
    basis: 'statement',
    terms: { en: 'as a signing bonus, offered to OpenAI staff', de: 'als Antrittsprämie, dem OpenAI-Personal geboten' },
    says: {
      en: 'Sam Altman; sources at OpenAI, in WIRED',
      de: 'Sam Altman; OpenAI-Kreise in „WIRED“',
    },
    denies: {
      en: 'Andrew Bosworth of Meta; Lucas Beyer, a new hire',
      de: 'Andrew Bosworth (Meta); Lucas Beyer, neu dort',
    },
    quotes: ['altman-bonuses', 'bosworth-market', 'beyer-fake-news'],
    events: ['altman-100m', 'bosworth-denial'],
  },
  {
    figure: 'pay-300m-4y',
    bound: 'up-to',
    basis: 'press',
    terms: { en: 'over four years, to top researchers', de: 'über vier Jahre, für Spitzenleute der Forschung' },
    says: { en: 'WIRED', de: '„WIRED“' },
    denies: { en: 'Andy Stone for Meta', de: 'Andy Stone für Meta' },
    quotes: ['stone-untrue'],
    events: ['stone-denial-300m'],
  },
  {
    figure: 'pay-tulloch',
    bound: 'up-to',
    basis: 'press',
    terms: {
      en: 'over six years; Andrew Tulloch declined at first',
      de: 'über sechs Jahre; Andrew Tulloch lehnte zunächst ab',
    },
    says: { en: 'The Wall Street Journal', de: 'das „Wall Street Journal“' },
    denies: { en: 'Meta', de: 'Meta' },
    quotes: [],
    events: [],
  },
];
