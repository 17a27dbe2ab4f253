/** The rows of the Data Package as the rest of the code sees them: parsed, checked, frozen. */

import type { Lang } from '~/i18n/languages';

export type { Lang };

/** A text that exists once per language (columns `name_en`, `name_de` of a CSV become `name`). */
export type Localised = Readonly<Record<Lang, string>>;

/** A date exactly as precise as its source: `2025`, `2025-06` or `2025-06-28`. */
export type PartialDate = string;
export type Precision = 'year' | 'month' | 'day';

export type OrgId = string;
export type SourceId = string;
export type MoveId = string;

export interface Organisation {
  id: OrgId;
  name: Localised;
  /** `core`: one of the four the story is about; `outside`: everyone else. */
  scope: 'core' | 'outside';
  /** Order in every chart and menu; 1 is first. */
  rank: number;
}

export type Status = 'confirmed-by-person' | 'confirmed-by-company' | 'reported';
export type MoveFunction =
  | 'research'
  | 'engineering'
  | 'infrastructure'
  | 'product'
  | 'leadership'
  | 'finance'
  | 'other';

/** One person, one reported change of employer. */
export interface Move {
  id: MoveId;
  person: string;
  from: OrgId;
  to: OrgId;
  date: PartialDate;
  /** Derived from the written form of `date`. */
  precision: Precision;
  /** What happened on that date. */
  dateMeans: 'reported' | 'announced' | 'left' | 'started';
  fromRole: Localised;
  toRole: Localised;
  function: MoveFunction;
  status: Status;
  /** Derived: the status is one of the two confirmed ones. */
  confirmed: boolean;
  scope: 'core' | 'outside';
  /** Moves reported together; empty where none. */
  wave: string;
  sources: readonly SourceId[];
  /** Derived: exactly one source carries the row. */
  singleSource: boolean;
  note: Localised;
}

export interface Wave {
  id: string;
  name: Localised;
  rank: number;
}

export interface CareerStep {
  id: string;
  person: string;
  /** `four`: hired on 8 July 2025; `wanderers`: three or four of the companies, or there and back. */
  group: 'four' | 'wanderers';
  org: OrgId;
  role: Localised;
  /** Empty where no source gives it. */
  start: PartialDate | '';
  end: PartialDate | '';
  sources: readonly SourceId[];
}

export interface FigureRow {
  id: string;
  subject: Localised;
  measure: Localised;
  value: number;
  unit: string;
  /** Where the row counts moves of one ordered pair: its origin and destination, else ''. */
  from: OrgId | '';
  to: OrgId | '';
  /** `total` counts all of the pair, `further` those beside the named, `alleged` is a party's count in court. */
  basis: 'total' | 'further' | 'alleged' | '';
  date: PartialDate;
  sources: readonly SourceId[];
  singleSource: boolean;
  note: Localised;
}

export interface EventRow {
  id: string;
  date: PartialDate;
  precision: Precision;
  orgs: readonly OrgId[];
  title: Localised;
  detail: Localised;
  sources: readonly SourceId[];
  singleSource: boolean;
}

export interface QuoteRow {
  id: string;
  speaker: string;
  role: Localised;
  date: PartialDate;
  /** Verbatim, in the language it was seen in (`language`). */
  quote: string;
  language: string;
  /** Translations, marked as such where shown; the entry of the original language is empty. */
  translation: Localised;
  context: Localised;
  sources: readonly SourceId[];
}

export interface Source {
  id: SourceId;
  publisher: string;
  title: string;
  url: string;
  /** Empty where the page shows no date. */
  published: PartialDate | '';
  language: string;
  kind: 'first-party' | 'original-report' | 'wire' | 'secondary';
  originalPublisher: string;
  originalTitle: string;
  originalUrl: string;
  originalDate: PartialDate | '';
  /** Read and kept, though no row cites it. */
  background: boolean;
}

/** One thing the first German report said otherwise than the other sources. */
export interface MisreportRow {
  id: string;
  said: Localised;
  correct: Localised;
  sources: readonly SourceId[];
}

/** One correction of the data since its first release. */
export interface CorrectionRow {
  id: string;
  /** Always a full day. */
  date: PartialDate;
  /** Resource that was corrected: `moves`, `figures`, ... */
  table: string;
  /** Empty where the row is not to be named, or the whole table is meant. */
  row: string;
  what: Localised;
}

/** Everything there is, as of one release. Deeply frozen. */
export interface Dataset {
  organisations: readonly Organisation[];
  waves: readonly Wave[];
  moves: readonly Move[];
  careers: readonly CareerStep[];
  figures: readonly FigureRow[];
  events: readonly EventRow[];
  quotes: readonly QuoteRow[];
  sources: readonly Source[];
  misreports: readonly MisreportRow[];
  corrections: readonly CorrectionRow[];
  /** Latest date of a core move and of an event: the dates of data printed on every chart. */
  movesTo: PartialDate;
  eventsTo: PartialDate;
}
