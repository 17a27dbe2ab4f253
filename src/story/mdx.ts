/**
 * Reads a story file into front matter, words and components, with the place of each. It knows only the part of MDX
 * that prose uses: no imports, no expressions outside attributes.
 */
import { type Place, quoted } from '~/data/problems';

type Prop = string | number | boolean;

export type Piece = Place &
  (
    | { kind: 'text'; text: string }
    | { kind: 'open' | 'close' | 'alone'; name: string; props: Readonly<Record<string, Prop>> }
  );

/** What is no prose, and where. */
export class ProseFault extends Error {
  readonly place: Place;
  readonly said: string;

  constructor(place: Place, said: string) {
    super(`${place.line}:${place.column} ${said}`);
    this.place = place;
    this.said = said;
  }
}

export interface Story {
  /** Values in JSON where they begin with `[`, `{`, `"` or a digit, else plain text. */
  front: Readonly<Record<string, unknown>>;
  pieces: readonly Piece[];
}

/** @throws ProseFault `line:column what is wrong`, nothing else */
export function readStory(given: string): Story {
  const source = given.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const fenced = /^---\n([\s\S]*?)\n---\n/.exec(source);
  if (!fenced) {
    const said = 'missing front matter. Expected a block between two lines of ---.';
    throw new ProseFault({ line: 1, column: 1 }, said);
  }
  return { front: readFront(fenced[1] ?? ''), pieces: readPieces(source, fenced[0].length) };
}

function readFront(block: string): Record<string, unknown> {
  const front: Record<string, unknown> = {};
  for (const [index, row] of block.split('\n').entries()) {
    const place = { line: index + 2, column: 1 };
    const pair = /^(\w+): +(.+)$/.exec(row);
    if (!pair)
      throw new ProseFault(place, `invalid front matter "${row}". Expected "key: value" on one line.`);
    const [, key = '', value = ''] = pair;
    front[key] = /^[[{"\d]/.test(value) ? parsed(value, place) : value;
  }
  return front;
}

const TAG = /<(\/?)([A-Z]\w*)((?:\s+[a-zA-Z]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*)\s*(\/?)>/y;
const PROP = /([a-zA-Z]+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\}))?/g;
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/y;

function readPieces(body: string, from: number): readonly Piece[] {
  const pieces: Piece[] = [];
  const open: string[] = [];
  let text = '';
  let textAt = 0;
  const place = (at: number) => placeAt(body, at);
  const flush = () => {
    if (text !== '') pieces.push({ kind: 'text', ...place(textAt), text });
    text = '';
  };
  let at = from;
  while (at < body.length) {
    const comment = match(COMMENT, body, at);
    if (comment) {
      at += comment[0].length;
      continue;
    }
    const tag = match(TAG, body, at);
    if (tag) {
      const [whole, slash, name = '', attributes = '', alone] = tag;
      if (slash && open.pop() !== name) throw new ProseFault(place(at), `</${name}> closes nothing.`);
      if (!slash && !alone) open.push(name);
      flush();
      pieces.push({
        kind: slash ? 'close' : alone ? 'alone' : 'open',
        ...place(at),
        name,
        props: readProps(attributes, place(at)),
      });
      at += whole.length;
      continue;
    }
    const char = body.charAt(at);
    if ('<{}'.includes(char))
      throw new ProseFault(place(at), `"${char}" is not prose. Expected words and components.`);
    if (text === '') textAt = at;
    text += char;
    at += 1;
  }
  flush();
  if (open.length > 0) throw new ProseFault(place(body.length), `<${open.at(-1)}> is not closed.`);
  return pieces;
}

function readProps(attributes: string, place: Place): Record<string, Prop> {
  const props: Record<string, Prop> = {};
  for (const [, key = '', double, single, braced] of attributes.matchAll(PROP)) {
    props[key] = double ?? single ?? (braced === undefined ? true : (parsed(braced, place) as Prop));
  }
  return props;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function parsed(json: string, place: Place): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ProseFault(place, `${quoted(json)} is not JSON.`);
  }
}

function placeAt(text: string, at: number): Place {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
