/** Where blocks of `balance` stand: a slot for each period and direction, all as wide, so that a move has one area everywhere. */
import { sum } from 'd3';
import { TICK_SIZE } from '~/kit/axis';
import { text } from '~/kit/text';
import { inYears, type OrgBalance, type Period } from './model';

/** A slot is no wider, however few there are. */
const WIDEST = 90;
/** Between two slots, and free around a period set aside, in slots. */
const BETWEEN = 0.12;
const ASIDE = 0.6;
/** How much narrower slots may be so that short years have room for their numbers. */
const YIELD = 0.7;

/** A period from left to right, CSS pixels: its blocks stand in the middle. */
export interface Place {
  period: Period;
  /** Only the year is known, among months. */
  aside: boolean;
  x: number;
  width: number;
  /** Left edge of its first slot. */
  slot: number;
}

export interface Slots {
  /** From slot to slot, and of a block. */
  pitch: number;
  block: number;
  places: readonly Place[];
  years: readonly { year: string; at: number }[];
}

const directionsIn = (period: Period) => [period.in, period.out].filter(({ length }) => length > 0).length;

/** Periods of a year, one after the other. */
interface Year {
  year: string;
  own: readonly { period: Period; aside: boolean; slots: number }[];
  slots: number;
  /** Its number has room. */
  least: number;
}

function yearsOf(org: OrgBalance): readonly Year[] {
  const all = inYears(org);
  return [...Map.groupBy(org.periods, ({ date }) => date.slice(0, 4))].map(([year, periods]) => {
    const own = periods.map((period) => {
      const aside = !all && period.date.length === 4;
      return { period, aside, slots: directionsIn(period) + (aside ? ASIDE : 0) };
    });
    const least = text(year, { size: TICK_SIZE }).width + 9;
    return { year, own, slots: sum(own, ({ slots }) => slots), least };
  });
}

/** As wide as all have room, where a year too short for its number gets what that takes; 0 where not all have that. */
function pitchOf(years: readonly Year[], width: number): number {
  if (years.length === 0) return 0;
  const pitch = width / sum(years, ({ slots }) => slots);
  const enough = years.filter(({ slots, least }) => slots * pitch >= least);
  if (enough.length === years.length) return pitch;
  return pitchOf(enough, width - sum(years, (year) => (enough.includes(year) ? 0 : year.least)));
}

export function slotsOf(org: OrgBalance, width: number): Slots {
  const years = yearsOf(org);
  const bare = years.map((year) => ({ ...year, least: 0 }));
  const shown = pitchOf(years, width) >= YIELD * pitchOf(bare, width) ? years : bare;
  const pitch = Math.min(WIDEST, pitchOf(shown, width));
  let x = 0;
  const drawn = shown.map(({ year, own, least }) => {
    const at = x;
    const places = own.map(({ period, aside, slots }): Place => {
      const place = { period, aside, x, width: slots * pitch, slot: x + (aside ? (ASIDE / 2) * pitch : 0) };
      x += place.width;
      return place;
    });
    x = Math.max(x, at + least);
    return { year, at, places };
  });
  return {
    pitch,
    block: (1 - BETWEEN) * pitch,
    places: drawn.flatMap(({ places }) => places),
    years: drawn,
  };
}
