/** Which marks stand together: the bands of an overview, the blocks of a sheet. */
import type { Dataset, Move, OrgId } from '~/data/types';
import { compareDates } from '~/i18n/dates';
import { countFlows, largestExchange } from '~/model/flows';
import type { Band, Block, Datum, Lane, Side, Way } from './model';

const sizeOf = (data: readonly Datum[]) => data.reduce((sum, datum) => sum + datum.moves.length, 0);
const laneOf = (way: Omit<Way, 'n'>, data: readonly Datum[]): Lane => ({ ...way, n: sizeOf(data), data });
const together = (way: Omit<Way, 'n'>, lanes: readonly Lane[]): Lane =>
  laneOf(
    way,
    lanes.flatMap(({ data }) => data),
  );
const byCount = (a: Way, b: Way) => b.n - a.n;
const some = (lanes: readonly Lane[]) => lanes.filter((lane) => lane.n > 0).sort(byCount);

/** The largest pair mirrored, the larger way up; below it everything else by where it leads. */
export function bandsOf(data: Dataset, orgs: readonly OrgId[], marks: readonly Datum[]): readonly Band[] {
  const exchange = largestExchange(
    countFlows(
      data,
      marks.flatMap((datum) => datum.moves),
    ),
  );
  if (!exchange) return [];
  const [{ from, to }] = exchange;
  const way = (a: OrgId, b: OrgId) =>
    laneOf(
      { from: a, to: b },
      marks.filter((datum) => datum.from === a && datum.to === b),
    );
  const [up, down] = [way(from, to), way(to, from)];
  const own = new Set([...up.data, ...down.data]);
  const others = orgs.map((org) =>
    laneOf(
      { to: org },
      marks.filter((datum) => datum.to === org && !own.has(datum)),
    ),
  );
  return [
    { up: { lanes: [up] }, down: { lanes: [down] } },
    ...some(others).map((lane): Band => ({ up: { lanes: [lane] } })),
  ];
}

/** Seen from one company: what joins it above the line, what leaves it below, a lane for each of the others. */
export function bandOf(org: OrgId, orgs: readonly OrgId[], marks: readonly Datum[]): Band {
  const lanes = (key: 'from' | 'to', fixed: 'from' | 'to') =>
    some(
      orgs.map((other) =>
        laneOf(
          { [key]: other },
          marks.filter((datum) => datum[key] === other && datum[fixed] === org),
        ),
      ),
    );
  const side = (way: Omit<Way, 'n'>, own: readonly Lane[]): Side => {
    return own.length > 1
      ? { head: together(way, own), lanes: own }
      : { lanes: own.length === 1 ? own.map((lane) => ({ ...way, ...lane })) : [{ ...way, n: 0, data: [] }] };
  };
  return { up: side({ to: org }, lanes('from', 'to')), down: side({ from: org }, lanes('to', 'from')) };
}

export function blocksOf(data: Dataset, moves: readonly Move[], marks: readonly Datum[]): readonly Block[] {
  const lanes = countFlows(data, moves)
    .map(({ from, to }) =>
      laneOf(
        { from, to },
        marks.filter((datum) => datum.from === from && datum.to === to),
      ),
    )
    .sort(byCount);
  const [main, ...others] = lanes;
  if (!main) return [];
  const joined = others.filter((lane) => lane.to === main.from);
  const rest = folded(others.filter((lane) => lane.to !== main.from));
  const block = (kind: Block['kind'], own: readonly Lane[], way?: Omit<Way, 'n'>): Block => {
    const n = own.reduce((sum, lane) => sum + lane.n, 0);
    return { kind, n, lanes: own, ...(way ? { head: together(way, own) } : {}) };
  };
  const origins = joined.map(({ from, n, data: own }): Lane => ({ from, n, data: own }));
  return [
    block('direction', [main]),
    joined.length > 1 ? block('joined', origins, { to: main.from }) : block('direction', joined),
    block('rest', rest),
  ].filter((one) => one.lanes.length > 0);
}

/** More ways than these are told apart by where they lead alone. */
const FEW_WAYS = 8;

function folded(lanes: readonly Lane[]): readonly Lane[] {
  if (lanes.length <= FEW_WAYS) return lanes;
  const byTo = Map.groupBy(lanes, ({ to }) => to);
  return some(
    [...byTo].map(([to, own]) =>
      laneOf(
        { to },
        own.flatMap(({ data }) => data).sort((a, b) => compareDates(a.date, b.date)),
      ),
    ),
  );
}
