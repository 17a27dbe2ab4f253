/** Where every square of `matrix` stands: what was counted beyond the names first and loud; a grid across a desk, else lines. */
import { max } from 'd3';
import { formatList, spellNumber } from '~/i18n/numbers';
import { beside, box, firstFitting, group, type Part, rule, sheet, space, stack, within } from '~/kit/block';
import { text, type Words } from '~/kit/text';
import type { Frame, Layout } from '../contract';
import { atLeast, type Cell, type MatrixModel, marksIn } from './definition';
import { type Size, squares } from './squares';

/**
 * One size for all squares of a drawing: one square is one move, so areas must compare. A dashed side holds whole
 * dashes: its length less the line is a multiple of the ghost's period.
 */
const SQUARES: Record<'wide' | 'medium' | 'narrow', Size> = {
  wide: { side: 16.5, pitch: 20.5 },
  medium: { side: 13, pitch: 16.5 },
  narrow: { side: 11.5, pitch: 13.5 },
};
const WORDS = {
  wide: { figure: 30, head: 16, loud: 16, small: 14, gap: 17 },
  medium: { figure: 26, head: 14, loud: 13.5, small: 12, gap: 10 },
  narrow: { figure: 26, head: 14, loud: 13, small: 12, gap: 6 },
};
/** More columns than this are no longer read across. */
const MOST_COLUMNS = 6;
/** As many lines as have room, of these; the others are told in one sentence. */
const MOST_LINES = [14, 12, 10, 8];
/** No drawing of lines is higher, CSS pixels. */
const HIGHEST = { wide: 580, medium: 420, narrow: 580 };

export const page: Layout<MatrixModel> = (model, frame) => {
  const across = frame.kind === 'wide' && model.view.kind === 'all' && model.orgs.length <= MOST_COLUMNS;
  const [head, rest] = [headOf(model, frame), restOf(model, frame)];
  const around = (body: Part) => stack([head, head && space(12), body, rest]);
  const tries = MOST_LINES.map((most) => () => around(lines(model, frame, most)));
  const part = across ? around(grid(model, frame)) : firstFitting(tries, { height: HIGHEST[kindOf(frame)] });
  return sheet(part, frame.width);
};

const kindOf = ({ kind }: Frame) => (kind === 'medium' || kind === 'narrow' ? kind : 'wide');

/** Directions that are loud: those of the finding, or with a larger count; in one year all. */
function isLoud(cell: Cell, { view, finding }: MatrixModel): boolean {
  if (view.kind === 'year') return true;
  return finding ? finding.cells.includes(cell) : cell.counted !== undefined;
}

/** "15 of at least 46", and of what; nothing where the counts have no finding. */
function headOf(model: MatrixModel, frame: Frame): Part | undefined {
  const { finding, nameOf } = model;
  if (!finding) return undefined;
  const { say, lang, width } = frame;
  const { figure, head } = WORDS[kindOf(frame)];
  const ways = finding.cells.length;
  const big = (n: number) => ({ text: String(n), size: figure, face: 'label-600' as const });
  const words = [
    big(finding.named),
    say('head.of'),
    big(finding.total),
    say('head.moves', { org: nameOf(finding.org), ways, waysWords: spellNumber(ways, lang) }),
  ];
  return text(words, { size: head, room: width, leading: 1.1, sums: marksIn(finding.cells, model) });
}

/** "4 of at least 14", or "21"; "no named move" where a grid has room for it. */
function caption(cell: Cell, model: MatrixModel, frame: Frame, room: number): Part {
  const { say } = frame;
  const { loud, small } = WORDS[kindOf(frame)];
  const n = cell.moves.length;
  const sums = marksIn([cell], model);
  if (cell.counted) {
    const said = say(`of.${cell.counted.basis}`, { named: n, total: atLeast(cell) });
    return text(said, { size: loud, face: 'label-600', room, sums });
  }
  if (n === 0) return text(say('none'), { size: small, tone: 'muted', room });
  const bold = isLoud(cell, model);
  return text(say('named', { n }), {
    size: small,
    room,
    sums,
    ...(bold ? { face: 'label-600' as const } : { tone: 'muted' }),
  });
}

const cellName = (cell: Cell, { nameOf }: MatrixModel, { say }: Frame) =>
  say('cell.name', { from: nameOf(cell.from), to: nameOf(cell.to), n: cell.moves.length });

/** A word in ink and the organisation in its own tone: "from OpenAI". */
const orgWords = (word: string, org: { id: string; name: string }) => [
  word,
  { text: org.name, face: 'label-600' as const, tone: `${org.id}-text` },
];

/** Origins down, destinations across. */
function grid(model: MatrixModel, frame: Frame): Part {
  const { say, width } = frame;
  const { head, small } = WORDS.wide;
  const { orgs } = model;
  const title = (end: 'from' | 'to', org: MatrixModel['orgs'][number], said: string, room: number) => {
    const named = model.cells
      .filter((cell) => cell[end] === org.id)
      .map((cell) => ({ ...cell, counted: undefined }));
    const total = { sums: marksIn(named, model), spoken: `${said}, ${org.name}` };
    return stack([
      text(orgWords(say(end), org), { size: head, room }),
      text(said, { size: small, tone: 'muted', room, ...total }),
    ]);
  };
  const left = (org: MatrixModel['orgs'][number]) =>
    title('from', org, say('out', { n: org.out }), width / 4);
  const first = (max(orgs, (org) => left(org).width) ?? 0) + 20;
  const column = (width - first) / Math.max(1, orgs.length);
  const row = (head: Part, cells: readonly Part[]) =>
    beside([within(head, { width: first }), ...cells.map((cell) => within(cell, { width: column }))], {
      gap: 0,
      align: 'start',
    });
  const top = row(
    box(0, 0),
    orgs.map((org) => title('to', org, say('in', { n: org.in }), column - 10)),
  );
  const rows = orgs.map((from) => {
    const cells = orgs.map((to) => {
      const cell = model.cells.find((one) => one.from === from.id && one.to === to.id);
      return cell ? gridCell(cell, model, column - 12, frame) : box(0, 0);
    });
    return group(say('row.name', { org: from.name, n: from.out }), row(left(from), cells));
  });
  return stack([top, ...rows.flatMap((one) => [rule(width, 'rule', 15), one])]);
}

function gridCell(cell: Cell, model: MatrixModel, room: number, frame: Frame): Part {
  const drawn = stack([caption(cell, model, frame, room), squares(cell, model, SQUARES.wide, room, frame)], {
    gap: 4,
  });
  return group(cellName(cell, model, frame), drawn);
}

/** A line for each direction, the loud ones first; what has no room is told in a sentence. */
function lines(model: MatrixModel, frame: Frame, most: number): Part {
  const { gap, small } = WORDS[kindOf(frame)];
  const shown = model.cells
    .filter((cell) => cell.moves.length > 0 || cell.counted)
    .sort((a, b) => atLeast(b) - atLeast(a));
  const first = shown.filter((cell) => isLoud(cell, model)).slice(0, most);
  const then = shown.filter((cell) => !isLoud(cell, model)).slice(0, Math.max(0, most - first.length));
  const column = max([...first, ...then], (cell) => lineLabel(cell, model, frame).width) ?? 0;
  const rows = (cells: readonly Cell[]) =>
    stack(
      cells.map((cell) => line(cell, model, column, frame)),
      { gap },
    );
  const others = then.length > 0 && [
    ...(first.length > 0
      ? [text(frame.say('others'), { size: small, face: 'label-600' }), rule(frame.width, 'rule', 8)]
      : []),
    rows(then),
  ];
  return stack([
    stack([first.length > 0 && rows(first), others && stack(others)], { gap: gap + 4 }),
    left(model, [...first, ...then], frame),
  ]);
}

/** "OpenAI to Meta", both in their tones. */
function lineLabel(cell: Cell, model: MatrixModel, frame: Frame): Part {
  const { loud, small } = WORDS[kindOf(frame)];
  const org = (id: string) => ({ text: model.nameOf(id), tone: `${id}-text`, face: 'label-600' as const });
  const size = isLoud(cell, model) ? loud : small;
  return text([org(cell.from), frame.say('to'), org(cell.to)], { size, room: frame.width * 0.42 });
}

/** Which way, its squares and how many: in one line, or the squares below the words where they are too many. */
function line(cell: Cell, model: MatrixModel, column: number, frame: Frame): Part {
  const label = lineLabel(cell, model, frame);
  const said = caption(cell, model, frame, frame.width - label.width - 8);
  const drawn = (room: number) => squares(cell, model, SQUARES[kindOf(frame)], room, frame);
  const one = () =>
    beside([within(label, { width: column + 4 }), drawn(Number.POSITIVE_INFINITY), said], {
      gap: 8,
      align: 'middle',
    });
  const two = () => stack([beside([label, said]), drawn(frame.width)], { gap: 3 });
  return group(cellName(cell, model, frame), firstFitting([one, two], { width: frame.width }));
}

/** Directions without a move, by name while they are few, and how many moves found no line. */
function left(model: MatrixModel, shown: readonly Cell[], frame: Frame): Part | undefined {
  const { small } = WORDS[kindOf(frame)];
  const { say, lang, width } = frame;
  const none = model.cells.filter((cell) => cell.moves.length === 0 && !cell.counted);
  const list = none.map((cell) => say('pair', { from: model.nameOf(cell.from), to: model.nameOf(cell.to) }));
  const more = model.cells.filter((cell) => !shown.includes(cell) && !none.includes(cell));
  const total = more.reduce((sum, cell) => sum + atLeast(cell), 0);
  const texts = [
    more.length > 0 && {
      text: say('more', { ways: more.length, n: total }),
      sums: marksIn(more, model),
    },
    // Of one year a note says it of all of them.
    model.view.kind === 'all' &&
      list.length > 0 &&
      list.length <= MOST_COLUMNS &&
      say('none.list', { list: formatList(list, lang) }),
  ].filter((one) => one !== false);
  return texts.length > 0
    ? stack([space(6), ...texts.map((one) => text([one], { size: small, tone: 'muted', room: width }))])
    : undefined;
}

/** In one year: that the directions left out have no move, and where the moves of other years are. */
function restOf(model: MatrixModel, frame: Frame): Part | undefined {
  if (model.view.kind === 'all') return undefined;
  const { say, width } = frame;
  const { year } = model.view;
  const texts: Words[] = [
    ...(model.cells.some((cell) => cell.moves.length === 0) ? [say('note.rest', { year })] : []),
    ...(model.otherYears.length > 0 ? [otherYears(model, frame)] : []),
  ];
  const { small } = WORDS[kindOf(frame)];
  return stack([space(12), ...texts.map((one) => text(one, { size: small, tone: 'muted', room: width }))], {
    gap: 3,
  });
}

/** "5 in 2023 and 11 in 2024": each leads to the view of its year. */
function otherYears({ otherYears }: MatrixModel, { say, lang }: Frame): Words {
  const years = otherYears.map(({ year, n }) => ({ year, said: say('note.year', { year, n }) }));
  const whole = say('note.others', {
    list: formatList(
      years.map(({ said }) => said),
      lang,
    ),
  });
  let rest = whole;
  const stretches = years.flatMap(({ year, said }) => {
    const [before = '', ...after] = rest.split(said);
    rest = after.join(said);
    // What follows a number without a space belongs to its stretch.
    const [mark = ''] = /^\S*/.exec(rest) ?? [];
    rest = rest.slice(mark.length);
    return [before, { text: said + mark, view: year }];
  });
  return [...stretches, rest].filter((one) => one !== '' && one !== ' ');
}
