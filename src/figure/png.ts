/** SVG, its words outlined, to PNG: no typeface, no browser; in threads of their own, and kept. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { kept } from './kept';

/** Part of every key: raise it when the way of drawing changes. */
const VERSION = 'librsvg of sharp 0.35.5, outlines, 256 colours, weighted';

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

const waiting: Order[] = [];
const idle: Thread[] = [];
let begun = 0;

function rasterised(svg: string, scale: number): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    waiting.push({ svg, scale, done, failed });
    const thread = idle.pop() ?? (begun < availableParallelism() ? begin() : undefined);
    thread?.next();
  });
}

interface Thread {
  /** Takes the first order that waits. */
  next(): void;
}

/** There are as many as cores; each runs its source, which stands in the same place for a build, a test and a command. */
function begin(): Thread {
  begun += 1;
  const worker = new Worker(resolve('src/figure/raster.ts'));
  let order: Order | undefined;
  const thread: Thread = {
    next() {
      order = waiting.shift();
      if (order) {
        worker.ref();
        worker.postMessage({ svg: order.svg, scale: order.scale });
      } else {
        // A thread that has nothing to do keeps no build from ending.
        worker.unref();
        idle.push(thread);
      }
    },
  };
  worker.on('message', ({ png, error }: { png?: Uint8Array; error?: string }) => {
    if (png) order?.done(png);
    else order?.failed(new Error(error));
    thread.next();
  });
  worker.on('error', (error) => order?.failed(error instanceof Error ? error : new Error(String(error))));
  return thread;
}
