/**
 * `npm run data:check` tells every mistake in the data, where it stands; `npm run data:add` asks for a move and its
 * sources and adds them. Answers may come from a terminal or, one a line, from a file.
 */
import { createInterface } from 'node:readline';
import { Failure, say } from './lib/steps.mjs';
import { keptModule } from './lib/typescript.mjs';

const load = () => keptModule('src/pages/_data-command.ts');

export async function dataCheck() {
  const { check } = await load();
  tell(check());
}

export async function dataAdd() {
  const { addMove, check } = await load();
  const input = createInterface({
    input: process.stdin,
    output: process.stdin.isTTY ? process.stdout : undefined,
  });
  // On a terminal it takes the key for itself.
  input.on('SIGINT', () => input.close());
  const lines = input[Symbol.asyncIterator]();
  const ask = async (question) => {
    say(question);
    if (process.stdin.isTTY) process.stdout.write('> ');
    const { value, done } = await lines.next();
    if (done) throw new Failure('The answers ended here. Nothing was added.');
    return value;
  };
  say('One question after the other. Ctrl+C ends it, and nothing is added until the last is answered.');
  const added = await addMove({ ask, tell: say }).finally(() => input.close());
  if (!added) return;
  const { lines: found, failed } = check();
  say('');
  tell({ lines: found, failed });
  say(
    failed
      ? 'The rows are there; mend them in an editor and run: npm run data:check'
      : 'Next: npm start shows it; npm test names sentences that a new count makes wrong; npm run release publishes it.',
  );
}

function tell({ lines, failed }) {
  if (failed) process.exitCode = 1;
  for (const line of lines) say(line);
}
