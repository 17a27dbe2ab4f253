/** Finds in prose what must come from the data: figures, dates, quotations; and words this site does not use. */
import { type Lang, LOCALE } from '~/i18n/languages';

interface Finding {
  line: number;
  /** The offending words. */
  found: string;
  why: string;
}

interface Rule {
  why: string;
  pattern: RegExp;
}

/** Inside a word's edges, letters of any alphabet counted; `i` is added where case does not matter. */
const words = (why: string, list: string, flags = 'giu'): Rule => ({
  why,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, flags),
});

const NUMBER = 'a number typed by hand. Expected <Count> or <Fact>';
const DATE = 'a date typed by hand. Expected <When>';
const OURS = 'a word we do not use for moves: it claims a motive, or a whole company';

const EVERYWHERE: readonly Rule[] = [
  { why: 'a digit typed by hand. Expected <Count>, <Fact> or <When>', pattern: /\d[\d.,]*/g },
  { why: 'a quotation mark typed by hand. Expected <Said> or <Quote>', pattern: /["“”„«»‚‘]/g },
];

/** One and two are words like others; from three on a number is a figure. */
const RULES: Partial<Record<Lang, readonly Rule[]>> = {
  en: [
    words(
      NUMBER,
      'three|four|five|six|seven|eight|nine|ten|eleven|(?:thir|four|fif|six|seven|eigh|nine)teen|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)?|(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?|trio|quartet|dozens?|hundreds?|thousands?|[mbtr]+illions?|threefold|fourfold|tripled?',
    ),
    words(
      DATE,
      'January|February|March|April|May|June|July|August|September|October|November|December',
      'gu',
    ),
    words(DATE, '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?', 'gu'),
    words(
      OURS,
      'poach\\p{L}*|raid\\p{L}*|los(?:e|es|t|ing|s|ses)|gain\\p{L}*|took|answered|lur(?:e|es|ed|ing)|st(?:eal|eals|ole|olen)|snatch\\p{L}*|grab\\p{L}*|war|wars|battle\\p{L}*|exodus|defect(?:s|ed|or|ors)|hemorrhag\\p{L}*',
    ),
    words(
      'hype',
      'unprecedented|stunning\\p{L}*|seismic|game-chang\\p{L}*|bombshell|skyrocket\\p{L}*|eye-watering|staggering|frenz\\p{L}*|superstars?|rockstars?|legendary|genius\\p{L}*',
    ),
    words('"engineers" for the four: Angela Fan is a researcher', 'the (?:four )?engineers'),
  ],
  de: [
    words(
      NUMBER,
      '(?:drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)(?:zehn|e[rnsm]?|te[rnsm]?|mal|fach\\p{L}*)?|\\p{L}+undzwanzig|dritte[rnsm]?|Trio|Quartett|Dutzend\\p{L}*|Hundert\\p{L}*|Tausend\\p{L}*|\\p{L}*hundert|\\p{L}*tausend|Million(?:en)?|Milliarden?|Billion(?:en)?',
    ),
    words(DATE, 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'),
    words(DATE, '(?:Mon|Diens|Donners|Frei|Sams|Sonn)tags?|Mittwochs?'),
    words(
      OURS,
      'abgeworben\\p{L}*|abwerb\\p{L}*|Raubzug|Raubzüge|verlor\\p{L}*|verlier\\p{L}*|gewann\\p{L}*|gewinn\\p{L}*|gewonnen|krieg\\p{L}*|schlacht\\p{L}*|geraubt\\p{L}*|Exodus|Aderlass',
    ),
    words('hype', 'beispiellos\\p{L}*|sensationell\\p{L}*|atemberaubend\\p{L}*|Superstars?|Genies?'),
  ],
};

/** For a language without rules of its own: its numbers, months and weekdays. */
function plainRules(lang: Lang): readonly Rule[] {
  const { intl, numbers } = LOCALE[lang];
  const named = (options: Intl.DateTimeFormatOptions, count: number, days: number) =>
    Array.from({ length: count }, (_, i) =>
      new Intl.DateTimeFormat(intl, { timeZone: 'UTC', ...options }).format(Date.UTC(2024, 0, 1 + i * days)),
    ).join('|');
  return [
    words(NUMBER, numbers.slice(3).join('|')),
    words(DATE, named({ month: 'long' }, 12, 31), 'gu'),
    words(DATE, named({ weekday: 'long' }, 7, 1), 'gu'),
  ];
}

/** Names with digits would be listed here, each with its reason; the prose so far does without. */
const ALLOWED: readonly string[] = [];

/** @param firstLine the line on which the text begins */
export function findTyped(text: string, lang: Lang, firstLine = 1): readonly Finding[] {
  const prose = ALLOWED.reduce((rest, name) => rest.replaceAll(name, ' '.repeat(name.length)), text);
  return [...EVERYWHERE, ...(RULES[lang] ?? plainRules(lang))]
    .flatMap(({ why, pattern }) =>
      [...prose.matchAll(pattern)].map((match) => ({
        line: firstLine + prose.slice(0, match.index).split('\n').length - 1,
        found: match[0],
        why,
      })),
    )
    .sort((a, b) => a.line - b.line);
}
