/** Power in blocks: all sites in figures, then each site in words over its blocks. */
import { formatDate } from '~/i18n/dates';
import { area, box, group, over, type Part, rule, stack, weightless } from '~/kit/block';
import type { Item } from '~/kit/items';
import type { MarkOf } from '~/kit/shapes';
import { text } from '~/kit/text';
import { CARD, type Frame, sizesFor } from '../contract';
import { blocks, type Grid } from './blocks';
import { decimalsOf, gigawatts, powerOf, restOf, stateOf, sumOf, TOTAL, totalOf } from './definition';
import { type ComputeModel, megawattsIn, type PowerSite, type Part as Stretch } from './model';

/** Blocks to a group: a little wider apart, so that they can be counted by tens. */
const TEN = 10;
const SIZES = {
  wide: { figure: 30, head: 19, name: 16, words: 14, block: 18, tens: 5, ten: 7, gap: 17 },
  medium: { figure: 24, head: 15, name: 13.5, words: 12.5, block: 14, tens: 5, ten: 5, gap: 11 },
  narrow: { figure: 24, head: 15, name: 13.5, words: 12, block: 11, tens: 3, ten: 5, gap: 8 },
};
type Sizes = (typeof SIZES)['wide'];
const LOOK = { running: 'solid', planned: 'said', dropped: 'said' } as const;

export function pagePower(model: ComputeModel, frame: Frame): Part {
  const sizes = sizesFor(SIZES, frame);
  return stack(
    [
      total(model, frame, sizes),
      model.power.length > 0 && rule(frame.width, 'rule', 3),
      ...model.power.map((site) => siteRow(site, model, frame, sizes)),
    ],
    { gap: sizes.gap },
  );
}

/** The finding in figures, and on whose word it rests. */
function total({ power: sites }: ComputeModel, { say, lang, width }: Frame, { figure, head, words }: Sizes) {
  if (sites.length === 0) return undefined;
  const { name, power, basis } = totalOf(sites, say, lang);
  const parts = (...states: Stretch['state'][]) =>
    sites.flatMap((site) => site.parts.filter(({ state }) => states.includes(state)).map(({ id }) => id));
  return stack(
    [
      text([{ text: power, size: figure, face: 'label-600' }, name], {
        size: head,
        room: width,
        leading: 1.15,
        sums: parts('running', 'planned'),
      }),
      text(basis, { size: words, room: width, sums: parts('running') }),
    ],
    { gap: 2 },
  );
}

/** Name, power and fate of a site, and under them its blocks; the whole row opens the first of them. */
function siteRow(site: PowerSite, model: ComputeModel, frame: Frame, sizes: Sizes): Part {
  const { say, lang, width } = frame;
  // A number keeps its unit.
  const power = powerOf(site, say, lang, decimalsOf(model.power)).replaceAll(' ', '\u00a0');
  const words = text(
    [
      { text: site.name, size: sizes.name, face: 'label-600', tone: `${site.org}-text` },
      { text: `(${site.orgName})`, tone: 'muted' },
      { text: site.fate ? say('power.then', { power }) : power, face: 'label-600' },
      site.fate,
    ],
    { size: sizes.words, room: width, mark: site.parts[0]?.id },
  );
  const name = say('power.site', { name: site.name, org: site.orgName, power });
  const row = stack([words, siteBlocks(site, model, frame, sizes)], { gap: 3 });
  return group(name, area(row, site.parts[0]?.id, width));
}

/** Between two rows of blocks, and how far a tick reaches beyond its own. */
const LEADING = 4;
const REACH = 3;

/** Blocks of a site in as many rows as they need; where a dated part of the plan ends, a tick with its words. */
function siteBlocks(site: PowerSite, model: ComputeModel, frame: Frame, sizes: Sizes): Part {
  const { block, tens, ten } = sizes;
  const perRow = tens * TEN;
  const pitch = (frame.width - 2 - (tens - 1) * ten) / perRow;
  const side = { width: pitch * 0.84, height: block };
  const rows = Math.max(1, Math.ceil(megawattsIn(site) / model.block / perRow - 1e-9));
  const gridAt = (x: number, y: number): Grid => ({
    cut: 'width',
    at: (index) => {
      const column = index % perRow;
      const left = x + column * pitch + Math.floor(column / TEN) * ten;
      return { x: left, y: y + Math.floor(index / perRow) * (block + LEADING), ...side };
    },
  });
  const drawn = box(frame.width, rows * (block + LEADING) - LEADING, (x, y) =>
    parts(site, site.parts, model, gridAt(x, y), frame),
  );
  if (!site.interim) return drawn;
  const index = Math.max(0, Math.ceil(site.interim.megawatts / model.block) - 1);
  const last = gridAt(0, 0).at(index);
  const words = interimWords(site, frame, sizes);
  const tick = box(1, block + 2 * REACH + words.height, (x, y): Item[] => [
    { kind: 'line', x1: x, y1: y, x2: x, y2: y + block + 2 * REACH + words.height, tone: 'ink', width: 1.5 },
  ]);
  // Above the first row, or below the others: no word stands between blocks of one mark.
  const above = index < perRow;
  const at = last.x + last.width + 0.08 * pitch;
  const beside = at + REACH + words.width <= frame.width ? at + REACH : at - REACH - words.width;
  const down = above ? words.height + REACH : 0;
  return over(
    box(frame.width, drawn.height + words.height + REACH),
    weightless(drawn, 0, down),
    weightless(tick, at, above ? 0 : last.y - REACH),
    weightless(words, beside, above ? 0 : drawn.height + REACH),
  );
}

/** "2.0 GW by 2030" */
function interimWords({ interim, parts }: PowerSite, { say, lang, width }: Frame, { words }: Sizes): Part {
  const value = say('gw', { value: gigawatts(interim?.megawatts ?? 0, lang) });
  const date = formatDate(interim?.date ?? '', lang);
  return text(say('power.interim', { value, date }), {
    size: words,
    room: width / 2,
    mark: parts.at(-1)?.id,
  });
}

/** Parts of a site's power, one after the other. */
function parts(
  site: PowerSite,
  some: readonly Stretch[],
  model: ComputeModel,
  grid: Grid,
  frame: Frame,
  from = 0,
  weight = 1,
): Item[] {
  let at = from;
  return some.flatMap((part) => {
    const start = at;
    at += part.megawatts / model.block;
    return blocks(partMark(site, part, model, frame), start, at, grid, {
      struck: part.state === 'dropped',
      weight,
    });
  });
}

function partMark(site: PowerSite, part: Stretch, model: ComputeModel, { say, lang }: Frame): MarkOf {
  const state = stateOf(site, part);
  const value = say('gw', { value: gigawatts(part.megawatts, lang, decimalsOf(model.power)) });
  return {
    id: part.id,
    name: say('power.mark', {
      name: site.name,
      state,
      value,
      hasRest: part.rest ? 'yes' : 'no',
      rest: restOf(part, say, lang),
    }),
    look: LOOK[part.state],
    striped: state === 'owner' || state === 'single',
    tone: part.state === 'dropped' ? 'muted' : site.org,
    date: part.date,
  };
}

const CARD_ROW = 24;
const CARD_SIZE = 60;

/** A reduction: all blocks in one field, those that run first, under the two totals. */
export function cardPower(model: ComputeModel, frame: Frame): Part {
  const { say, lang, width } = frame;
  const power = { text: powerOf(sumOf(model.power), say, lang, TOTAL), face: 'label-600' as const };
  const head = text([power, { text: say('card.running'), tone: 'muted' }], { size: CARD_SIZE, room: width });
  const shown = (['running', 'planned'] as const).flatMap((state) =>
    model.power.flatMap((site) =>
      site.parts.filter((part) => part.state === state).map((part) => ({ site, part })),
    ),
  );
  const count = Math.ceil(shown.reduce((sum, { part }) => sum + part.megawatts, 0) / model.block);
  const rows = Math.max(1, Math.ceil(count / CARD_ROW));
  const pitch = Math.min(width / CARD_ROW, (CARD.height - head.height - 14) / rows);
  const field = box(width, rows * pitch, (x, y): Item[] => {
    const grid: Grid = {
      cut: 'width',
      at: (index) => ({
        x: x + (index % CARD_ROW) * pitch,
        y: y + Math.floor(index / CARD_ROW) * pitch,
        width: pitch * 0.86,
        height: pitch * 0.86,
      }),
    };
    let at = 0;
    return shown.flatMap(({ site, part }) => {
      const start = at;
      at += part.megawatts / model.block;
      return parts(site, [part], model, grid, frame, start, CARD.weight);
    });
  });
  return stack([head, field], { gap: 12 });
}
