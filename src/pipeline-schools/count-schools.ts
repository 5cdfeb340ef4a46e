import type { SchoolPart } from '../import/split-schools.ts';
import type { LabelSource } from '../incident/trust-analysis.ts';
import type { LineOptions } from '../pipeline/line-options.ts';
import { type CountedSchool, countSchool } from './count-school.ts';
import { openLabeller } from './open-labeller.ts';
import type { SchoolSetup } from './serve-schools.ts';
import { type SchoolHelper, startSchoolWorkers } from './start-school-workers.ts';

/** Some twenty thousand records: with fewer, loading the line once more takes longer than it saves. */
const LARGE = 10_000_000;

/** Schools that wait with a helper, so that it is never without work while this thread counts one itself. */
const AHEAD = 2;

/**
 * Counts each school of exports that were parted, on all cores where there is enough to do: a school a thread, so that
 * nothing but its packed records and its numbers goes from one to the other. The results are in the order of the
 * schools, and the same as those of one thread. The list is emptied: each school's records are let go once counted.
 */
export async function countSchools(
  options: LineOptions,
  schools: SchoolPart[],
  labels: LabelSource,
  start: (setup: SchoolSetup, most: number) => SchoolHelper[] = startSchoolWorkers,
): Promise<readonly CountedSchool[]> {
  const held: (SchoolPart | null)[] = schools.splice(0);
  const total = held.length;
  const bytes = measureFiles(held);
  const queue = queueSchools(held);
  const counted = new Map<number, CountedSchool>();
  const settle = (at: number, made: CountedSchool): void => {
    counted.set(at, made);
    held[at] = null;
  };
  // One of the schools is this thread's own.
  const most = bytes < LARGE ? 0 : total - 1;
  const helpers = most > 0 ? start({ options: strip(options), labels }, most) : [];
  const team = openTeam(helpers, held, queue, settle);
  try {
    const crew = await openLabeller(options, labels, helpers.length > 0);
    try {
      crew.expect(bytes);
      team.handOut(1);
      while (counted.size < total) {
        const heard = team.listen();
        const at = queue.take();
        team.handOut(AHEAD);
        const part = held[at ?? -1];
        if (at === undefined) await heard;
        else if (part != null) settle(at, await countSchool(options, part, crew));
      }
    } finally {
      crew.close();
    }
  } finally {
    for (const helper of helpers) helper.terminate();
  }
  return Array.from({ length: total }, (_, at) => counted.get(at) as CountedSchool);
}

/** The helpers at work, and what each was given. */
function openTeam(
  helpers: readonly SchoolHelper[],
  held: readonly (SchoolPart | null)[],
  queue: ReturnType<typeof queueSchools>,
  settle: (at: number, made: CountedSchool) => void,
) {
  const givenTo = new Map(helpers.map((helper) => [helper, new Set<number>()]));
  let ahead = 1;
  let wake: () => void = () => undefined;
  const give = (helper: SchoolHelper): void => {
    const given = givenTo.get(helper);
    while (given !== undefined && given.size < ahead) {
      const at = queue.give();
      const part = held[at ?? -1];
      if (at === undefined || part == null) return;
      given.add(at);
      helper.postMessage({ at, part });
    }
  };
  /** What it was given is counted here; a helper that is gone gets no more. */
  const dismiss = (helper: SchoolHelper): void => {
    queue.keep(givenTo.get(helper) ?? []);
    givenTo.delete(helper);
    wake();
  };
  for (const helper of helpers) {
    helper.on('message', ({ at, counted }) => {
      givenTo.get(helper)?.delete(at);
      if (counted !== null) settle(at, counted);
      else if (held[at] !== null) queue.keep([at]);
      give(helper);
      wake();
    });
    helper.on('error', () => dismiss(helper));
    helper.on('exit', () => dismiss(helper));
  }
  return {
    /** Gives each helper schools until so many wait with it: one after the other, so that each has some to do. */
    handOut: (many: number) => {
      ahead = many;
      for (const helper of givenTo.keys()) give(helper);
    },
    /** Settled when a helper has been heard of. */
    listen: () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
  };
}

/** Without what cannot go to another thread. */
function strip({ crew: _crew, side: _side, import: reading = {}, ...options }: LineOptions): LineOptions {
  const { onProgress: _progress, ...plain } = reading;
  return { ...options, import: plain };
}

function measureFiles(schools: readonly (SchoolPart | null)[]): number {
  const sizes = new Map<string, number>();
  for (const school of schools)
    for (const { examined } of school?.parts ?? []) sizes.set(examined.path, examined.bytes);
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** Places of the schools that wait, the largest first: the last to be finished are then small. */
function queueSchools(schools: readonly (SchoolPart | null)[]) {
  const sizes = schools.map((school) => (school?.parts ?? []).reduce((sum, { records }) => sum + records, 0));
  const waiting = sizes.map((_, at) => at).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0) || b - a);
  const kept: number[] = [];
  return {
    /** The next for a helper. */
    give: () => waiting.pop(),
    /** The next for this thread. */
    take: () => kept.pop() ?? waiting.pop(),
    /** Keeps for this thread what a helper could not count: what is wrong is said here, as if there had been none. */
    keep: (places: Iterable<number>) => {
      kept.push(...places);
    },
  };
}
