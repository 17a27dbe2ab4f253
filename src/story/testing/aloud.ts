/** A story file as its reader reads it, charts left out: for counting words and for reading before print. */

import { formatDate } from '~/i18n/dates';
import type { Piece, Story } from '../mdx';
import { type Context, isSpeaker, misreports, speak } from '../sayings';

/** Components whose words stand between the tags. */
const WRAPPING = ['Claim', 'Who'];
/** Components that print no words of their own. */
const SILENT = ['Chart', 'Scrolly', 'Step'];

type Tag = Exclude<Piece, { kind: 'text' }>;

/** @throws Error `line: <Component …>: what is wrong` for the first component that cannot speak */
export function readAloud({ pieces }: Story, context: Context): string {
  const spoken = pieces.map((piece) => {
    if (piece.kind === 'text') return piece.text;
    if (piece.kind === 'close') return '';
    try {
      return wordsOf(piece, context);
    } catch (error) {
      throw new Error(`${piece.line}: ${error instanceof Error ? error.message : error}`);
    }
  });
  return spoken
    .join('')
    .replace(/[*_]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export const countWords = (text: string) =>
  text.split(/[\s\u00a0]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** How many times a text opens evidence. */
export function countCitations({ pieces }: Story): number {
  return pieces.filter(
    (piece) => piece.kind !== 'text' && piece.kind !== 'close' && !SILENT.includes(piece.name),
  ).length;
}

function wordsOf({ kind, name, props }: Tag, context: Context): string {
  if (SILENT.includes(name)) return '';
  if (name === 'Misreports') {
    const { say } = context;
    return misreports(props, context)
      .map(
        (row) =>
          `${say('story.misreports.said')} ${row.said} ${say('story.misreports.correct')} ${row.correct}`,
      )
      .join('\n');
  }
  if (name === 'Quote') {
    const { text, row } = speak('Quote', props as never, context);
    return `${text}\n${row.speaker}, ${row.role[context.lang]}, ${formatDate(row.date, context.lang)}`;
  }
  if (!isSpeaker(name)) throw new Error(`unknown component <${name}>.`);
  const { text } = speak(name, props as never, context);
  return kind === 'open' && WRAPPING.includes(name) ? '' : text;
}
