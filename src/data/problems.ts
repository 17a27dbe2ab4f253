/** A mistake in the data, where it stands, and how all of them are told at once. */

/** Lines and columns start at 1; a column counts UTF-16 units, as editors do, without a byte order mark. */
export interface Place {
  line: number;
  column: number;
}

export interface Problem extends Place {
  /** Relative to the working directory, never absolute. */
  file: string;
  /** Name of the column or of the property; empty where the whole line or file is meant. */
  field: string;
  /** What is wrong, what was expected, and what to do. */
  message: string;
}

/** Beyond this many lines a terminal helps nobody; the rest is counted. */
const SHOWN = 500;

/** One line per problem and a closing count. Nothing for no problem. */
export function formatProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const lines = problems.slice(0, SHOWN).map(formatProblem);
  if (problems.length > SHOWN) lines.push(`... and ${problems.length - SHOWN} more.`);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [...lines, `${count}. Nothing was built.`].join('\n');
}

export function formatProblem({ file, line, column, field, message }: Problem): string {
  return `${file}:${line}:${column} ${field === '' ? '' : `${field}: `}${message}`;
}

/** By file, then in reading order. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** Thrown once, with every problem in it; its stack is its message, so no tool prints a trace. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
    this.stack = this.message;
  }
}

/** A text in quotes for a message, cut where it is long. */
export function quoted(text: string): string {
  const oneLine = text.replace(/\s*[\r\n]+\s*/g, ' ');
  return `"${oneLine.length > 60 ? `${oneLine.slice(0, 59)}…` : oneLine}"`;
}
