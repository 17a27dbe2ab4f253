/** What the rows cover and how well, in counts: drawn from the data, so that the page of the method never lags behind them. */
import type { Dataset, Move, MoveFunction, OrgId, Precision } from '~/data/types';
import { coreOrganisations } from './flows';
import { selectMoves } from './select';

export interface Share {
  n: number;
  /** Of all core moves, 0 to 1. */
  share: number;
}

const tally = <K extends string>(moves: readonly Move[], keyOf: (move: Move) => K) =>
  [...Map.groupBy(moves, keyOf)].map(([key, own]) => ({
    key,
    n: own.length,
    share: own.length / moves.length,
  }));

/** Core moves by the kind of work, the most frequent first. */
export const functionsOf = (data: Dataset): readonly (Share & { key: MoveFunction })[] =>
  tally(selectMoves(data.moves), (move) => move.function).sort((a, b) => b.n - a.n);

/** Core moves by how precise their date is, the most precise first. */
export const precisionsOf = (data: Dataset): readonly (Share & { key: Precision })[] => {
  const order: readonly Precision[] = ['day', 'month', 'year'];
  return tally(selectMoves(data.moves), (move) => move.precision).sort(
    (a, b) => order.indexOf(a.key) - order.indexOf(b.key),
  );
};

/** Core moves by what happened on their date, the most frequent first. */
export const meaningsOf = (data: Dataset): readonly (Share & { key: Move['dateMeans'] })[] =>
  tally(selectMoves(data.moves), (move) => move.dateMeans).sort((a, b) => b.n - a.n);

export interface Direction {
  from: OrgId;
  to: OrgId;
  named: number;
  confirmed: number;
  /** That one page alone carries. */
  single: number;
  /** Sources of a move, on average; 0 where there is none. */
  sources: number;
  /** The largest count of all or of further people that somebody made, where it is larger than the names. */
  counted: number | undefined;
  /** The figure that says so; '' where none does. */
  countedBy: string;
}

/** Every ordered pair of the core organisations, those with most names first; an empty one says so. */
export function directionsOf(data: Dataset): readonly Direction[] {
  const orgs = coreOrganisations(data).map(({ id }) => id);
  const pairs = orgs.flatMap((from) => orgs.filter((to) => to !== from).map((to) => ({ from, to })));
  return pairs
    .map(({ from, to }) => {
      const moves = selectMoves(data.moves, { from, to });
      const named = moves.length;
      const counts = data.figures
        .filter((figure) => figure.basis !== '' && figure.from === from && figure.to === to)
        .map(({ id, basis, value }) => ({ id, value: basis === 'further' ? value + named : value }));
      const most = counts.reduce((a, b) => (b.value > a.value ? b : a), { id: '', value: named });
      return {
        ...{ from, to, named },
        confirmed: moves.filter((move) => move.confirmed).length,
        single: moves.filter((move) => move.singleSource).length,
        sources: named === 0 ? 0 : moves.reduce((sum, move) => sum + move.sources.length, 0) / named,
        counted: most.id ? most.value : undefined,
        countedBy: most.id,
      };
    })
    .sort((a, b) => b.named - a.named);
}
