/** SVG, its words outlined, to PNG: no typeface, no browser; in threads of their own, and kept. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { kept } from './kept';

/** Part of every key: raise it when the way of drawing changes. */
const VERSION = 'librsvg of sharp 0.35.5, outlines, 256 colours, weighted, level 4';

/** @param scale device pixels per CSS pixel */
export function pngOf(svg: string, scale = 1): Promise<Uint8Array> {
  return kept('pictures', [VERSION, String(scale), svg], () => rasterised(svg, scale));
}

interface Order {
  svg: string;
  scale: number;
  done: (png: Uint8Array) => void;
  failed: (error: Error) => void;
}

/** There are as many as cores. The first of a thread's orders is being drawn. */
interface Thread {
  worker: Worker;
  orders: Order[];
}

/** One is drawn and one lies ready, so that no thread waits for a build that is busy with a page. */
const AT_ONCE = 2;
const waiting: Order[] = [];
const threads: Thread[] = [];

function rasterised(svg: string, scale: number): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    waiting.push({ svg, scale, done, failed });
    handOut();
  });
}

/** What waits goes to whoever has least to do. */
function handOut() {
  while (waiting.length > 0) {
    let free = threads.reduce<Thread | undefined>(
      (least, one) => (least && least.orders.length <= one.orders.length ? least : one),
      undefined,
    );
    if ((!free || free.orders.length > 0) && threads.length < availableParallelism()) free = begin();
    if (!free || free.orders.length >= AT_ONCE) return;
    const order = waiting.shift();
    if (!order) return;
    free.orders.push(order);
    free.worker.ref();
    free.worker.postMessage({ svg: order.svg, scale: order.scale });
  }
}

/** A thread runs its source, which stands in the same place for a build, a test and a command. */
function begin(): Thread {
  const thread: Thread = { worker: new Worker(resolve('src/figure/raster.ts')), orders: [] };
  const { worker, orders } = thread;
  threads.push(thread);
  worker.on('message', ({ png, error }: { png?: Uint8Array; error?: string }) => {
    const order = orders.shift();
    if (png) order?.done(png);
    else order?.failed(new Error(error));
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
