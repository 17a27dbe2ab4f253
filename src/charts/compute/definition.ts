/** What `compute` says of the machines: how much runs, how many chips, how much money, and who says so. */
import { formatDate } from '~/i18n/dates';
import { numberFormat } from '~/i18n/intl';
import { type Lang, LOCALE } from '~/i18n/languages';
import { formatDollars, formatNumber, spellNumber } from '~/i18n/numbers';
import { keyOf, type Say, type Values } from '~/i18n/say';
import { capital } from '~/i18n/sentence';
import type { ChartDefinition, ChartWords, Column, Row } from '../contract';
import {
  type ComputeModel,
  type ComputeView,
  computeModel,
  type GpuSite,
  type Machines,
  type Part,
  type PowerSite,
  type Sum,
} from './model';

export const definition: ChartDefinition<ComputeView, ComputeModel> = {
  id: 'compute',
  needs: ['sites', 'machines', 'sums'],

  views: () => [
    { slug: '', view: 'power' },
    { slug: 'gpus', view: 'gpus' },
    { slug: 'money', view: 'money' },
  ],

  model: computeModel,

  words(model, say, lang) {
    const own = WORDS[model.view](model, say, lang);
    return {
      name: say(`${model.view}.name`),
      subtitle: say(`${model.view}.subtitle`, blockWords(model, say, lang)),
      foot: say(`${model.view}.foot`, footWords(model, lang)),
      ...own,
    };
  },

  table(model, say, lang) {
    const rows = ROWS[model.view](model, say, lang);
    const columns = COLUMNS[model.view].map(
      (key): Column => ({
        key,
        label: say(`table.${key}`),
        ...(key === 'site' ? { name: true } : {}),
        ...(key === 'amount' ? { numeric: true } : {}),
      }),
    );
    return { caption: say(`${model.view}.caption`), columns, rows };
  },
};

/** What one block, and a column of ten, stand for. */
const blockWords = ({ view, block }: ComputeModel, say: Say, lang: Lang): Values =>
  view === 'power'
    ? {
        block:
          block < 1000
            ? say('mw', { value: formatNumber(block, lang) })
            : say('gigawatts', { value: formatNumber(block / 1000, lang) }),
      }
    : { block: formatNumber(block, lang), column: formatNumber(10 * block, lang) };

/** Who says what runs, and of what it is the power. */
const footWords = ({ estimate, measured }: ComputeModel, lang: Lang): Values => ({
  who: estimate?.who ?? 'none',
  date: estimate ? formatDate(estimate.date, lang) : '',
  measured: measured || 'unsaid',
});

type Own = Pick<ChartWords, 'title' | 'summary'>;
type ByView<T> = Record<ComputeView, (model: ComputeModel, say: Say, lang: Lang) => T>;

const WORDS: ByView<Own> = {
  power({ power }, say, lang) {
    const planned = total(power, (site) => site.planned);
    const running = total(power, (site) => site.running);
    const most = decimalsOf(power);
    const each = power.map((site) =>
      say('power.one', { name: site.name, power: powerOf(site, say, lang, most) }),
    );
    const values = {
      planned: gigawatts(planned, lang, TOTAL),
      running: gigawatts(running, lang, TOTAL),
      sites: spellNumber(power.length, lang),
      n: power.length,
      each: each.join('; '),
    };
    return { title: say('power.title', values), summary: say('power.summary', values) };
  },

  gpus({ gpus }, say, lang) {
    const grown = growthIn(gpus);
    const most = Math.max(0, ...gpus.flatMap((site) => site.machines.map((one) => one.gpus)));
    const told = grown
      ? [
          say('gpus.one', {
            name: grown.site.name,
            states: grown.site.machines.map((one) => machinesOf(one, say, lang)).join(', '),
          }),
        ]
      : [];
    const rest = gpus.filter((site) => site !== grown?.site);
    const grouped = STATES.flatMap((state) => {
      const list = rest.flatMap((site) =>
        site.machines
          .filter((one) => one.state === state)
          .map((one) => say('gpus.item', { name: site.name, gpus: formatNumber(one.gpus, lang) })),
      );
      return list.length > 0
        ? [say('gpus.group', { state: say(`state.${state}`), list: list.join(', ') })]
        : [];
    });
    const values = { most: formatNumber(most, lang), each: capital([...told, ...grouped].join('; ')) };
    return {
      title: grown
        ? say('gpus.title', {
            name: grown.site.name,
            from: formatNumber(grown.first.gpus, lang),
            to: formatNumber(grown.last.gpus, lang),
            words: grown.last.words,
            isLeased: grown.leased ? 'yes' : 'no',
            leased: grown.leased?.words ?? '',
          })
        : say('gpus.title.plain', values),
      summary: say('gpus.summary', values),
    };
  },

  money({ sums }, say, lang) {
    const announced = largest(sums.filter((sum) => sum.kind === 'programme' && sum.state === 'announced'));
    const raised =
      announced &&
      largest(
        sums.filter((sum) => sum.kind === 'site' && sum.state === 'agreed' && sum.org === announced.org),
      );
    const groups = new Map<string, string[]>();
    // One programme may have been put at several sums: the largest stands for it.
    const said = sums.filter(
      (sum) =>
        sum.kind !== 'programme' ||
        largest(sums.filter((one) => one.kind === 'programme' && one.name === sum.name)) === sum,
    );
    for (const sum of said) {
      const head = say(sum.kind === 'month' ? 'kind.month' : `state.${sum.state}`);
      const amount = say(`bound.${sum.bound}`, { amount: formatNumber(sum.dollars / 1e9, lang, 2) });
      groups.set(head, [...(groups.get(head) ?? []), say('money.one', { name: sum.name, amount })]);
    }
    const each = [...groups].map(([state, list]) => say('money.group', { state, list: list.join(', ') }));
    return {
      title:
        announced && raised
          ? say('money.title', {
              programme: announced.name,
              announced: dollarsOf(announced, say, lang),
              raised: formatDollars(raised.dollars, lang),
              // Both in billions: the unit need not be said twice.
              short:
                raised.dollars >= 1e9
                  ? formatNumber(raised.dollars / 1e9, lang)
                  : formatDollars(raised.dollars, lang),
              site: raised.name,
            })
          : say('money.title.plain', { n: sums.length, word: capital(spellNumber(sums.length, lang)) }),
      summary: say('money.summary', { each: each.join('; ') }),
    };
  },
};

const COLUMNS: Record<ComputeView, readonly string[]> = {
  power: ['site', 'org', 'state', 'amount', 'date', 'note'],
  gpus: ['site', 'org', 'state', 'amount', 'chip', 'date', 'note'],
  money: ['site', 'kind', 'state', 'amount', 'date', 'note'],
};

const ROWS: ByView<Row[]> = {
  power: ({ power }, say, lang) =>
    power.flatMap((site) =>
      site.parts.map((part) => ({
        id: part.id,
        evidence: part.evidence,
        cells: {
          site: site.name,
          org: site.orgName,
          state: say(`state.${stateOf(site, part)}`),
          amount: say('gw', { value: gigawatts(part.megawatts, lang, decimalsOf(power)) }),
          date: formatDate(part.date, lang),
          note: [restOf(part, say, lang), site.fate].filter(Boolean).join('; '),
        },
      })),
    ),

  gpus: ({ gpus }, say, lang) =>
    gpus.flatMap((site) =>
      site.machines.map((one) => ({
        id: one.id,
        evidence: one.evidence,
        cells: {
          site: site.name,
          org: site.orgName,
          state: say(`state.${one.state}`),
          amount: formatNumber(one.gpus, lang),
          chip: say(`chip.${keyOf(one.chip)}`),
          date: formatDate(one.date, lang),
          note: one.words,
        },
      })),
    ),

  money: ({ sums }, say, lang) =>
    sums.map((sum) => ({
      id: sum.id,
      evidence: sum.evidence,
      cells: {
        site: nameOf(sum, sums, say, lang),
        kind: say(`kind.${sum.kind}`),
        state: say(`state.${sum.state}`),
        amount: dollarsOf(sum, say, lang),
        date: formatDate(sum.date, lang),
        note: sum.terms,
      },
    })),
};

/** "2.0", "0.95": megawatts in gigawatts, with a decimal at least and so many at most; none is "0". */
export function gigawatts(megawatts: number, lang: Lang, most = 2): string {
  const digits = { minimumFractionDigits: megawatts === 0 ? 0 : 1, maximumFractionDigits: most };
  return numberFormat(LOCALE[lang].intl, digits).format(megawatts / 1000);
}

/** "1.2 GW less 0.42 GW": how a remainder comes about that no source gives; '' for what one does. */
export function restOf({ state, rest }: Part, say: Say, lang: Lang): string {
  if (!rest) return '';
  const [whole, less] = [rest.whole, rest.less].map((value) =>
    say('gw', { value: gigawatts(value, lang) }),
  ) as [string, string];
  return say('power.rest', { state, whole, less });
}

/** "0.95 of 2.0 GW" */
export const powerOf = (
  { running, planned }: Pick<PowerSite, 'running' | 'planned'>,
  say: Say,
  lang: Lang,
  most?: number,
) => say('power.of', { running: gigawatts(running, lang, most), planned: gigawatts(planned, lang, most) });

/** Most decimals of a total, and of what it adds up: two, or all that megawatts have where two would make another total. */
export const TOTAL = 1;
export function decimalsOf(sites: readonly PowerSite[]): number {
  const rounded = (value: number, unit: number) => Math.round(value / unit) * unit;
  const addsUp = (of: (site: PowerSite) => number) =>
    rounded(
      total(sites, (site) => rounded(of(site), 10)),
      100,
    ) === rounded(total(sites, of), 100);
  return addsUp(({ running }) => running) && addsUp(({ planned }) => planned) ? 2 : 3;
}

/** The state of a part, and on whose word it is said to run. */
export function stateOf(
  { basis, oneSource }: Pick<PowerSite, 'basis' | 'oneSource'>,
  { state }: Pick<Part, 'state'>,
): Part['state'] | 'owner' | 'single' {
  if (state !== 'running') return state;
  if (basis === 'owner') return 'owner';
  return oneSource ? 'single' : 'running';
}

/** "2.1 of 9.5 GW" at all sites together, and on whose word. */
export function totalOf(sites: readonly PowerSite[], say: Say, lang: Lang) {
  const single = total(
    sites.filter((site) => site.oneSource && site.basis !== 'owner'),
    (site) => site.running,
  );
  return {
    name: say('power.all', { n: sites.length, sites: spellNumber(sites.length, lang) }),
    power: powerOf(sumOf(sites), say, lang, TOTAL),
    basis: say('power.basis', {
      share: shareOf(sites),
      single: single > 0 ? say('gw', { value: gigawatts(single, lang, decimalsOf(sites)) }) : 'none',
    }),
  };
}

/** "100,000 online (2024)": with what was said of them. */
export function machinesOf(one: Machines, say: Say, lang: Lang): string {
  return say('gpus.state', {
    gpus: formatNumber(one.gpus, lang),
    words: one.words,
    year: formatDate(one.date, lang, 'year'),
  });
}

/** "Stargate, January 2025": a name that several sums share has its date. */
export const nameOf = (sum: Sum, sums: readonly Sum[], say: Say, lang: Lang): string =>
  isShared(sum, sums)
    ? say('money.dated', { name: sum.name, date: formatDate(sum.date, lang, 'month') })
    : sum.name;

export const isShared = ({ name }: Sum, sums: readonly Sum[]) =>
  sums.filter((one) => one.name === name).length > 1;

/** "up to $500 billion", with "a month" where it is rent. */
export function dollarsOf(sum: Pick<Sum, 'dollars' | 'bound' | 'kind'>, say: Say, lang: Lang): string {
  const amount = say(`bound.${sum.bound}`, { amount: formatDollars(sum.dollars, lang) });
  return sum.kind === 'month' ? say('monthly', { amount }) : amount;
}

export const total = (sites: readonly PowerSite[], of: (site: PowerSite) => number) =>
  sites.reduce((sum, site) => sum + of(site), 0);

/** Megawatts at all sites together. */
export const sumOf = (sites: readonly PowerSite[]) => ({
  running: total(sites, (site) => site.running),
  planned: total(sites, (site) => site.planned),
});

/** Share of all running power that an owner's own statement carries, in words a message can choose by. */
export function shareOf(sites: readonly PowerSite[]): string {
  const running = total(sites, (site) => site.running);
  const stated = total(
    sites.filter((site) => site.basis === 'owner'),
    (site) => site.running,
  );
  if (stated === 0) return 'none';
  const share = stated / running;
  if (share > 0.55) return 'most';
  if (share > 0.5) return 'half';
  return share > 0.45 ? 'nearly' : 'part';
}

export interface Growth {
  site: GpuSite;
  first: Machines;
  last: Machines;
  leased: Machines | undefined;
}

const STATES: readonly Machines['state'][] = ['running', 'leased', 'planned', 'paused'];

/** The first site that grew, if any did: the title speaks of it. */
export const growthIn = (sites: readonly GpuSite[]): Growth | undefined =>
  sites.map(growthOf).find((one) => one !== undefined);

/** A site whose running chips grew, and whether they were leased out afterwards. */
function growthOf(site: GpuSite): Growth | undefined {
  const running = site.machines.filter((one) => one.state === 'running');
  const [first] = running;
  const last = running.at(-1);
  if (!first || !last || last.gpus <= first.gpus) return undefined;
  const leased = site.machines.find((one) => one.state === 'leased' && one.date > last.date);
  return { site, first, last, leased };
}

const largest = (sums: readonly Sum[]) => [...sums].sort((a, b) => b.dollars - a.dollars)[0];
