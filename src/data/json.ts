/** JSON whose values know where they stand, so that a mistake in a descriptor can be pointed at. */
import type { Place } from './problems';

export type Path = readonly (string | number)[];

export interface LocatedJson {
  value: unknown;
  /** Where the value of a path starts; where there is none, the nearest value around it. */
  at(path: Path): Place;
}

/** `JSON.parse` names a position only for some mistakes, and none for the values. */
export class JsonFault extends Error {
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const DEEPEST = 100;

/** Throws a JsonFault, nothing else. */
export function readJson(text: string): LocatedJson {
  const places = new Map<string, number>();
  let at = 0;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const peek = (): string => {
    take(SPACE);
    return text[at] ?? '';
  };
  const fail = (expected: string): never => {
    const found = at >= text.length ? 'the end of the file' : `"${text[at]}"`;
    throw new JsonFault(`not JSON: found ${found}. Expected ${expected}.`, placeOf(text, at));
  };
  const expect = (mark: string, expected: string): void => {
    if (peek() !== mark) fail(expected);
    at += 1;
  };

  const string = (expected: string): string => JSON.parse(take(STRING) ?? fail(expected)) as string;

  const value = (path: Path): unknown => {
    const mark = peek();
    places.set(key(path), at);
    if (path.length > DEEPEST) fail('fewer levels');
    if (mark === '{') return object(path);
    if (mark === '[') return array(path);
    if (mark === '"') return string('a closing quote, and backslashes only before what JSON escapes');
    const plain = take(NUMBER) || take(WORD);
    return plain ? (JSON.parse(plain) as unknown) : fail('a value');
  };

  const object = (path: Path): unknown => {
    const entries = new Map<string, unknown>();
    at += 1;
    if (peek() === '}') {
      at += 1;
      return {};
    }
    for (;;) {
      peek();
      const start = at;
      const name = string('a name in double quotes');
      if (entries.has(name)) {
        throw new JsonFault(`"${name}" is here twice. Expected it once.`, placeOf(text, start));
      }
      expect(':', 'a colon');
      entries.set(name, value([...path, name]));
      if (peek() !== ',') break;
      at += 1;
    }
    expect('}', 'a comma or "}"');
    return Object.fromEntries(entries);
  };

  const array = (path: Path): unknown[] => {
    const items: unknown[] = [];
    at += 1;
    if (peek() === ']') {
      at += 1;
      return items;
    }
    for (;;) {
      items.push(value([...path, items.length]));
      if (peek() !== ',') break;
      at += 1;
    }
    expect(']', 'a comma or "]"');
    return items;
  };

  const root = value([]);
  if (peek() !== '') fail('the end of the file');
  return {
    value: root,
    at(path) {
      for (let length = path.length; length > 0; length--) {
        const index = places.get(key(path.slice(0, length)));
        if (index !== undefined) return placeOf(text, index);
      }
      return placeOf(text, places.get(key([])) ?? 0);
    },
  };
}

function key(path: Path): string {
  return JSON.stringify(path);
}

function placeOf(text: string, index: number): Place {
  const lines = text.slice(0, index).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
