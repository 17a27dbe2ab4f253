/** What `careers` says: titles and sentences, each computed from rows and giving way where it would be false. */
import type { OrgId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatList, spellNumber } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { capital } from '~/i18n/sentence';
import type { ChartWords } from '../contract';
import { keyTo } from '../move-mark';
import { type Career, knownOf, lastMove, peopleIn, personOf } from './career';
import type { CareersModel } from './model';

/** What each of their marks is drawn for. */
const drawnIn = (careers: readonly Career[]) =>
  careers.flatMap(({ stays }) => stays.map((stay) => knownOf(stay)));

type Words = Omit<ChartWords, 'foot'>;

export function hireWords(model: CareersModel, say: Say, lang: Lang): Words {
  const { careers, nameOf } = model;
  const moves = careers.flatMap((career) => lastMove(career) ?? []);
  const n = peopleIn(careers);
  const [group] = model.groups;
  const head = group?.head ?? '';
  const headed = group && head ? peopleIn(group.careers) : 0;
  const values = {
    n,
    people: spellNumber(n, lang),
    People: capital(spellNumber(n, lang)),
    head,
    headed,
    headedWord: spellNumber(headed, lang),
    Headed: capital(spellNumber(headed, lang)),
    to: nameOf(moves[0]?.to ?? ''),
    date: formatDate(model.hired || model.asOf, lang),
    list: originsOf(model, say, lang),
    on: careers.filter((career) => career.goesOn).length,
    later: formatList(
      careers.filter((career) => career.goesOn).map((career) => personOf(career, say)),
      lang,
    ),
  };
  const name = say('hires.name', values);
  if (n === 0) return empty(name, say('empty'));
  // The finding holds while most, and not all, came from there.
  const found = headed >= 2 && headed > n / 2 && headed < n;
  const confirmed = moves.every((move) => move.confirmed);
  const marks = say(confirmed ? 'hires.confirmed' : 'marks', values);
  const key = `${say('hires.key')} ${keyTo(drawnIn(careers), say, marks)}`;
  return {
    name,
    title: say(found ? 'hires.title' : 'hires.title.neutral', values),
    subtitle: `${say('hires.subtitle', values)} ${key}`,
    key,
    summary: say('hires.summary', values),
  };
}

/** "David Lau from Tesla, Uday Ruddarraju and Mike Dalton from xAI". */
function originsOf({ careers, nameOf }: CareersModel, say: Say, lang: Lang): string {
  const origins = Map.groupBy(careers, (career): OrgId => lastMove(career)?.from ?? '');
  return formatList(
    [...origins].map(([org, own]) => {
      const people = formatList(
        own.map((career) => personOf(career, say)),
        lang,
      );
      return say('hires.origin', { people, org: nameOf(org) });
    }),
    lang,
  );
}

/** So many are named in a summary. */
const NAMED = 12;

export function wandererWords(model: CareersModel, say: Say, lang: Lang): Words {
  const { careers, crossed, nameOf } = model;
  const n = careers.length;
  const people = careers.map((career) => career.person);
  const values = {
    n,
    Number: capital(spellNumber(n, lang)),
    number: spellNumber(n, lang),
    orgs: spellNumber(model.orgs.length, lang),
    all: formatList(
      model.orgs.map((org) => org.name),
      lang,
    ),
    list: n > NAMED ? '' : formatList(people, lang),
    named: n > NAMED ? 'no' : 'yes',
    last: nameOf(model.sameEnd ?? ''),
    same: model.sameEnd ? 'yes' : 'no',
    person: crossed?.person ?? '',
    months: crossed?.months ?? 0,
    since: crossed ? formatDate(crossed.first.date, lang, 'month') : '',
    until: crossed ? formatDate(crossed.last.date, lang, 'month') : '',
  };
  const name = say('wanderers.name', values);
  if (n === 0) return empty(name, say('wanderers.empty'));
  const key = keyTo(drawnIn(careers), say, say('wanderers.key'));
  return {
    name,
    title: say(crossed ? 'wanderers.title' : 'wanderers.title.neutral', values),
    subtitle: `${say('wanderers.subtitle', values)} ${key}`,
    key,
    summary: say(crossed ? 'wanderers.summary' : 'wanderers.summary.neutral', values),
  };
}

const empty = (name: string, said: string): Words => ({ name, title: said, subtitle: said, summary: said });
