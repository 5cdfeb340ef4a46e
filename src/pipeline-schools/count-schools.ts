import type { SchoolPart } from '../import/split-schools.ts';
import type { LabelSource } from '../incident/trust-analysis.ts';
import type { LineOptions } from '../pipeline.ts';
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
  start: (setup: SchoolSetup) => SchoolHelper[] = startSchoolWorkers,
): Promise<readonly CountedSchool[]> {
  const held: (SchoolPart | null)[] = schools.splice(0);
  const bytes = measureFiles(held);
  const queue = queueSchools(held);
  const counted = new Map<number, CountedSchool>();
  const total = held.length;
  const helpers = new Set<SchoolHelper>();
  let wake: () => void = () => undefined;
  const settle = (at: number, made: CountedSchool): void => {
    counted.set(at, made);
    held[at] = null;
  };
  const employ = (helper: SchoolHelper): void => {
    const given = new Set<number>();
    const handOut = (): void => {
      while (given.size < AHEAD) {
        const at = queue.give();
        const part = held[at ?? -1];
        if (at === undefined || part == null) return;
        given.add(at);
        helper.postMessage({ at, part });
      }
    };
    helper.on('message', ({ at, counted: made }) => {
      given.delete(at);
      if (made === null) queue.keep([at]);
      else settle(at, made);
      handOut();
      wake();
    });
    helper.on('error', () => {
      helpers.delete(helper);
      queue.keep(given);
      given.clear();
      wake();
    });
    helpers.add(helper);
    handOut();
  };
  if (total > 1 && bytes >= LARGE) start({ options: strip(options), labels }).forEach(employ);
  const crew = await openLabeller(options, labels, helpers.size > 0);
  crew.expect(bytes);
  try {
    while (counted.size < total) {
      const heard = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const at = queue.take();
      const part = held[at ?? -1];
      if (at === undefined) await heard;
      else if (part != null) settle(at, await countSchool(options, part, crew));
    }
  } finally {
    crew.close();
    for (const helper of helpers) helper.terminate();
  }
  return Array.from({ length: total }, (_, at) => counted.get(at) as CountedSchool);
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
