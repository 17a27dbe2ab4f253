/** The card of a move, or of a person with several: a line a move, from the company left to the one joined. */
import { CARD, FRAMES } from '~/charts/contract';
import { lookOf } from '~/charts/move-mark';
import type { Dataset, Move, OrgId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { beside, box, firstFitting, type Part, sheet, stack } from '~/kit/block';
import { markIn, pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import { namesIn } from '~/model/names';
import { findRow } from '~/model/row';
import type { Pictured } from './picture';

/** Sizes of the names, the largest that fits; of more moves than these the latest are drawn. */
const SIZES = [76, 64, 56, 48, 40, 32, 26];
const MOST = 4;
/** Of the thread between two names, and of the date, in units of the size of the names. */
const THREAD = { width: 2.4, height: 0.34 };
const DATE = 0.62;
/** Of what is said below, at most. */
const BELOW = 40;

/**
 * @param title  names whom the moves are of
 * @param below  what else there is to say, a sentence each
 */
export function rowCard(
  moves: readonly Move[],
  { title, summary, below = [] }: { title: string; summary: string; below?: readonly string[] },
  data: Dataset,
  lang: Lang,
): Pictured {
  const drawn = moves.slice(-MOST);
  const room = FRAMES.card.width;
  const tries = SIZES.map(
    (size) => () =>
      stack(
        [
          lines(drawn, size, data, lang),
          ...below.map((one) => text(one, { size: Math.min(size, BELOW), tone: 'muted', room, even: false })),
        ],
        { gap: 18 },
      ),
  );
  return {
    lang,
    words: { title, subtitle: '', summary, foot: '' },
    geometry: () => sheet(firstFitting(tries, { width: room, height: CARD.height }), room, CARD),
  };
}

function lines(moves: readonly Move[], size: number, data: Dataset, lang: Lang): Part {
  const nameOf = namesIn(data, lang);
  const inkOf = (org: OrgId) =>
    findRow(data.organisations, org)?.scope === 'core' ? { tone: org, words: `${org}-text` } : CONTEXT;
  const names = (org: OrgId) => text(nameOf(org), { size, face: 'label-600', tone: inkOf(org).words });
  const widest = (all: readonly Part[]) => Math.max(0, ...all.map((part) => part.width));
  const [before, after] = [moves.map(({ from }) => names(from)), moves.map(({ to }) => names(to))];
  const columns = [widest(before), widest(after)];
  const rows = moves.map((move, i) =>
    beside(
      [
        column(before[i], columns[0]),
        thread(move, inkOf(move.from).tone, size),
        column(after[i], columns[1]),
        text(formatDate(move.date, lang), { size: size * DATE, tone: 'muted' }),
      ],
      { gap: size * 0.45 },
    ),
  );
  return stack(rows, { gap: size * 0.4 });
}

/** As wide as the widest of them, on the same baseline. */
const column = (part: Part = box(0, 0), width = 0): Part => ({ ...part, width });

/** Who is not one of the companies the data are about has no colour of its own. */
const CONTEXT = { tone: 'muted', words: 'muted' };

/** As it looks in every chart. */
function thread(move: Move, tone: string, size: number): Part {
  const [width, height] = [size * THREAD.width, size * THREAD.height];
  const part = box(width, height, (x, y) => [
    markIn({ id: move.id, name: '', ...lookOf(move), tone }, { x, y, width, height }, pillPath),
  ]);
  // In the middle of the small letters beside it.
  return { ...part, baseline: height / 2 + size * 0.26 };
}
