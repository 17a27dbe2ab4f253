/** Pictures and typefaces are made while the build goes on with its pages: in other threads than ours, before they are asked for. */
import { availableParallelism } from 'node:os';

/** As many as keep all cores busy: what is made lies in other threads, and this one is busy with pages. */
const AT_ONCE = 8 * availableParallelism();
const ahead: (() => Promise<unknown>)[] = [];
let workers = 0;

/** @param all  each is made in its turn, and has to remember what it made */
export function makeAhead(all: readonly (() => Promise<unknown>)[]): void {
  if (import.meta.env.DEV) return;
  ahead.push(...all);
  const work = async () => {
    // What fails fails again where it is asked for.
    for (let make = ahead.shift(); make; make = ahead.shift()) await make().catch(() => {});
    workers -= 1;
  };
  for (; workers < AT_ONCE; workers++) work();
}
