/** What the explorer of moves can be asked for: one select a field, with the values that occur in the data. */
import type { Dataset, Move, OrgId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';
import { coreCount } from '~/model/names';
import { COLUMNS, MEANINGS, PRECISIONS, SCOPES, STATUSES, SUPPORTS } from '~/views/moves-query';

type Option = readonly [value: string, text: string];

export interface Filter {
  /** As in the address. */
  name: string;
  /** The choice that filters nothing, where there is one. */
  any?: string;
  /** Options under a label; without one they stand by themselves. */
  groups: readonly { label: string; options: readonly Option[] }[];
}

/** In the order of the form; the last sorts, for phones, where no column has a head. */
export function moveFilters(moves: readonly Move[], data: Dataset, lang: Lang, say: Say): readonly Filter[] {
  const any = say('moves.any');
  const count = { orgs: coreCount(data, lang) };
  const orgs = (idsOf: (move: Move) => readonly OrgId[]) => {
    const found = new Set(moves.flatMap(idsOf));
    const rows = data.organisations.filter((org) => found.has(org.id)).sort((a, b) => a.rank - b.rank);
    return (['core', 'outside'] as const).map((scope) => ({
      label: say(scope === 'core' ? 'moves.core' : 'moves.others', count),
      options: rows.filter((org) => org.scope === scope).map((org): Option => [org.id, org.name[lang]]),
    }));
  };
  const plain = (options: readonly Option[]) => [{ label: '', options }];
  const said = (key: string, values: readonly string[]) =>
    plain(values.map((value) => [value, say(`moves.${key}.${value}`)]));
  const fields = [...new Set(moves.map((move) => move.function))].sort();
  return [
    { name: 'org', any, groups: orgs((move) => [move.from, move.to]) },
    { name: 'from', any, groups: orgs((move) => [move.from]) },
    { name: 'to', any, groups: orgs((move) => [move.to]) },
    { name: 'fn', any, groups: said('fn', fields) },
    { name: 'status', any, groups: said('status', STATUSES) },
    { name: 'when', any, groups: yearsOf(moves, lang) },
    { name: 'precision', any, groups: said('precision', PRECISIONS) },
    { name: 'means', any, groups: said('means', MEANINGS) },
    { name: 'sources', any, groups: said('support', SUPPORTS) },
    { name: 'scope', groups: plain(SCOPES.map((scope) => [scope, say(`moves.scope.${scope}`, count)])) },
    { name: 'sort', groups: plain(COLUMNS.flatMap((column) => ordersOf(column, say))) },
  ];
}

/** Each year, and under it the months that a move is dated to. */
function yearsOf(moves: readonly Move[], lang: Lang): Filter['groups'] {
  const years = [...new Set(moves.map((move) => move.date.slice(0, 4)))].sort();
  return years.map((year) => {
    const months = moves.map(({ date }) => date.slice(0, 7)).filter((one) => one.startsWith(`${year}-`));
    const values = [year, ...[...new Set(months)].sort()];
    return { label: year, options: values.map((one): Option => [one, formatDate(one, lang)]) };
  });
}

function ordersOf(column: string, say: Say): Option[] {
  const label = { column: say(`moves.${column}`) };
  return [
    [column, say('moves.up', label)],
    [`-${column}`, say('moves.down', label)],
  ];
}
