import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset, EventRow, FigureRow, Lang, Move } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import { inEvery } from '~/i18n/languages';
import { faultsOf } from '~/kit/faults';
import { around, type Box, flat, type Geometry, labelsOf, type Mark, marksOf, overlap } from '~/kit/items';
import { pointable } from '~/kit/place';
import { madeData, madeMove } from '~/model/testing/made';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { card } from './card';
import { definition } from './definition';
import { page } from './layout';
import type { TimelineView } from './model';

const ORGS = ['openai', 'meta', 'xai', 'tesla'];
const both = (text: string) => inEvery(text);

let serial = 0;
const move = (date: string, from = 'openai', to = 'meta', over: Partial<Move> = {}): Move => {
  serial++;
  const id = `m${String(serial).padStart(4, '0')}`;
  return madeMove(id, from, to, date, { person: `Person No${serial}`, confirmed: false, ...over });
};

/** The tables that this chart reads; it must do without the others. */
function dataset(moves: readonly Move[], over: Partial<Dataset> = {}): Dataset {
  const data = madeData(ORGS, moves, [], over);
  const organisations = data.organisations.map((org) =>
    org.id === 'openai' ? { ...org, name: both('OpenAI') } : org,
  );
  return { ...data, organisations };
}

const SUMMER: TimelineView = { kind: 'sheet', sheet: 'summer-2025', since: '2025-06', until: '2025-09' };
const event = (text: string, date: string) =>
  ({ id: date, date, orgs: ['openai'], short: both(text), onAxis: true }) as unknown as EventRow;

function draw(data: Dataset, view: TimelineView = { kind: 'all' }, size: Size = 'wide', lang: Lang = 'en') {
  const say = sayOf('timeline', lang);
  const model = definition.model(data, view, lang);
  const geometry = (size === 'card' ? card : page)(model, { ...FRAMES[size], lang, say });
  return {
    model,
    geometry,
    words: definition.words(model, say, lang),
    table: definition.table(model, say, lang),
    box: (one: Move) => marksOf(geometry).find((mark) => mark.id === one.id)?.box as Box,
    says: labelsOf(geometry).map((label) => label.text),
  };
}
const middle = (box: Box) => box.x + box.width / 2;
const label = (geometry: Geometry, text: string) => labelsOf(geometry).find((one) => one.text === text);
/** Marks in the groups of this name. */
const marksIn = ({ items }: Geometry, name: string): readonly Mark[] =>
  items.flatMap((item) =>
    item.kind !== 'group'
      ? []
      : item.name === name
        ? marksOf(item)
        : marksIn({ ...item, width: 0, height: 0 }, name),
  );
const PAGE = ['wide', 'medium', 'narrow'] as const;

/** The six days, and what came after. */
const raid = ['25', '25', '26', '28', '28', '28', '28', '30', '30', '30'].map((day) =>
  move(`2025-06-${day}`),
);
const since = [...['2025-07', '2025-08', '2026-04'].map((date) => move(date)), move('2025')];
const back = ['2025-08', '2025-08', '2026-02'].map((date) => move(date, 'meta', 'openai'));

describe('the finding', () => {
  test('is the fullest days and both ways since, in words', () => {
    expect(draw(dataset([...raid, ...since, ...back])).words.title).toBe(
      'OpenAI to meta: ten in six days, then at least three each way',
    );
    expect(draw(dataset([...raid, ...since, ...back]), { kind: 'all' }, 'wide', 'de').words.title).toBe(
      'OpenAI zu meta: zehn in sechs Tagen, danach mindestens drei in jede Richtung',
    );
  });
  test('is no floor where every date tells before from after', () => {
    const dated = since.filter((one) => one.date !== '2025');
    expect(draw(dataset([...raid, ...dated, ...back])).words.title).toBe(
      'OpenAI to meta: ten in six days, then three each way',
    );
  });
  test('changes its words when one way has more', () => {
    // Of two companies alone: what came from a third is in neither count, and the title says so.
    const more = [move('2026-03-01', 'meta', 'openai'), move('2026-03-02', 'xai', 'openai')];
    const data = dataset([...raid, ...since, ...back, ...more]);
    expect(draw(data).words.title).toBe(
      'OpenAI to meta: ten in six days, then at least three more, four the other way',
    );
    expect(draw(data, { kind: 'all' }, 'wide', 'de').words.title).toBe(
      'OpenAI zu meta: zehn in sechs Tagen, danach mindestens drei weitere, vier umgekehrt',
    );
  });
  test('does not speak of days where none stand out, nor of a turn where nothing followed', () => {
    expect(draw(dataset([move('2024-01-01'), move('2025-03-01'), move('2025')])).words.title).toBe(
      '3 named moves, 2 of them in 2025',
    );
    expect(draw(dataset(raid)).words.title).toContain('10 named moves');
  });
  test('a move known only by its year counts on neither side of a day', () => {
    const { model } = draw(dataset([...raid, ...since, ...back]));
    expect(model.turn?.thereSince).toHaveLength(3);
    expect(model.turn?.vague).toHaveLength(1);
  });
});

describe('dates are as wide as they are vague', () => {
  const day = move('2025-03-10');
  const month = move('2025-05');
  const year = move('2024');
  const old = move('2017-06-20', 'openai', 'tesla');
  const data = dataset([day, month, year, old, move('2023-02-01'), move('2024-03-01'), ...raid]);

  test.each(PAGE)('a day is round, a month longer than high, on a %s drawing', (size) => {
    const { box } = draw(data, { kind: 'all' }, size);
    expect(box(day).width).toBeCloseTo(box(day).height, 1);
    expect(box(month).width).toBeGreaterThan(box(month).height * 1.3);
  });
  test('a year has no place on the scale and says its figures beside the words of its way', () => {
    const { box, geometry } = draw(data);
    const said = labelsOf(geometry).find((one) => one.mark === year.id);
    expect(said?.text).toBe('2024');
    expect(box(year).x + box(year).width).toBeLessThan(label(geometry, '2023')?.box.x ?? 0);
  });
  test.each(PAGE)('no year of the scale runs through a word, as of the key, on a %s drawing', (size) => {
    // On a phone the key has room in the plot, where the years after a break begin.
    const early = [move('2017-06-20', 'openai', 'tesla'), move('2023-02-01', 'tesla', 'xai')];
    const all = [...early, ...raid, ...since, ...back, move('2024'), move('2026-04'), move('2026-05')];
    const { geometry } = draw(dataset(all), undefined, size);
    const words = labelsOf(geometry).filter(({ scale }) => !scale);
    const lines = flat(geometry.items).filter(
      (item) => item.kind === 'line' && item.x1 === item.x2 && item.tone === 'rule',
    );
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines)
      if (line.kind === 'line') {
        const strip = { x: line.x1 - 0.5, y: line.y1, width: 1, height: line.y2 - line.y1 };
        expect(words.filter(({ box }) => overlap(strip, box, 0.2)).map(({ text }) => text)).toEqual([]);
      }
  });
  test.each(PAGE)('squares of a year stand beside its one number, however many, on a %s drawing', (size) => {
    const mere = ['2023', '2024', '2024', '2024', '2025', '2025', '2026'].map((date) => move(date));
    const { geometry } = draw(dataset([...raid, ...mere]), undefined, size);
    const leads = labelsOf(geometry).filter(({ text }) => text === 'of which');
    expect(leads).toHaveLength(1);
    for (const year of ['2023', '2024', '2025', '2026']) {
      const own = mere.filter(({ date }) => date === year).map(({ id }) => id);
      const [said, ...more] = labelsOf(geometry).filter(
        ({ mark, lines, text, scale }) =>
          text === year && !scale && (mark === own[0] || lines[0]?.spans[0]?.sums?.includes(own[0] ?? '')),
      );
      expect(more).toEqual([]);
      for (const id of own) {
        const box = marksOf(geometry).find((mark) => mark.id === id)?.box as Box;
        expect(box.x).toBeGreaterThan(leads[0]?.box.x ?? 0);
        expect((said?.box.x ?? 0) - (box.x + box.width)).toBeGreaterThan(0);
        expect((said?.box.x ?? 0) - (box.x + box.width)).toBeLessThan(60);
        expect(
          Math.abs(box.y + box.height / 2 - (said?.box.y ?? 0) - (said?.box.height ?? 0) / 2),
        ).toBeLessThan(3);
      }
    }
  });
  test.each(PAGE)('a year long before the others stands before a break, on a %s drawing', (size) => {
    const { box, geometry } = draw(data, { kind: 'all' }, size);
    const aslant = flat(geometry.items).filter(
      (item) => item.kind === 'line' && item.x1 !== item.x2 && item.y1 !== item.y2,
    );
    expect(aslant).toHaveLength(2);
    for (const line of aslant)
      if (line.kind === 'line') {
        expect(middle(box(old))).toBeLessThan(line.x1);
        expect(line.x2).toBeLessThan(label(geometry, '2023')?.box.x ?? 0);
      }
  });
  test('the key says only what is there', () => {
    expect(draw(data).says).toEqual(expect.arrayContaining(['day', 'month', 'year only']));
    expect(draw(dataset([day])).says).not.toContain('month');
  });
});

describe('the overview', () => {
  const others = [
    move('2025-07-08', 'xai', 'openai'),
    move('2025-07-08', 'tesla', 'openai'),
    move('2024-05', 'tesla', 'xai'),
  ];
  const data = dataset([...back, ...since, ...raid, ...others]);

  test.each(PAGE)('has the larger way above its line and the other below, on a %s drawing', (size) => {
    const { box, geometry } = draw(data, { kind: 'all' }, size);
    const bottom = Math.max(...raid.map((one) => box(one).y + box(one).height));
    const top = Math.min(...back.map((one) => box(one).y));
    const between = flat(geometry.items).filter(
      (item) => item.kind === 'line' && item.y1 === item.y2 && item.y1 > bottom && item.y1 < top,
    );
    expect(between.length).toBeGreaterThan(0);
  });
  test('has all others in a lane for each company they led to, the fullest first, with their names', () => {
    const { geometry, says } = draw(data);
    expect(marksIn(geometry, 'To OpenAI, 2 named moves').map((mark) => mark.id)).toEqual([
      others[0]?.id,
      others[1]?.id,
    ]);
    expect(marksIn(geometry, 'To xai, one named move').map((mark) => mark.id)).toEqual([others[2]?.id]);
    expect(says.indexOf('to OpenAI 2')).toBeLessThan(says.indexOf('to xai 1'));
    for (const one of others) expect(says).toContain(one.person.split(' ')[1]);
  });
  test('calls two people who share their last name by all of it', () => {
    const alike = [
      move('2024-05', 'tesla', 'xai', { person: 'Ann Lee' }),
      move('2025-02', 'tesla', 'xai', { person: 'Bo Lee' }),
    ];
    const { says } = draw(dataset([...raid, ...alike]));
    expect(says).toEqual(expect.arrayContaining(['Ann Lee', 'Bo Lee']));
  });
  test.each(PAGE)(
    'brackets the fullest days and counts both ways since, on both sides of the line, on a %s drawing',
    (size) => {
      const { box, geometry, says } = draw(data, { kind: 'all' }, size);
      const burst = says.findIndex((one) => one.startsWith('10 to meta'));
      expect(says[burst + 1]).toBe('in six days');
      const figures = labelsOf(geometry).filter((one) => /^3( to (OpenAI|meta))?$/.test(one.text));
      expect(says.join(' ')).toMatch(/3 to meta 3 to OpenAI/);
      expect(figures).toHaveLength(2);
      const line = Math.max(...raid.map((one) => box(one).y + box(one).height));
      expect(figures.map((one) => one.box.y > line)).toEqual([false, true]);
      for (const one of figures)
        expect(one.box.x).toBeGreaterThan(Math.max(...raid.map((each) => box(each).x)));
    },
  );
  test.each(PAGE)('has the months after a stack beside it, not on it, on a %s drawing', (size) => {
    const july = ['2025-07', '2025-07-01', '2025-07-08'].map((date) => move(date));
    const { box } = draw(dataset([...raid, ...july, ...back]), { kind: 'all' }, size);
    const right = Math.max(...raid.map((one) => box(one).x + box(one).width));
    for (const one of july) expect(box(one).x).toBeGreaterThan(right);
  });
  test.each(PAGE)(
    'an event stands with its year below every lane, not over a stack, on a %s drawing',
    (size) => {
      const { geometry } = draw(
        dataset([...raid, ...since, ...back], { events: [event('a memo', '2025-06-28')] }),
        { kind: 'all' },
        size,
      );
      const said = labelsOf(geometry).find((one) => one.text.startsWith('28\u00a0June\u00a02025'));
      const lowest = Math.max(...marksOf(geometry).map(({ box: { y, height } }) => y + height));
      expect(said?.box.y).toBeGreaterThan(lowest);
    },
  );
  test.each(PAGE)(
    'a name is twice as near to its mark as to any other of its line, on a %s drawing',
    (size) => {
      const close = ['2024-01-10', '2024-02-20', '2024-03-30', '2024-06-10', '2025-01-01'].map((date) =>
        move(date, 'tesla', 'xai'),
      );
      const { geometry } = draw(dataset([...raid, ...close]), { kind: 'all' }, size);
      const away = (mark: Box, name: Box) =>
        Math.max(name.x - mark.x - mark.width, mark.x - name.x - name.width);
      const marks = marksOf(geometry);
      for (const name of labelsOf(geometry).filter((one) => one.mark)) {
        const own = marks.find(({ id }) => id === name.mark)?.box as Box;
        for (const { id, box } of marks)
          if (id !== name.mark && box.y === own.y)
            expect(away(box, name.box)).toBeGreaterThan(2 * away(own, name.box));
      }
    },
  );
  test('says in how many directions others counted more', () => {
    const figures = [
      {
        id: 'f',
        from: 'meta',
        to: 'xai',
        basis: 'total',
        value: 14,
        date: '2025-08',
      } as unknown as FigureRow,
    ];
    expect(draw(dataset([move('2025-04', 'meta', 'xai'), ...raid], { figures })).words.foot).toContain(
      'In one direction others counted more',
    );
  });
  test('seen from a company, whatever joins it is above, a lane for each of the others', () => {
    const { box, says } = draw(data, { kind: 'org', org: 'openai' });
    const joined = [...back, ...others.slice(0, 2)];
    expect(Math.max(...joined.map((one) => box(one).y))).toBeLessThan(
      Math.min(...raid.map((one) => box(one).y)),
    );
    expect(says).toEqual(
      expect.arrayContaining(['to OpenAI 5', 'from meta 3', 'from tesla 1', 'from xai 1']),
    );
  });
});

describe('the sheet', () => {
  const july = [move('2025-07'), move('2025-07-08', 'meta', 'openai'), move('2025-07-08', 'xai', 'openai')];
  const data = dataset([...raid, ...july, move('2025')], {
    events: [event('a memo', '2025-06-28'), event('four hires', '2025-07-08')],
  });

  test('has a row and a name per move of its months, and says how many have no month', () => {
    const { geometry, words } = draw(data, SUMMER);
    expect(marksOf(geometry)).toHaveLength(raid.length + july.length);
    for (const one of [...raid, ...july]) {
      const name = label(geometry, one.person)?.box;
      const mark = marksOf(geometry).find(({ id }) => id === one.id)?.box;
      expect(
        Math.abs((name?.y ?? 0) + (name?.height ?? 0) / 2 - (mark?.y ?? 0) - (mark?.height ?? 0) / 2),
      ).toBeLessThan(3);
    }
    expect(words.foot).toContain('One more is dated only 2025');
    expect(words.title).toBe(
      'June to July 2025: eleven\u00a0named moves from OpenAI to meta, two\u00a0to\u00a0OpenAI',
    );
  });
  test('a name in a row opens its move: the row is the area to point at', () => {
    const { geometry } = draw(data, SUMMER);
    for (const one of labelsOf(geometry).filter(({ text }) => text.startsWith('Person'))) {
      const hit = marksOf(geometry).find((mark) => mark.id === one.mark)?.hit;
      expect(hit && around([hit, one.box])?.width).toBeCloseTo(hit?.width ?? 0, 0);
    }
  });
  test.each(PAGE)('no line runs through a mark or a word on a %s drawing', (size) => {
    const { geometry } = draw(data, SUMMER, size);
    const things = [...marksOf(geometry), ...labelsOf(geometry)].map((one) => one.box);
    for (const line of flat(geometry.items))
      if (line.kind === 'line' && line.x1 === line.x2 && line.dash) {
        const strip = { x: line.x1 - 0.5, y: line.y1, width: 1, height: line.y2 - line.y1 };
        expect(things.filter((box) => overlap(strip, box, 0.2))).toEqual([]);
      }
  });
  test.each(['wide', 'medium'] as const)(
    'has both columns of a full sheet on one scale of months, on a %s drawing',
    (size) => {
      const full = Array.from({ length: 40 }, (_, i) =>
        i % 2
          ? move(`2025-0${6 + (i % 4)}`, 'openai', 'meta')
          : move(`2025-0${6 + (i % 4)}`, 'meta', 'openai'),
      );
      const { geometry, model } = draw(dataset(full), SUMMER, size);
      const months = labelsOf(geometry).filter(({ scale }) => scale);
      expect(model.blocks).toHaveLength(2);
      expect(new Set(months.map(({ box }) => Math.round(box.y))).size).toBe(1);
      // Names, not letters that two months share; as many as have room, the first and the last at least.
      const said = months.map(({ text }) => text);
      expect(said.slice(0, said.length / 2)).toEqual(said.slice(said.length / 2));
      expect(said.every((text) => text.length >= 3)).toBe(true);
      expect([said[0], said.at(-1)].map((text) => text?.slice(0, 3))).toEqual(['Jun', 'Sep']);
    },
  );
  test.each(PAGE)('no day of an event stands without its words, on a %s drawing', (size) => {
    const full = [...raid, ...raid.map(({ date }) => move(date, 'meta', 'openai')), move('2025-09')];
    const texts = ['a memo', 'a company hires four people', 'a third day', 'a reply'];
    const days = ['2025-06-28', '2025-07-08', '2025-09-20', '2025-09-28'];
    for (const n of [1, 2, 4])
      for (const lang of ['en', 'de'] as const) {
        const events = texts.slice(0, n).map((text, i) => event(text, days[i] ?? ''));
        const { geometry } = draw(dataset(full, { events }), SUMMER, size, lang);
        const said = labelsOf(geometry).flatMap(({ lines }) => lines.flatMap(({ spans }) => spans));
        const found = events.map(({ id }) => said.filter(({ row }) => row?.id === id));
        // Up to two are always said.
        if (n <= 2) expect(found.filter((spans) => spans.length > 0)).toHaveLength(n);
        found.forEach((spans, i) => {
          if (spans.length > 0) expect(spans.map(({ text }) => text).join(' ')).toContain(texts[i]);
        });
        expect(faultsOf(geometry)).toEqual([]);
      }
  });
  test.each(PAGE)(
    'writes all that came to a company as large as the largest way, on a %s drawing',
    (size) => {
      const { geometry } = draw(data, SUMMER, size);
      expect(label(geometry, 'to OpenAI 2')?.size).toBe(label(geometry, 'OpenAI to meta 11')?.size);
    },
  );
  test('the date of several rows is said once', () => {
    expect(draw(data, SUMMER).says.filter((text) => text === '28\u00a0June')).toHaveLength(1);
  });
  test('on a phone, too, every mark has its name, and a way its words above the first or beside it', () => {
    const back = Array.from({ length: 8 }, () => move('2025-08', 'meta', 'openai'));
    const full = [...raid, ...july, ...back];
    const { geometry } = draw(dataset(full), SUMMER, 'narrow');
    const named = (one: Move) => labelsOf(geometry).some(({ mark }) => mark === one.id);
    expect(full.filter((one) => !named(one))).toEqual([]);
    const way = label(geometry, 'OpenAI to meta 11')?.box;
    const marks = marksOf(geometry).filter(({ tone }) => tone === 'openai');
    expect(way?.y).toBeLessThan(Math.min(...marks.map(({ box }) => box.y + box.height)));
  });
  test('what has no room for rows keeps its marks', () => {
    const many = Array.from({ length: 70 }, (_, i) =>
      move(`2025-0${6 + (i % 4)}`, ORGS[i % 4], ORGS[(i + 1) % 4]),
    );
    const { geometry } = draw(dataset(many), SUMMER, 'narrow');
    expect(marksOf(geometry)).toHaveLength(many.length);
  });
  test('a stretch without a move says so', () => {
    const { geometry, words } = draw(dataset([move('2024-01-01')]), SUMMER);
    expect(marksOf(geometry)).toEqual([]);
    expect(
      labelsOf(geometry)
        .map((one) => one.text)
        .join(' '),
    ).toMatch(/no named move/i);
    expect(words.title).toMatch(/no named move/);
  });
});

describe('many moves', () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    move(i < 40 ? '2025-06-12' : `2025-0${7 + (i % 2)}-03`, 'openai', 'meta', { confirmed: i % 4 === 0 }),
  );

  test('are bars as high as they are many, each with a row that opens all of its moves', () => {
    const { geometry, table, says } = draw(dataset([...many, ...back]));
    const bars = marksOf(geometry);
    expect(bars.map((mark) => mark.id).sort()).toEqual(table.rows.map((row) => row.id).sort());
    expect(table.rows.flatMap((row) => row.evidence)).toHaveLength(many.length + back.length);
    const high = (id: string) => bars.find((mark) => mark.id === id)?.box.height ?? 0;
    expect(high('openai-to-meta-2025-06-reported') / high('openai-to-meta-2025-06-confirmed')).toBeCloseTo(
      3,
      0,
    );
    expect(says).toContain('40');
  });
  test('are no bars where no stack would be a tower', () => {
    expect(draw(dataset(raid)).model.merged).toBe(false);
  });
});

describe('the card', () => {
  test('counts the fullest days and both ways since in words that are read at a quarter', () => {
    const { geometry, says } = draw(dataset([...raid, ...since, ...back]), { kind: 'all' }, 'card');
    expect(says).toEqual(expect.arrayContaining(['25 to 30\u00a0June 2025', '10', '3']));
    expect(Math.min(...labelsOf(geometry).map((one) => one.size))).toBeGreaterThanOrEqual(44);
  });
  test('has two counts where no days stand out', () => {
    const { says } = draw(
      dataset([move('2024-01-01'), move('2025-03-01', 'meta', 'openai')]),
      { kind: 'org', org: 'meta' },
      'card',
    );
    expect(says.filter((text) => text === '1')).toHaveLength(2);
  });
});

describe('whatever the moves', () => {
  const date = fc.oneof(
    fc.integer({ min: 2023, max: 2026 }).map(String),
    fc
      .tuple(fc.integer({ min: 2023, max: 2026 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
    fc
      .tuple(
        fc.integer({ min: 2023, max: 2026 }),
        fc.integer({ min: 5, max: 8 }),
        fc.integer({ min: 1, max: 30 }),
      )
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
  );
  const pair = fc.constantFrom(
    ...ORGS.flatMap((a) => ORGS.filter((b) => b !== a).map((b) => [a, b] as const)),
  );
  const some = fc
    .array(fc.tuple(date, pair), { minLength: 1, maxLength: 60 })
    .map((rows) => rows.map(([when, [a, b]]) => move(when, a, b)));
  const size = fc.constantFrom<Size>(...PAGE);

  test('no two marks share a place, and every area to point at is one mark’s own and holds it', () => {
    fc.assert(
      fc.property(some, size, (moves, kind) => {
        const { items } = draw(dataset(moves), { kind: 'all' }, kind).geometry;
        const marks = marksOf({ items: pointable(items) });
        expect(new Set(marks.map((mark) => mark.id)).size).toBe(marks.length);
        marks.forEach((a, i) => {
          expect(a.hit && around([a.hit, a.box])?.width).toBeCloseTo(a.hit?.width ?? 0, 0);
          for (const b of marks.slice(i + 1)) {
            expect(overlap(a.box, b.box, 0.25)).toBe(false);
            expect(overlap(a.hit as Box, b.hit as Box, 0.25)).toBe(false);
          }
        });
      }),
      { numRuns: 30 },
    );
  });
  test('of two moves one way, the later never stands further left', () => {
    fc.assert(
      fc.property(some, size, (moves, kind) => {
        const { model, geometry } = draw(dataset(moves), { kind: 'all' }, kind);
        const marks = new Map(marksOf(geometry).map((mark) => [mark.id, mark.box]));
        const lanes = model.bands.flatMap(({ up, down }) => [...up.lanes, ...(down?.lanes ?? [])]);
        for (const { data } of lanes)
          for (const a of data)
            for (const b of data)
              if (
                a.precision !== 'year' &&
                b.precision !== 'year' &&
                extentOf(a.date)[1] <= extentOf(b.date)[0]
              )
                expect(middle(marks.get(a.id) as Box)).toBeLessThanOrEqual(
                  middle(marks.get(b.id) as Box) + 0.2,
                );
      }),
      { numRuns: 20 },
    );
  });
  test('no word leaves the drawing, touches another or is cut', () => {
    const view = fc.constantFrom<TimelineView>({ kind: 'all' }, { kind: 'org', org: 'openai' }, SUMMER);
    fc.assert(
      fc.property(some, size, fc.constantFrom<Lang>('en', 'de'), view, (moves, kind, lang, one) => {
        expect(faultsOf(draw(dataset(moves), one, kind, lang).geometry)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('so many moves that months would be too many marks', () => {
  const months = Array.from(
    { length: 96 },
    (_, i) => `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  const many = months.flatMap((date, i) => [
    ...Array.from({ length: 1 + (i % 5) }, () => move(date, 'openai', 'meta', { confirmed: i % 2 === 0 })),
    move(date, 'meta', 'openai'),
  ]);
  const data = dataset([...many, move('2020')]);

  test.each(PAGE)(
    'are a silhouette for each way and standing, with all of its moves in its row, on a %s drawing',
    (size) => {
      const { geometry, table, words } = draw(data, { kind: 'all' }, size);
      const ids = marksOf(geometry).map(({ id }) => id);
      expect(ids.sort()).toEqual([
        'meta-to-openai-reported',
        'openai-to-meta-confirmed',
        'openai-to-meta-reported',
      ]);
      const counted = table.rows.flatMap(({ evidence }) => evidence.map(({ id }) => id));
      expect(new Set(counted)).toEqual(new Set(data.moves.map(({ id }) => id)));
      expect(words.subtitle).toContain('One move of which only the year is known is counted and not drawn.');
    },
  );
  test('what is reported stands on what is confirmed of its month, and both are as high as they count', () => {
    const { geometry } = draw(data);
    const [confirmed, reported] = ['openai-to-meta-confirmed', 'openai-to-meta-reported'].map((id) =>
      marksOf(geometry).find((mark) => mark.id === id),
    );
    // The fullest months of both have as many moves, and stand on the line.
    expect(confirmed?.box.height).toBeCloseTo(reported?.box.height ?? 0, 0);
    const foot = (mark: Mark | undefined) => (mark?.box.y ?? 0) + (mark?.box.height ?? 0);
    expect(foot(confirmed)).toBeCloseTo(foot(reported), 0);
  });
});
