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
type MoveId = string;

export interface Organisation {
  id: OrgId;
  name: Localised;
  /** `core`: one of those the story is about; `outside`: everyone else. */
  scope: 'core' | 'outside';
  /** Order in every chart and menu; 1 is first. */
  rank: number;
  /** Event that tells when it began: nobody worked there earlier. Empty where none does. */
  founded: string;
  /** Who heads it, and the event that says so; both empty where no chart needs it. */
  headedBy: string;
  headedEvent: string;
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

interface Wave {
  id: string;
  name: Localised;
  rank: number;
}

export interface CareerStep {
  id: string;
  person: string;
  /** Those who are followed together; what a group is called is the content's. */
  group: string;
  org: OrgId;
  role: Localised;
  /** Empty where no source gives it. */
  start: PartialDate | '';
  end: PartialDate | '';
  /** Event that reported the exit, where the end is known less exactly; empty where none does. */
  exitEvent: string;
  /** How many whole years it lasted, where a source says so. */
  years: number | undefined;
  /** People with whom the person worked there, said in the row of one of them. */
  with: readonly string[];
  sources: readonly SourceId[];
}

export interface FigureRow {
  id: string;
  subject: Localised;
  measure: Localised;
  value: number;
  /** How it was limited where it was named; '' where it was named as it stands. */
  bound: 'at-least' | 'more-than' | 'up-to' | 'under' | 'about' | 'nearly' | '';
  unit: string;
  /** Of a power: that of the computers alone, or of the whole site; '' where no source says. */
  power: 'it' | 'site' | '';
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
  /** In a few words; empty where no chart needs it. */
  short: Localised;
  /** Stands on the time axis of moves, under its short name. */
  onAxis: boolean;
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
  publisher: Localised;
  title: string;
  url: string;
  /** Empty where the page shows no date. */
  published: PartialDate | '';
  language: string;
  kind: 'first-party' | 'original-report' | 'wire' | 'secondary';
  /** How the text was read; empty where it was read on the page itself. */
  read: Localised;
  /** Empty where nobody else's report is known to stand behind the page. */
  originalPublisher: Localised;
  originalTitle: string;
  originalUrl: string;
  originalDate: PartialDate | '';
}

/** One thing the first German report said otherwise than the other sources. */
interface MisreportRow {
  id: string;
  said: Localised;
  correct: Localised;
  sources: readonly SourceId[];
}

/** A claim that sources tell in several ways, and which of them is used here. */
export interface ConflictRow {
  id: string;
  claim: Localised;
  /** What is used, and why. */
  used: Localised;
  /** Rows that it concerns. */
  moves: readonly MoveId[];
  careers: readonly string[];
  figures: readonly string[];
  events: readonly string[];
  quotes: readonly string[];
}

/** One of the ways in which a conflict is told. */
interface VariantRow {
  id: string;
  conflict: string;
  said: Localised;
  /** Who says so. */
  by: Localised;
  sources: readonly SourceId[];
}

/** How a sum was limited where it was named. */
export type Bound = 'exact' | 'up-to' | 'more-than';

/** One sum of pay as somebody put it. */
export interface ClaimRow {
  /** Figure with the sum, in US dollars; its id is the claim's. */
  figure: string;
  bound: Bound;
  /** What stands behind it. */
  basis: 'statement' | 'press' | 'contract';
  /** Over how many it is spread; undefined where that is not known, or where it is paid at once. */
  years: number | undefined;
  terms: Localised;
  says: Localised;
  /** Empty where the sources show nobody who does. */
  denies: Localised;
  quotes: readonly string[];
  events: readonly string[];
}

/** One line of the docket, opened and closed by events. */
export interface CaseRow {
  id: string;
  kind: 'tie' | 'suit';
  /** A span from its first event to its last, or a point for each. */
  drawn: 'span' | 'points';
  /** Whose colour it has; empty for none. */
  org: OrgId | '';
  title: Localised;
  start: string;
  /** Events between start and end. */
  steps: readonly string[];
  /** Empty while it is open, or where the start is all there is. */
  end: string;
  /** Events that carry the outcome without being drawn. */
  also: readonly string[];
  /** Empty for a tie. */
  result: 'withdrawn' | 'late' | 'dismissed' | 'granted' | 'settled' | 'open' | '';
  /** What the person it is about was there, in the line that begins with the founding; else empty. */
  role: Localised;
  outcome: Localised;
}

/** A named data centre and the figures of its power; a figure is '' where none is known. */
export interface SiteRow {
  id: string;
  org: OrgId;
  name: Localised;
  running: string;
  /** The same by another source. */
  runningAlso: string;
  /** In all, the running part included. */
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

/** Chips reported or planned at a site at one time. */
export interface MachineRow {
  /** Figure with their number; its id is the row's. */
  figure: string;
  site: string;
  state: 'running' | 'leased' | 'planned' | 'paused';
  words: Localised;
  events: readonly string[];
}

/** Money named for a programme or a site. */
export interface SumRow {
  /** Figure with the sum; its id is the row's. */
  figure: string;
  kind: 'programme' | 'site' | 'month';
  org: OrgId;
  bound: Bound;
  state: 'agreed' | 'announced' | 'sought';
  name: Localised;
  terms: Localised;
  events: readonly string[];
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

/** Every table and what its rows are: a new one is listed here, described in datapackage.json, and read in rows.ts. */
export interface Rows {
  organisations: Organisation;
  waves: Wave;
  moves: Move;
  careers: CareerStep;
  figures: FigureRow;
  events: EventRow;
  quotes: QuoteRow;
  sources: Source;
  misreports: MisreportRow;
  conflicts: ConflictRow;
  variants: VariantRow;
  claims: ClaimRow;
  cases: CaseRow;
  sites: SiteRow;
  machines: MachineRow;
  sums: SumRow;
  corrections: CorrectionRow;
}

type Tables = { readonly [T in keyof Rows]: readonly Rows[T][] };

/** A table as its descriptor tells of it. */
export interface TableFile {
  name: string;
  path: string;
  title: Localised;
  columns: readonly { name: string; title: Localised; description: Localised }[];
}

/** Everything there is, as of one release. Deeply frozen. */
export interface Dataset extends Tables {
  /** Every table as a file to take, in the order of the descriptor. */
  files: readonly TableFile[];
  /** Latest date of a core move and of an event: the dates of data printed on every chart. */
  movesTo: PartialDate;
  eventsTo: PartialDate;
}
