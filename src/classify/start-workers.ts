import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ClassificationReply, ClassificationTask } from './serve-classification.ts';

/** A thread that helps with classification, as the one that asks for help sees it. */
export interface Helper {
  readonly postMessage: (task: ClassificationTask) => void;
  on(event: 'message', hear: (reply: ClassificationReply) => void): unknown;
  on(event: 'error', hear: (error: Error) => void): unknown;
  /** Whether the program waits for it. */
  readonly ref: () => void;
  readonly unref: () => void;
  readonly terminate: () => unknown;
}

/** About two thousand records, in bytes: with fewer, loading the words once more takes longer than reading them. */
export const LARGE_EXPORT = 400_000;

/** More would spend more on loading their words than they save. */
const MOST_WORKERS = 7;

/**
 * Starts a thread for each core but the one that is at work already. There is none where the program runs from its
 * sources, since a thread can only load what is built.
 */
export function startWorkers(): Helper[] {
  if (typeof TERMWISE_WORKER === 'undefined') return [];
  const count = Math.min(MOST_WORKERS, availableParallelism() - 1);
  return Array.from({ length: count }, () => {
    const worker = new Worker(new URL(TERMWISE_WORKER, import.meta.url));
    worker.unref();
    // Whoever employs it hears of its end as well; before that it is nobody's loss.
    worker.on('error', () => undefined);
    return worker;
  });
}
