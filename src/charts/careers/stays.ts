/** Careers as stays: the time a person spent at one company, and the named move out of it. */
import type { CareerStep, Dataset, Move, OrgId, PartialDate } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import { selectMoves } from '~/model/select';
import type { Career, Step } from './career';
import { withSpans } from './spans';

/** From careers.csv where the person stands there, else from the moves alone; in the order of their names given. */
export function careersOf(data: Dataset, people: readonly string[], lang: Lang): Career[] {
  const core = new Set(data.organisations.filter((org) => org.scope === 'core').map((org) => org.id));
  const movesOf = Map.groupBy(selectMoves(data.moves), (move) => move.person);
  const rowsOf = Map.groupBy(data.careers, (row) => row.person);
  return people.map((person) => {
    const moves = movesOf.get(person) ?? [];
    const steps = rowsOf.get(person)?.map((row) => fromRow(row, lang)) ?? fromMoves(moves, lang);
    const own = steps.filter((step) => core.has(step.org));
    return {
      person,
      stays: withSpans(withMoves(own, moves), data),
      before: steps.filter((step) => !core.has(step.org)),
      people: 1,
    };
  });
}

const fromRow = ({ sources, role, ...row }: CareerStep, lang: Lang): Step => ({
  ...row,
  role: role[lang],
  oneSource: sources.length === 1,
  evidence: [
    { kind: 'career', id: row.id },
    ...(row.exitEvent ? [{ kind: 'event' as const, id: row.exitEvent }] : []),
  ],
});

/** Each move ends one stay and begins the next. */
function fromMoves(moves: readonly Move[], lang: Lang): Step[] {
  const [first] = moves;
  if (!first) return [];
  const unsaid = { years: undefined, with: [], exitEvent: '' };
  const step = (org: OrgId, role: string, start: PartialDate | '', entry: Move, exit?: Move): Step => ({
    ...unsaid,
    id: exit?.id ?? `${entry.id}-after`,
    person: entry.person,
    org,
    role,
    oneSource: (exit ?? entry).singleSource,
    start,
    end: exit?.dateMeans === 'left' ? exit.date : '',
    evidence: exit ? [] : [{ kind: 'move', id: entry.id }],
  });
  return [
    step(first.from, first.fromRole[lang], '', first, first),
    ...moves.map((move, i) => step(move.to, move.toRole[lang], move.date, move, moves[i + 1])),
  ];
}

/** A step that ends with a named move takes its id and its evidence. */
function withMoves(steps: readonly Step[], moves: readonly Move[]): Step[] {
  const free = [...moves];
  let entry: Move | undefined;
  return steps.map((step, i) => {
    const to = steps[i + 1]?.org;
    const at =
      to === undefined || to === step.org
        ? -1
        : free.findIndex((move) => move.from === step.org && move.to === to);
    const exit = at < 0 ? undefined : free.splice(at, 1)[0];
    const last = i === steps.length - 1 ? entry : undefined;
    const moved = [exit ?? last].flatMap((move) => (move ? [{ kind: 'move' as const, id: move.id }] : []));
    const own = step.evidence.filter(({ kind }) => kind !== 'move');
    const evidence = moved.length > 0 ? [...moved, ...own] : step.evidence;
    const made = { ...step, id: exit?.id ?? step.id, entry, exit, evidence };
    entry = to === step.org ? entry : exit;
    return made;
  });
}
