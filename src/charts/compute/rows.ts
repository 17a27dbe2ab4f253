/** Stand-in for content/data/sites.csv, machines.csv and sums.csv until the loader reads them. */
import type { Localised, OrgId } from '~/data/types';

/** A named site and the figures that say what of it runs. */
export interface SiteRow {
  id: string;
  org: OrgId;
  name: Localised;
  /** Figures of power; '' where none is known. */
  running: string;
  planned: string;
  /** Part of the plan with a date of its own. */
  interim: string;
  /** What it would have had with an expansion that was dropped. */
  grown: string;
  /** Who says what runs. */
  basis: 'owner' | 'press' | '';
  fate: Localised;
  events: readonly string[];
}

/** What was said of a site's chips at one time. */
export interface MachineRow {
  site: string;
  figure: string;
  state: 'running' | 'leased' | 'planned' | 'paused';
  bound: 'exact' | 'up-to' | 'more-than';
  words: Localised;
  events: readonly string[];
}

/** A sum of money, kept among its likes. */
export interface SumRow {
  figure: string;
  /** A whole programme, one site, or a month's rent. */
  kind: 'programme' | 'site' | 'month';
  org: OrgId;
  bound: 'exact' | 'up-to' | 'more-than';
  /** `agreed` is money agreed or raised; all else is said. */
  state: 'agreed' | 'announced' | 'sought';
  name: Localised;
  terms: Localised;
  events: readonly string[];
}

const same = (text: string): Localised => ({ en: text, de: text });

export const SITES: readonly SiteRow[] = [
  {
    id: 'colossus-2',
    org: 'xai',
    name: same('Colossus 2'),
    running: 'colossus2-gw',
    planned: 'colossus2-gw-target',
    interim: '',
    grown: '',
    basis: 'owner',
    fate: { en: 'as stated by Musk', de: 'nach Angabe von Musk' },
    events: ['colossus2-online'],
  },
  {
    id: 'prometheus',
    org: 'meta',
    name: same('Prometheus'),
    running: 'prometheus-installed',
    planned: 'prometheus-gw',
    interim: '',
    grown: '',
    basis: 'press',
    fate: { en: 'installed, by one source', de: 'installiert, nach einer einzigen Quelle' },
    events: ['meta-hyperion'],
  },
  {
    id: 'abilene',
    org: 'openai',
    name: same('Stargate Abilene'),
    running: 'abilene-operational',
    planned: 'abilene-gw',
    interim: '',
    grown: 'abilene-expansion-dropped',
    basis: 'press',
    fate: { en: 'expansion dropped in March 2026', de: 'Ausbau im März 2026 aufgegeben' },
    events: ['abilene-expansion'],
  },
  {
    id: 'colossus-1',
    org: 'xai',
    name: same('Colossus 1'),
    running: 'colossus1-lease-power',
    planned: 'colossus1-lease-power',
    interim: '',
    grown: '',
    basis: 'press',
    fate: { en: 'leased to Anthropic, a rival lab, in May 2026', de: 'seit Mai 2026 an das Konkurrenzlabor Anthropic vermietet' },
    events: ['colossus-leased'],
  },
  {
    id: 'hyperion',
    org: 'meta',
    name: same('Hyperion'),
    running: '',
    planned: 'hyperion-gw-final',
    interim: 'hyperion-gw-2030',
    grown: '',
    basis: '',
    fate: { en: 'announced in July 2025', de: 'angekündigt im Juli 2025' },
    events: ['meta-hyperion'],
  },
  {
    id: 'cortex',
    org: 'tesla',
    name: same('Cortex'),
    running: '',
    planned: '',
    interim: '',
    grown: '',
    basis: '',
    fate: same(''),
    events: [],
  },
  {
    id: 'stargate-uk',
    org: 'openai',
    name: same('Stargate UK'),
    running: '',
    planned: '',
    interim: '',
    grown: '',
    basis: '',
    fate: same(''),
    events: [],
  },
];

export const MACHINES: readonly MachineRow[] = [
  {
    site: 'colossus-1',
    figure: 'colossus-gpus-2024-09',
    state: 'running',
    bound: 'exact',
    words: { en: 'online', de: 'in Betrieb' },
    events: ['colossus-online'],
  },
  {
    site: 'colossus-1',
    figure: 'colossus1-gpus-2025-07b',
    state: 'running',
    bound: 'exact',
    words: { en: 'as stated by Musk', de: 'nach Angabe von Musk' },
    events: [],
  },
  {
    site: 'colossus-1',
    figure: 'colossus1-lease-gpus',
    state: 'leased',
    bound: 'exact',
    words: { en: 'leased to Anthropic', de: 'an Anthropic vermietet' },
    events: ['colossus-leased'],
  },
  {
    site: 'colossus-2',
    figure: 'colossus2-plan',
    state: 'planned',
    bound: 'exact',
    words: { en: 'planned as a first batch', de: 'als erster Teil geplant' },
    events: [],
  },
  {
    site: 'abilene',
    figure: 'abilene-gpus',
    state: 'planned',
    bound: 'exact',
    words: { en: 'Oracle plans to buy', de: 'will Oracle kaufen' },
    events: [],
  },
  {
    site: 'cortex',
    figure: 'tesla-cortex',
    state: 'planned',
    bound: 'exact',
    words: { en: 'announced', de: 'angekündigt' },
    events: [],
  },
  {
    site: 'stargate-uk',
    figure: 'stargate-uk-gpus',
    state: 'paused',
    bound: 'exact',
    words: { en: 'planned, on hold since April 2026', de: 'geplant, ruht seit April 2026' },
    events: ['stargate-uk-paused'],
  },
];

export const SUMS: readonly SumRow[] = [
  {
    figure: 'stargate-usd',
    kind: 'programme',
    org: 'openai',
    bound: 'up-to',
    state: 'announced',
    name: same('Stargate'),
    terms: { en: 'announced at the White House', de: 'im Weißen Haus angekündigt' },
    events: ['stargate-announced'],
  },
  {
    figure: 'stargate-usd-2025-09',
    kind: 'programme',
    org: 'openai',
    bound: 'more-than',
    state: 'announced',
    name: same('Stargate'),
    terms: { en: 'planned over three years', de: 'geplant über drei Jahre' },
    events: ['stargate-five-sites'],
  },
  {
    figure: 'hyperion-finance',
    kind: 'site',
    org: 'meta',
    bound: 'exact',
    state: 'agreed',
    name: same('Hyperion'),
    terms: { en: 'financing agreed with Blue Owl', de: 'Finanzierung mit Blue Owl vereinbart' },
    events: ['hyperion-financing'],
  },
  {
    figure: 'abilene-invest',
    kind: 'site',
    org: 'openai',
    bound: 'exact',
    state: 'agreed',
    name: same('Stargate Abilene'),
    terms: { en: 'debt and equity raised by Crusoe and partners', de: 'Kredit und Kapital, aufgebracht von Crusoe und anderen' },
    events: [],
  },
  {
    figure: 'prometheus-loan',
    kind: 'site',
    org: 'meta',
    bound: 'exact',
    state: 'sought',
    name: same('Prometheus'),
    terms: { en: 'loan sought', de: 'Kredit gesucht' },
    events: [],
  },
  {
    figure: 'colossus1-lease-price',
    kind: 'month',
    org: 'xai',
    bound: 'exact',
    state: 'agreed',
    name: { en: 'Anthropic to SpaceX', de: 'Anthropic an SpaceX' },
    terms: { en: 'for Colossus; the term is disputed', de: 'für Colossus; die Laufzeit ist strittig' },
    events: ['colossus-leased'],
  },
  {
    figure: 'google-colossus-rent',
    kind: 'month',
    org: 'xai',
    bound: 'exact',
    state: 'agreed',
    name: { en: 'Google to SpaceX', de: 'Google an SpaceX' },
    terms: { en: 'from October 2026, as disclosed in a filing', de: 'ab Oktober 2026, laut einer Pflichtmitteilung' },
    events: ['google-rents-colossus'],
  },
];
