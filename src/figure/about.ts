/** Whom and which organisations a row is about, so that one choice can be followed through every figure. */
import type { Evidence } from '~/charts/contract';
import type { Dataset, OrgId } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import { oncePer } from '~/model/once';
import { findRow } from '~/model/row';

/** A person's name as it may stand in an address: "zhiqing-edward-sun". */
export const personSlug = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** What people and organisations are called. */
export const properNames = oncePer(
  ({ moves, careers, organisations }, lang: Lang): ReadonlySet<unknown> =>
    new Set([
      ...[...moves, ...careers].map(({ person }) => person),
      ...organisations.map(({ name }) => name[lang]),
    ]),
);

interface About {
  /** Where all evidence is of one person: the word for them in an address. */
  person?: string;
  /** And their name. */
  name?: string;
  /** Organisations that every piece of evidence is about, separated by spaces. */
  orgs?: string;
}

export const aboutOf = (evidence: readonly Evidence[], data: Dataset): About => aboutAll(data, evidence);

/** A row of thousands is asked about wherever its view stands. */
const aboutAll = oncePer((data, evidence: readonly Evidence[]): About => {
  const persons = new Set<string | undefined>();
  let orgs: Set<OrgId> | undefined;
  for (const { kind, id } of evidence) {
    const move = kind === 'move' ? findRow(data.moves, id) : undefined;
    const step = kind === 'career' ? findRow(data.careers, id) : undefined;
    const event = kind === 'event' ? findRow(data.events, id) : undefined;
    const own = move ? [move.from, move.to] : step ? [step.org] : (event?.orgs ?? []);
    // An event beside a move carries the move; it is not a second person.
    if (!event) persons.add(move?.person ?? step?.person);
    const common = orgs;
    orgs = new Set(common ? own.filter((org) => common.has(org)) : own);
  }
  const [person] = persons;
  return {
    ...(persons.size === 1 && person ? { person: personSlug(person), name: person } : {}),
    ...(orgs?.size ? { orgs: [...orgs].join(' ') } : {}),
  };
});
