import type { SchoolPart } from '../import/split-schools.ts';
import type { LabelSource } from '../incident/trust-analysis.ts';
import type { LineOptions } from '../pipeline/line-options.ts';
import { type CountedSchool, countSchool } from './count-school.ts';
import { openLabeller } from './open-labeller.ts';

/** What a thread that counts schools works by. */
export interface SchoolSetup {
  /** Without what cannot go to another thread: the crew, open files, who hears of progress. */
  readonly options: LineOptions;
  readonly labels: LabelSource;
}

/** One school's part of the work, by its place among the schools. */
export interface SchoolTask {
  readonly at: number;
  readonly part: SchoolPart;
}

/** What a thread says of a school; `counted` is null where it failed. */
export interface SchoolReply {
  readonly at: number;
  readonly counted: CountedSchool | null;
}

/** The end of a channel between threads. */
export interface SchoolPort {
  readonly postMessage: (reply: SchoolReply) => void;
  readonly on: (event: 'message', hear: (task: SchoolTask) => void) => void;
}

/** Counts schools for another thread, one after the other. What fails is left to that thread, which can say why. */
export function serveSchools(port: SchoolPort, { options, labels }: SchoolSetup): void {
  const opened = openLabeller(options, labels, true);
  let last: Promise<unknown> = opened;
  port.on('message', ({ at, part }) => {
    last = last
      .then(async () => port.postMessage({ at, counted: await countSchool(options, part, await opened) }))
      .catch(() => port.postMessage({ at, counted: null }));
  });
}
