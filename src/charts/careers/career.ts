/** What a career is, and what is asked of one. */
import type { Move, OrgId, PartialDate } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';
import type { Evidence } from '../contract';
import type { Known } from '../move-mark';

/** Within which instants something happened: earliest, latest (milliseconds, UTC). */
export type Span = readonly [earliest: number, latest: number];

/** What one row says, before it is known when its dates may lie. */
export interface Step {
  /** The move out of it, which has the same id in every chart; else the row of careers.csv. */
  id: string;
  person: string;
  org: OrgId;
  role: string;
  /** The row of careers.csv rests on one page alone. */
  oneSource: boolean;
  /** As the row has it; '' where no source gives it. */
  start: PartialDate | '';
  end: PartialDate | '';
  /** How long it lasted, in whole years, where only that is known. */
  years: number | undefined;
  /** People who worked there as well, by the sources. */
  with: readonly string[];
  /** The event that reports the exit before the move out of it, or where none is known. */
  exitEvent: string;
  entry?: Move | undefined;
  exit?: Move | undefined;
  evidence: readonly Evidence[];
}

export interface Stay extends Step {
  /** Absent where nothing bounds it; a start no source gives may still be bounded. */
  began: Span | undefined;
  ended: Span | undefined;
  /** When the move out of it may have happened. */
  left: Span | undefined;
  /** Its exit was reported before the move out of it, or without one: the date of that report. */
  exitReported: PartialDate | undefined;
}

export interface Career {
  person: string;
  /** At the companies of this chart, in order. */
  stays: readonly Stay[];
  /** At other companies. */
  before: readonly Step[];
  /** How many people it stands for: one, unless careers are merged. */
  people: number;
  /** Of several: who they are. */
  names?: string;
  /** Whether it goes on after what is drawn of it. */
  goesOn?: boolean;
  /** What came later at the company the drawing ends with: told in the table. */
  after?: readonly Step[];
}

/** The move out of the last company but one: where the career leads. */
export const lastMove = (career: Career): Move | undefined =>
  career.stays.findLast((stay) => stay.exit)?.exit;

/** How well the move is known that a stay is drawn for; a step without any is as known as its row. */
export const knownOf = (stay: Step): Known => stay.exit ?? stay.entry ?? { confirmed: true };

/** What somebody did there, and whether one page alone says so. */
export const roleOf = (stay: Pick<Step, 'role' | 'oneSource'>, say: Say): string =>
  stay.oneSource && stay.role ? say('role.single', { role: stay.role }) : stay.role;

/** "exit reported in April 2026"; '' where no report of it is known apart from the move out. */
export const exitReport = ({ exitReported }: Pick<Stay, 'exitReported'>, say: Say, lang: Lang): string =>
  exitReported
    ? say('exit.reported', { date: formatDate(exitReported, lang, 'month').replaceAll(' ', '\u00a0') })
    : '';

export const peopleIn = (careers: readonly Career[]) =>
  careers.reduce((sum, career) => sum + career.people, 0);

/** Who a band is: a name, or how many people. */
export const personOf = (career: Career, say: Say): string =>
  career.people > 1 ? say('people', { n: career.people }) : career.person;
