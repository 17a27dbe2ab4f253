/** Work that takes long and needs nothing of a build, in threads of its own: as many as there are cores. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

interface Order<Asked> {
  asked: Asked;
  done: (made: Uint8Array) => void;
  failed: (error: Error) => void;
}

/** The first of a thread's orders is being made. */
interface Thread<Asked> {
  worker: Worker;
  orders: Order<Asked>[];
}

/** What a thread answers to an order, each in its turn. */
export type Answer = { made: Uint8Array } | { error: string };

/** One is made and the others lie ready, so that no thread waits for a build that is busy with a page, some of which take long. */
const AT_ONCE = 4;

/**
 * @param source  from the root of the project: a thread runs it as it stands, in a build, a test and a command alike
 * @returns makes of an order what the source makes of it
 */
export function threadsOf<Asked>(source: string): (asked: Asked) => Promise<Uint8Array> {
  const waiting: Order<Asked>[] = [];
  const threads: Thread<Asked>[] = [];

  /** What waits goes to whoever has least to do. */
  function handOut() {
    while (waiting.length > 0) {
      let free = threads.reduce<Thread<Asked> | undefined>(
        (least, one) => (least && least.orders.length <= one.orders.length ? least : one),
        undefined,
      );
      if ((!free || free.orders.length > 0) && threads.length < availableParallelism()) free = begin();
      if (!free || free.orders.length >= AT_ONCE) return;
      const order = waiting.shift();
      if (!order) return;
      free.orders.push(order);
      free.worker.ref();
      free.worker.postMessage(order.asked);
    }
  }

  function begin(): Thread<Asked> {
    const thread: Thread<Asked> = { worker: new Worker(resolve(source)), orders: [] };
    const { worker, orders } = thread;
    threads.push(thread);
    worker.on('message', (answer: Answer) => {
      const order = orders.shift();
      if ('made' in answer) order?.done(answer.made);
      else order?.failed(new Error(answer.error));
      // A thread that has nothing to do keeps no build from ending.
      if (orders.length === 0) worker.unref();
      handOut();
    });
    worker.on('error', (error) => {
      threads.splice(threads.indexOf(thread), 1);
      for (const order of orders) order.failed(error instanceof Error ? error : new Error(String(error)));
      handOut();
    });
    return thread;
  }

  return (asked) =>
    new Promise((done, failed) => {
      waiting.push({ asked, done, failed });
      handOut();
    });
}
