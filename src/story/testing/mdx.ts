/**
 * Reads a story file into front matter, words and components, with the line of each. It knows only the part of MDX
 * that prose uses: no imports, no expressions outside attributes.
 */

export type Prop = string | number | boolean;

export type Piece =
  | { kind: 'text'; line: number; text: string }
  | { kind: 'open' | 'close' | 'alone'; line: number; name: string; props: Readonly<Record<string, Prop>> };

export interface Story {
  /** Values in JSON where they begin with `[`, `{`, `"` or a digit, else plain text. */
  front: Readonly<Record<string, unknown>>;
  pieces: readonly Piece[];
}

/** @throws Error `line: what is wrong` */
export function readStory(source: string): Story {
  const fenced = /^---\n([\s\S]*?)\n---\n/.exec(source);
  if (!fenced) throw new Error('1: missing front matter. Expected a block between two lines of ---.');
  const head = fenced[0];
  return {
    front: readFront(fenced[1] ?? ''),
    pieces: readPieces(source.slice(head.length), lineAt(head, head.length)),
  };
}

function readFront(block: string): Record<string, unknown> {
  const front: Record<string, unknown> = {};
  for (const [index, row] of block.split('\n').entries()) {
    const pair = /^(\w+): +(.+)$/.exec(row);
    if (!pair)
      throw new Error(`${index + 2}: invalid front matter "${row}". Expected "key: value" on one line.`);
    const [, key = '', value = ''] = pair;
    front[key] = /^[[{"\d]/.test(value) ? JSON.parse(value) : value;
  }
  return front;
}

const TAG = /<(\/?)([A-Z]\w*)((?:\s+[a-zA-Z]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*)\s*(\/?)>/y;
const PROP = /([a-zA-Z]+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\}))?/g;
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/y;

function readPieces(body: string, firstLine: number): readonly Piece[] {
  const pieces: Piece[] = [];
  const open: string[] = [];
  let text = '';
  let textAt = 0;
  const line = (at: number) => firstLine - 1 + lineAt(body, at);
  const flush = () => {
    if (text !== '') pieces.push({ kind: 'text', line: line(textAt), text });
    text = '';
  };
  let at = 0;
  while (at < body.length) {
    const comment = match(COMMENT, body, at);
    if (comment) {
      at += comment[0].length;
      continue;
    }
    const tag = match(TAG, body, at);
    if (tag) {
      const [whole, slash, name = '', attributes = '', alone] = tag;
      if (slash && open.pop() !== name) throw new Error(`${line(at)}: </${name}> closes nothing.`);
      if (!slash && !alone) open.push(name);
      flush();
      pieces.push({
        kind: slash ? 'close' : alone ? 'alone' : 'open',
        line: line(at),
        name,
        props: readProps(attributes),
      });
      at += whole.length;
      continue;
    }
    const char = body.charAt(at);
    if ('<{}'.includes(char))
      throw new Error(`${line(at)}: "${char}" is not prose. Expected words and components.`);
    if (text === '') textAt = at;
    text += char;
    at += 1;
  }
  flush();
  if (open.length > 0) throw new Error(`${line(body.length)}: <${open.at(-1)}> is not closed.`);
  return pieces;
}

function readProps(attributes: string): Record<string, Prop> {
  const props: Record<string, Prop> = {};
  for (const [, key = '', double, single, braced] of attributes.matchAll(PROP)) {
    props[key] = double ?? single ?? (braced === undefined ? true : JSON.parse(braced));
  }
  return props;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const lineAt = (text: string, at: number) => text.slice(0, at).split('\n').length;
