import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SchoolReply, SchoolSetup, SchoolTask } from './serve-schools.ts';

/** A thread that counts schools, as the one that asks for help sees it. */
export interface SchoolHelper {
  readonly postMessage: (task: SchoolTask) => void;
  on(event: 'message', hear: (reply: SchoolReply) => void): unknown;
  on(event: 'error', hear: (error: Error) => void): unknown;
  on(event: 'exit', hear: () => void): unknown;
  readonly terminate: () => unknown;
}

/** Each holds the records of a school: with more, memory would run out before cores do. */
const MOST_WORKERS = 7;

/**
 * Starts a thread for each core but the one that is at work already, at most so many; none where the program runs from
 * its sources, nor for fewer schools than cores whose words are read: those are labelled on all cores one by one.
 */
export function startSchoolWorkers(setup: SchoolSetup, most: number): SchoolHelper[] {
  if (typeof TERMWISE_SCHOOL_WORKER === 'undefined') return [];
  const entry = new URL(TERMWISE_SCHOOL_WORKER, import.meta.url);
  const free = availableParallelism() - 1;
  const count = setup.labels === 'words' && most < free ? 0 : Math.min(MOST_WORKERS, free, most);
  return Array.from({ length: count }, () => new Worker(entry, { workerData: setup }));
}
