/** One cell against its field: type, constraints, and what no cell may hold. */
import { extentOf } from '~/i18n/dates';
import { dateFault } from './dates';
import type { Field } from './descriptor';
import { didYouMean } from './nearest';
import { quoted } from './problems';

/** `undefined` where the cell is empty or wrong. */
export type Value = string | number | boolean | readonly string[] | undefined;

interface Checked {
  value: Value;
  faults: readonly CellFault[];
}

interface CellFault {
  message: string;
  /** Characters from the start of the text, for an item of a list. */
  offset: number;
}

/** A spreadsheet runs a cell that starts so; a minus is fine before a digit. */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d))/;
/** Most cells, which need no closer look. */
const PLAIN = /^[ -~]*$/;
const CONTROL = /[^\P{Cc}\n\t]|\ufffd/u;
/** Nobody sees them, and some turn the letters around them; joiners belong to the spelling of some scripts. */
const INVISIBLE = /[\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu;
const JOINERS = '\u200c\u200d';
/** What code says where there is nothing. */
const NOTHING = ['null', 'undefined', 'nan'];

export function checkCell(field: Field, text: string): Checked {
  if (text === '') return field.required ? fault(`empty. Expected ${expected(field)}.`) : EMPTY;
  const odd = strange(field, text);
  if (odd !== '') return fault(odd);
  switch (field.type) {
    case 'string':
      return checkString(field, text);
    case 'integer':
    case 'number':
      return checkNumber(field, text);
    case 'boolean':
      if (text === 'true' || text === 'TRUE') return { value: true, faults: [] };
      if (text === 'false' || text === 'FALSE') return { value: false, faults: [] };
      return fault(`${quoted(text)} is neither true nor false.`);
    case 'date': {
      const wrong =
        text.length === 10 ? dateFault(text) || untimely(field, text) : 'is not a day. Expected YYYY-MM-DD.';
      return wrong === '' ? { value: text, faults: [] } : fault(`${quoted(text)} ${wrong}`);
    }
    case 'list':
      return checkList(field, text);
  }
}

const EMPTY: Checked = { value: undefined, faults: [] };

function fault(message: string, offset = 0): Checked {
  return { value: undefined, faults: [{ message, offset }] };
}

function strange(field: Field, text: string): string {
  if (!field.allowFormula && FORMULA.test(text)) {
    return `${quoted(text)} looks like a formula, and a spreadsheet would run it. Expected no =, +, @, - or tab at the start.`;
  }
  if (text.trim() !== text) return `${quoted(text)} has a space at its start or end. Expected none.`;
  if (text.length > field.longest)
    return `${quoted(text)} has ${text.length} letters. Expected at most ${field.longest}: addresses and files are named after it.`;
  if (field.key && NOTHING.includes(text)) return `"${text}" is the word for nothing. Expected a name.`;
  return PLAIN.test(text) ? '' : unseen(field, text);
}

function unseen(field: Field, text: string): string {
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined)
    return `${quoted(text.replace(CONTROL, '?'))} holds the unreadable character ${codeOf(control)}.`;
  const hidden = text.match(INVISIBLE)?.find((one) => !field.anyScript || !JOINERS.includes(one));
  if (hidden !== undefined)
    return `${quoted(text.replace(INVISIBLE, '?'))} holds the invisible character ${codeOf(hidden)}. Expected it deleted.`;
  return '';
}

/** "U+200B" */
export const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function checkString(field: Field, text: string): Checked {
  if (field.partialDate) {
    const wrong = dateFault(text) || untimely(field, text);
    if (wrong !== '') return fault(`${quoted(text)} ${wrong}`);
  }
  if (field.options !== undefined && !field.options.includes(text)) {
    const guess = didYouMean(text, field.options);
    return fault(`${quoted(text)} is not known here. Expected ${expected(field)}.${guess}`);
  }
  if (field.uri && !isWebAddress(text)) {
    return fault(`${quoted(text)} is not a web address. Expected ${expected(field)}.`);
  }
  if (field.pattern !== undefined && !field.pattern.test(text)) {
    return fault(`${quoted(text)} does not fit. Expected ${expected(field)}.`);
  }
  return { value: text, faults: [] };
}

/** What is wrong with when a sound date is, as the end of a sentence that begins with it; empty where nothing is. */
function untimely({ earliest, planned }: Field, date: string): string {
  const [start] = extentOf(date);
  if (earliest !== undefined && start < extentOf(earliest)[0])
    return `is earlier than anything here. Expected ${earliest} or later.`;
  if (planned || start < Date.now() + YEAR) return '';
  return 'is more than a year ahead. Expected the date of what has happened.';
}

/** An announcement may be of what comes next. */
const YEAR = 365 * 864e5;

function checkNumber(field: Field, text: string): Checked {
  const form = field.type === 'integer' ? /^-?\d+$/ : /^-?\d+(?:\.\d+)?$/;
  const value = Number(text);
  if (!form.test(text) || !Number.isFinite(value)) {
    return fault(`${quoted(text)} is not a number. Expected ${expected(field)}.`);
  }
  if (value < field.minimum) return fault(`${text} is too small. Expected at least ${field.minimum}.`);
  if (value > field.maximum) return fault(`${text} is too large. Expected at most ${field.maximum}.`);
  return { value, faults: [] };
}

function checkList(field: Field, text: string): Checked {
  const faults: CellFault[] = [];
  const seen = new Set<string>();
  let offset = 0;
  for (const item of text.split(field.delimiter)) {
    if (item === '') faults.push({ message: `an empty item. Expected ${expected(field)}.`, offset });
    else if (item.trim() !== item) {
      faults.push({ message: `${quoted(item)} has a space at its start or end. Expected none.`, offset });
    } else if (seen.has(item)) {
      faults.push({ message: `"${item}" is named twice. Expected it once.`, offset });
    }
    seen.add(item);
    offset += item.length + field.delimiter.length;
  }
  return faults.length === 0 ? { value: [...seen], faults } : { value: undefined, faults };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}

/** What a cell should hold, as the rest of "Expected ...". */
function expected(field: Field): string {
  if (field.partialDate) return 'YYYY, YYYY-MM or YYYY-MM-DD';
  if (field.options !== undefined) return oneOf(field.options);
  if (field.uri) return 'a full address with https://';
  switch (field.type) {
    case 'string':
      if (field.pattern === undefined) return 'a text';
      return field.example
        ? `a text such as ${quoted(field.example)}`
        : `a text like ${field.pattern.source}`;
    case 'integer':
      return 'a whole number in digits, without separators';
    case 'number':
      return 'digits with a point, such as 1.5, without separators';
    case 'boolean':
      return 'true or false';
    case 'date':
      return 'YYYY-MM-DD';
    case 'list':
      return `one or more, separated by "${field.delimiter}"`;
  }
}

function oneOf(options: readonly string[]): string {
  const all = options.map((option) => `"${option}"`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
