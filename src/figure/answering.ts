/** In a thread of `threads.ts`: answers each order in its turn. */
import { parentPort } from 'node:worker_threads';
import type { Answer } from './threads';

export function answering<Asked>(make: (asked: Asked) => Promise<Uint8Array>): void {
  const answer = async (asked: Asked): Promise<Answer> => {
    try {
      return { made: await make(asked) };
    } catch (error) {
      return { error: String(error) };
    }
  };
  // The next lies ready.
  let turn = Promise.resolve();
  parentPort?.on('message', (asked: Asked) => {
    turn = turn.then(async () => parentPort?.postMessage(await answer(asked)));
  });
}
