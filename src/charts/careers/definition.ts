/** What `careers` counts: the hires of one wave, and people who moved more than once between the companies. */
import type { Dataset } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatList, spellNumber } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { coreOrganisations } from '~/model/flows';
import { namesIn } from '~/model/names';
import { selectMoves } from '~/model/select';
import type { ChartDefinition, Row } from '../contract';
import { statusOf } from '../move-mark';
import { type Career, exitReport, lastMove, peopleIn, personOf, roleOf, type Step } from './career';
import type { CareersModel, CareersView, Group } from './model';
import { crossing } from './spans';
import { careersOf } from './stays';
import { hireWords, wandererWords } from './words';

/** Above this many hires those from one company are one band, and one row. */
export const PEOPLE_UP_TO = 12;

export const definition: ChartDefinition<CareersView, CareersModel> = {
  id: 'careers',
  needs: ['careers'],

  views: () => [
    { slug: '', view: { kind: 'hires' } },
    { slug: 'wanderers', view: { kind: 'wanderers' } },
  ],

  model(data, view, lang) {
    const core = coreOrganisations(data);
    const heads = new Map(
      data.organisations
        .filter((org) => org.headedBy && org.headedEvent)
        .map((org) => [
          org.id,
          { person: org.headedBy, evidence: { kind: 'event', id: org.headedEvent } as const },
        ]),
    );
    const groups = view.kind === 'hires' ? hires(data, lang, heads) : [];
    const careers =
      view.kind === 'hires'
        ? groups.flatMap((group) => group.careers)
        : careersOf(data, wanderers(data), lang).sort(byArrival);
    const all = core.map((org) => org.id);
    const crossings = careers.flatMap((career) => {
      const run = view.kind === 'wanderers' ? crossing(career, all) : undefined;
      return run ? [{ person: career.person, ...run }] : [];
    });
    const ends = new Set(careers.map((career) => lastMove(career)?.to));
    const begins = core.flatMap(({ founded }) => data.events.find(({ id }) => id === founded)?.date ?? []);
    return {
      asOf: data.movesTo,
      view,
      careers,
      groups,
      hired: careers.flatMap((career) => lastMove(career)?.date ?? []).sort()[0] ?? '',
      orgs: core.map(({ id, name }) => ({ id, name: name[lang] })),
      nameOf: namesIn(data, lang),
      heads,
      crossed: crossings.sort((a, b) => a.months - b.months)[0],
      sameEnd: ends.size === 1 ? [...ends][0] : undefined,
      since: (begins.sort().at(-1) ?? data.movesTo).slice(0, 4),
    };
  },

  words(model, say, lang) {
    const words = model.view.kind === 'hires' ? hireWords(model, say, lang) : wandererWords(model, say, lang);
    return { ...words, foot: say('foot') };
  },

  table(model, say, lang) {
    const rows = model.careers.flatMap((career) => {
      const steps = [...career.before, ...career.stays, ...(career.after ?? [])];
      return steps.map((step, i) => rowOf({ model, career, step, following: steps[i + 1], say, lang }));
    });
    return {
      caption: say(`table.${model.view.kind}`, {
        n: peopleIn(model.careers),
        orgs: spellNumber(model.orgs.length, lang),
      }),
      columns: ['person', 'company', 'role', 'start', 'end', 'next', 'status'].map((key) => ({
        key,
        label: say(`table.${key}`),
        ...(key === 'person' ? { name: true } : {}),
      })),
      rows,
    };
  },
};

/** The largest group first, those under no head last. */
function hires(data: Dataset, lang: Lang, heads: CareersModel['heads']): Group[] {
  const { wave, people } = hired(data);
  const all = careersOf(data, people, lang)
    .map((career) => untilHire(career, wave))
    .filter(lastMove);
  const shown = all.length > PEOPLE_UP_TO ? byOrigin(all, lang) : all;
  const headOf = (career: Career) => heads.get(lastMove(career)?.from ?? '')?.person ?? '';
  return [...Map.groupBy(shown, headOf)]
    .map(([head, careers]) => ({ head: peopleIn(careers) > 1 ? head : '', careers }))
    .sort((a, b) => (b.head ? peopleIn(b.careers) : 0) - (a.head ? peopleIn(a.careers) : 0));
}

/**
 * The hires that careers.csv follows, in its order, and whoever was hired in the same wave. Its rows say which people
 * are followed together: the hires are the group most of whose people came in one wave.
 */
function hired(data: Dataset): { group: string; wave: string; people: string[] } {
  const moves = selectMoves(data.moves).filter((move) => move.wave);
  const joinedIn = new Map(
    [...Map.groupBy(moves, (move) => move.wave)].map(([wave, own]) => [
      wave,
      new Set(own.map((move) => move.person)),
    ]),
  );
  const candidates = [...Map.groupBy(data.careers, (row) => row.group)].flatMap(([group, rows]) => {
    const listed = new Set(rows.map((row) => row.person));
    return [...joinedIn].map(([wave, joined]) => {
      const people = [...new Set([...listed, ...joined])].filter((person) => joined.has(person));
      return { group, wave, people, share: listed.intersection(joined).size / listed.size };
    });
  });
  const [found] = candidates.filter(({ share }) => share > 1 / 2).sort((a, b) => b.share - a.share);
  return found ?? { group: '', wave: '', people: [] };
}

/** What came after is another story: the drawing then does not say that nothing is reported. */
function untilHire(career: Career, wave: string): Career {
  const until = career.stays.findIndex((stay) => stay.exit?.wave === wave) + 2;
  const stays = career.stays.slice(0, until);
  const last = stays.at(-1);
  if (!last?.exit) {
    const after = career.stays.slice(until).filter((stay) => stay.org === last?.org);
    return { ...career, stays, after, goesOn: until < career.stays.length };
  }
  return { ...career, stays: [...stays.slice(0, -1), { ...last, exit: undefined }], goesOn: true };
}

/** People whom careers.csv follows otherwise, and everybody with more than one move between the companies. */
function wanderers(data: Dataset): string[] {
  const often = [...Map.groupBy(selectMoves(data.moves), (move) => move.person)]
    .filter(([, moves]) => moves.length > 1)
    .map(([person]) => person);
  const { group } = hired(data);
  const listed = data.careers.filter((row) => row.group !== group).map((row) => row.person);
  return [...new Set([...listed, ...often])];
}

const arrival = (career: Career) =>
  career.stays.findLast((stay) => stay.left)?.left?.[1] ?? Number.POSITIVE_INFINITY;
const byArrival = (a: Career, b: Career) => arrival(a) - arrival(b) || a.stays.length - b.stays.length;

/** All who came from one company as one career, confirmed if every one of their moves is. */
function byOrigin(careers: readonly Career[], lang: Lang): Career[] {
  return [...Map.groupBy(careers, (career) => lastMove(career)?.from)].map(([, own]): Career => {
    const exits = own.flatMap((career) => career.stays.find((stay) => stay.exit === lastMove(career)) ?? []);
    const found = exits.find((stay) => !stay.exit?.confirmed)?.exit ?? exits[0]?.exit;
    const [first, last] = [exits[0], own[0]?.stays.at(-1)];
    if (!first || !last || !found) return { person: '', stays: [], before: [], people: own.length };
    // Many are never on one source.
    const exit = { ...found, singleSource: own.length === 1 && found.singleSource };
    const evidence = exits.map((stay) => ({ kind: 'move' as const, id: stay.exit?.id ?? stay.id }));
    const unsaid = { person: '', role: '', start: '', end: '', began: undefined, evidence } as const;
    const id = `${exit.from}-${exit.to}`;
    return {
      person: '',
      stays: [
        { ...first, ...unsaid, id, exit, entry: undefined, ended: first.left, exitReported: undefined },
        { ...last, ...unsaid, id: `${id}-after`, entry: exit },
      ],
      before: [],
      people: own.length,
      names: formatList(
        own.map((career) => career.person),
        lang,
      ),
    };
  });
}

interface RowParts {
  model: CareersModel;
  career: Career;
  step: Step & { exitReported?: string | undefined };
  following: Step | undefined;
  say: Say;
  lang: Lang;
}

function rowOf({ model, career, step, following, say, lang }: RowParts): Row {
  const { exit, entry } = step;
  const date = (value: string) => formatDate(value, lang);
  const here = following?.org === step.org ? following : undefined;
  const reported = step.exitReported;
  const open = exitReport({ exitReported: reported }, say, lang) || say('table.open');
  const unknownEnd = exit || following ? say('table.unknown') : open;
  const end = step.end || (exit?.dateMeans === 'left' ? exit.date : '') || here?.start || '';
  const move = exit ?? (following ? undefined : entry);
  const head = exit && model.view.kind === 'hires' ? model.heads.get(step.org) : undefined;
  return {
    id: step.id,
    evidence: head ? [...step.evidence, head.evidence] : step.evidence,
    cells: {
      person: career.names ?? personOf(career, say),
      company: model.nameOf(step.org),
      role: roleOf(step, say),
      start: step.start ? date(step.start) : say('table.unknown'),
      end:
        reported && end
          ? say('table.endReported', { end: date(end), date: formatDate(reported, lang, 'month') })
          : end
            ? date(end)
            : unknownEnd,
      next: exit
        ? say('table.to', { org: model.nameOf(exit.to), date: date(exit.date) })
        : here
          ? here.role
          : say('table.none'),
      status: move ? statusOf(move, say) : say('table.none'),
    },
  };
}
