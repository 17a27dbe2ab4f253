/** What `careers` counts and says: four hires of one day, and people who moved more than once between the four. */
import type { Dataset, Lang, Move, OrgId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import { formatList, spellNumber } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { capital } from '~/i18n/sentence';
import { coreOrganisations } from '~/model/flows';
import { namesIn } from '~/model/names';
import { selectMoves } from '~/model/select';
import type { ChartDefinition, ChartModel, ChartWords, Evidence, Row } from '../contract';
import { type Career, careersOf, crossing, type Stay } from './stays';

export type CareersView = { kind: 'hires'; wave: string } | { kind: 'wanderers' };

export interface CareersModel extends ChartModel {
  lang: Lang;
  view: CareersView;
  careers: readonly Career[];
  orgs: readonly { id: OrgId; name: string }[];
  nameOf(org: OrgId): string;
  /** Companies of Elon Musk: each with the event that says so. */
  musks: ReadonlyMap<OrgId, Evidence>;
  /** Earlier employers that two of the people share, and whether the data says that they worked together there. */
  shared: readonly { people: readonly [string, string]; org: OrgId; together: boolean }[];
  /** Who went through all of the companies in the fewest months. */
  crossed?: { person: string; first: Move; last: Move; months: number };
  /** Where the last move of every career leads, if that is one company. */
  sameEnd?: OrgId;
  /** The first year in which all of the companies existed, for an axis that begins there. */
  since: string;
}

/**
 * Whose company it is stands in no column: he set up xAI, and heads Tesla, whose shareholders voted on his pay.
 * Without its event a company is not counted as his.
 */
const MUSK_EVENTS: Readonly<Record<OrgId, string>> = { xai: 'xai-founded', tesla: 'tesla-vote-2025' };
/** The youngest of the four: before it there is nothing to move between. */
const ALL_EXIST_SINCE = 'xai-founded';

export const definition: ChartDefinition<CareersView, CareersModel> = {
  id: 'careers',

  views: () => [
    { slug: '', view: { kind: 'hires', wave: 'scaling-team-2025' } },
    { slug: 'wanderers', view: { kind: 'wanderers' } },
  ],

  model(data, view, lang) {
    const nameOf = namesIn(data, lang);
    const orgs = coreOrganisations(data).map(({ id }) => ({ id, name: nameOf(id) }));
    const musks = new Map(
      Object.entries(MUSK_EVENTS)
        .filter(([, id]) => data.events.some((event) => event.id === id))
        .map(([org, id]) => [org, { kind: 'event', id }] as const),
    );
    const careers =
      view.kind === 'hires'
        ? [...careersOf(data, hired(data, view.wave), lang)].sort(
            (a, b) => Number(isMusks(b, musks)) - Number(isMusks(a, musks)),
          )
        : [...careersOf(data, wanderers(data), lang)].sort(
            (a, b) => arrival(a) - arrival(b) || a.stays.length - b.stays.length,
          );
    const all = orgs.map((org) => org.id);
    const crossed = careers
      .flatMap((career) => {
        const run = view.kind === 'wanderers' ? crossing(career, all) : undefined;
        return run ? [{ person: career.person, ...run }] : [];
      })
      .sort((a, b) => a.months - b.months)[0];
    const ends = new Set(careers.map((career) => lastMove(career)?.to));
    return {
      asOf: data.movesTo,
      lang,
      view,
      careers,
      orgs,
      nameOf,
      musks,
      shared: sharedEmployers(data, careers),
      crossed,
      sameEnd: ends.size === 1 ? [...ends][0] : undefined,
      since: (data.events.find((event) => event.id === ALL_EXIST_SINCE)?.date ?? data.movesTo).slice(0, 4),
    };
  },

  words(model, say, lang) {
    const words = model.view.kind === 'hires' ? hireWords(model, say, lang) : wandererWords(model, say, lang);
    return { ...words, foot: say('foot') };
  },

  table(model, say, lang) {
    const rows = model.careers.flatMap((career) => {
      const stays = [...career.before, ...career.stays];
      return stays.map((stay, i) => rowOf(model, stay, stays[i + 1], say, lang));
    });
    return {
      caption: say(`table.${model.view.kind}`, { n: model.careers.length }),
      columns: ['person', 'company', 'role', 'start', 'end', 'next', 'status'].map((key) => ({
        key,
        label: say(`table.${key}`),
      })),
      rows,
    };
  },
};

/** People of a wave, in the order of careers.csv. */
function hired(data: Dataset, wave: string): string[] {
  const joined = new Set(selectMoves(data.moves, { wave }).map((move) => move.person));
  return [...new Set([...data.careers.map((row) => row.person), ...joined])].filter((person) =>
    joined.has(person),
  );
}

/** People of careers.csv's group, and everybody with more than one move between the four. */
function wanderers(data: Dataset): string[] {
  const core = selectMoves(data.moves);
  const often = core.map((move) => move.person).filter((person, i, all) => all.indexOf(person) !== i);
  const listed = data.careers.filter((row) => row.group === 'wanderers').map((row) => row.person);
  return [...new Set([...listed, ...often])];
}

/** The move out of the last company but one: where the career leads. */
export const lastMove = (career: Career): Move | undefined =>
  career.stays.findLast((stay) => stay.exit)?.exit;

const arrival = (career: Career) =>
  career.stays.findLast((stay) => stay.left)?.left?.[1] ?? Number.POSITIVE_INFINITY;

const isMusks = (career: Career, musks: CareersModel['musks']) => musks.has(lastMove(career)?.from ?? '');

function sharedEmployers(data: Dataset, careers: readonly Career[]): CareersModel['shared'] {
  const roleEn = (stay: Stay) => data.careers.find((row) => row.id === stay.id)?.role.en ?? '';
  const surname = (person: string) => person.split(' ').at(-1) ?? person;
  return careers.flatMap((a, i) =>
    careers.slice(i + 1, i + 2).flatMap((b) =>
      a.before.flatMap((here) => {
        const there = b.before.find((stay) => stay.org === here.org);
        if (!there) return [];
        const together =
          roleEn(here).includes(surname(b.person)) || roleEn(there).includes(surname(a.person));
        return [{ people: [a.person, b.person] as const, org: here.org, together }];
      }),
    ),
  );
}

/** Whether the move that a stay is drawn for is confirmed; a step without any is as known as its row. */
export const isConfirmed = (stay: Stay): boolean => (stay.exit ?? stay.entry)?.confirmed ?? true;

/** What somebody did there, and whether one page alone says so. */
export const roleOf = (stay: Pick<Stay, 'role' | 'oneSource'>, say: Say): string =>
  stay.oneSource && stay.role ? say('role.single', { role: stay.role }) : stay.role;

function rowOf(model: CareersModel, stay: Stay, following: Stay | undefined, say: Say, lang: Lang): Row {
  const date = (value: string) => formatDate(value, lang);
  const here = following?.org === stay.org ? following : undefined;
  const unknownEnd = stay.exit || following ? say('table.unknown') : say('table.open');
  const end = stay.end || (stay.exit?.dateMeans === 'left' ? stay.exit.date : '') || here?.start || '';
  const move = stay.exit ?? (following ? undefined : stay.entry);
  const musk = stay.exit && model.view.kind === 'hires' ? model.musks.get(stay.org) : undefined;
  return {
    id: stay.id,
    evidence: musk ? [...stay.evidence, musk] : stay.evidence,
    cells: {
      person: stay.person,
      company: model.nameOf(stay.org),
      role: roleOf(stay, say),
      start: stay.start ? date(stay.start) : say('table.unknown'),
      end: stay.exitReported
        ? say('table.endReported', { end: date(end), date: date(stay.exitReported) })
        : end
          ? date(end)
          : unknownEnd,
      next: stay.exit
        ? say('table.to', { org: model.nameOf(stay.exit.to), date: date(stay.exit.date) })
        : here
          ? here.role
          : say('table.none'),
      status: move ? say(`table.${move.status}`) : say('table.none'),
    },
  };
}

function hireWords(model: CareersModel, say: Say, lang: Lang): Omit<ChartWords, 'foot'> {
  const { careers, nameOf } = model;
  const moves = careers.flatMap((career) => lastMove(career) ?? []);
  const n = careers.length;
  const musk = careers.filter((career) => isMusks(career, model.musks)).length;
  const confirmed = moves.filter((move) => move.confirmed).length;
  const origins = [...new Set(moves.map((move) => move.from))].map((org) => ({
    org,
    people: moves.filter((move) => move.from === org).map((move) => move.person),
  }));
  const dates = [...new Set(moves.map((move) => move.date))].sort();
  const values = {
    n,
    people: spellNumber(n, lang),
    People: capital(spellNumber(n, lang)),
    musk,
    muskWord: spellNumber(musk, lang),
    Musk: capital(spellNumber(musk, lang)),
    confirmed,
    to: nameOf(moves[0]?.to ?? ''),
    date: formatDate(dates[0] ?? model.asOf, lang),
    list: formatList(
      origins.map(({ org, people }) =>
        say('hires.origin', { people: formatList(people, lang), org: nameOf(org) }),
      ),
      lang,
    ),
  };
  if (n === 0)
    return {
      name: say('hires.name', values),
      title: say('empty'),
      subtitle: say('empty'),
      summary: say('empty'),
    };
  // The finding holds while most, and not all, came from there.
  const found = musk >= 2 && musk > n / 2 && musk < n;
  return {
    name: say('hires.name', values),
    title: say(found ? 'hires.title' : 'hires.title.neutral', values),
    subtitle: `${say('hires.subtitle', values)} ${say(confirmed === n ? 'hires.confirmed' : 'marks', values)}`,
    summary: say('hires.summary', values),
  };
}

function wandererWords(model: CareersModel, say: Say, lang: Lang): Omit<ChartWords, 'foot'> {
  const { careers, crossed, nameOf } = model;
  const n = careers.length;
  const values = {
    n,
    number: spellNumber(n, lang),
    Number: capital(spellNumber(n, lang)),
    orgs: spellNumber(model.orgs.length, lang),
    list: formatList(
      careers.map((career) => career.person),
      lang,
    ),
    last: nameOf(model.sameEnd ?? ''),
    same: model.sameEnd ? 'yes' : 'no',
    person: crossed?.person ?? '',
    months: crossed?.months ?? 0,
    since: crossed ? formatDate(crossed.first.date, lang, 'month') : '',
    until: crossed ? formatDate(crossed.last.date, lang, 'month') : '',
  };
  if (n === 0)
    return {
      name: say('wanderers.name'),
      title: say('wanderers.empty'),
      subtitle: say('wanderers.empty'),
      summary: say('wanderers.empty'),
    };
  return {
    name: say('wanderers.name', values),
    title: say(crossed ? 'wanderers.title' : 'wanderers.title.neutral', values),
    subtitle: say('wanderers.subtitle', values),
    summary: say(crossed ? 'wanderers.summary' : 'wanderers.summary.neutral', values),
  };
}
