/** Stand-in for content/data/cases.csv until the loader reads it. */
import type { Localised, OrgId } from '~/data/types';

/** One line of the docket, opened and closed by events. */
export interface CaseRow {
  id: string;
  kind: 'tie' | 'suit';
  /** A span from its first event to its last, or a point for each. */
  drawn: 'span' | 'points';
  /** Company whose hue it has; empty for none. */
  org: OrgId | '';
  title: Localised;
  start: string;
  /** Between start and end, in any order. */
  steps: readonly string[];
  /** Empty while it is open, or where the start is all there is. */
  end: string;
  /** Carry the outcome without being drawn. */
  also: readonly string[];
  result: 'withdrawn' | 'late' | 'dismissed' | 'granted' | 'settled' | 'open' | '';
  outcome: Localised;
}

export const CASES: readonly CaseRow[] = [
  {
    id: 'musk-at-openai',
    kind: 'tie',
    drawn: 'span',
    org: 'openai',
    title: { en: 'Musk at OpenAI', de: 'Musk bei OpenAI' },
    start: 'openai-founded',
    steps: [],
    end: 'musk-leaves-board',
    also: [],
    result: '',
    outcome: {
      en: 'leaves the board; reason given: a possible conflict with Tesla’s AI work',
      de: 'Abschied aus dem Verwaltungsrat; genannter Grund: ein möglicher Konflikt mit Teslas KI-Arbeit',
    },
  },
  {
    id: 'openai-legal-form',
    kind: 'tie',
    drawn: 'points',
    org: 'openai',
    title: { en: 'OpenAI’s legal form', de: 'OpenAIs Rechtsform' },
    start: 'openai-founded',
    steps: ['openai-capped-profit'],
    end: 'openai-pbc',
    also: [],
    result: '',
    outcome: {
      en: 'nonprofit; then a capped-profit arm; then a public benefit corporation',
      de: 'gemeinnützig; dann eine Tochter mit Gewinngrenze; dann Public Benefit Corporation',
    },
  },
  {
    id: 'karpathy-tesla',
    kind: 'tie',
    drawn: 'points',
    org: 'openai',
    title: { en: 'Karpathy to Tesla', de: 'Karpathy zu Tesla' },
    start: 'karpathy-to-tesla',
    steps: [],
    end: '',
    also: ['karpathy-back'],
    result: '',
    outcome: { en: 'back at OpenAI in February 2023', de: 'zurück bei OpenAI im Februar 2023' },
  },
  {
    id: 'xai',
    kind: 'tie',
    drawn: 'span',
    org: 'xai',
    title: { en: 'Musk’s own lab, xAI', de: 'Musks eigenes Labor, xAI' },
    start: 'xai-founded',
    steps: [],
    end: 'spacex-buys-xai',
    also: [],
    result: '',
    outcome: { en: 'bought by SpaceX', de: 'von SpaceX gekauft' },
  },
  {
    id: 'bid',
    kind: 'tie',
    drawn: 'points',
    org: '',
    title: { en: 'Musk-led bid for OpenAI', de: 'Gebot einer Musk-Gruppe' },
    start: 'musk-bid',
    steps: [],
    end: '',
    also: [],
    result: '',
    outcome: {
      en: '$97.4 billion, refused by the board four days later',
      de: '97,4 Milliarden Dollar, nach vier Tagen vom Verwaltungsrat abgelehnt',
    },
  },
  {
    id: 'musk-suit-state',
    kind: 'suit',
    drawn: 'span',
    org: '',
    title: { en: 'Musk’s first suit', de: 'Musks erste Klage' },
    start: 'musk-suit-1',
    steps: [],
    end: 'musk-drops-suit',
    also: [],
    result: 'withdrawn',
    outcome: {
      en: 'withdrawn a day before a hearing, no reason given',
      de: 'zurückgezogen, einen Tag vor einer Anhörung, ohne Begründung',
    },
  },
  {
    id: 'musk-suit-federal',
    kind: 'suit',
    drawn: 'span',
    org: '',
    title: { en: 'Musk’s second suit', de: 'Musks zweite Klage' },
    start: 'musk-suit-2',
    steps: ['injunction-denied', 'openai-countersuit', 'counterclaim-proceeds', 'openai-pbc'],
    end: 'musk-verdict',
    also: [],
    result: 'late',
    outcome: {
      en: 'jury: sued too late. The merits were not decided; an appeal is announced',
      de: 'Jury: zu spät geklagt. In der Sache nicht entschieden; Berufung angekündigt',
    },
  },
  {
    id: 'xai-suit',
    kind: 'suit',
    drawn: 'span',
    org: 'xai',
    title: { en: 'xAI’s suit against OpenAI', de: 'xAI-Klage gegen OpenAI' },
    start: 'xai-sues-openai',
    steps: ['xai-suit-dismissed-1'],
    end: 'xai-suit-dismissed-2',
    also: [],
    result: 'dismissed',
    outcome: { en: 'dismissed for good', de: 'endgültig abgewiesen' },
  },
];
