import type { Classification } from '../incident/classification.ts';
import type { Incident, Pupil, PupilKey } from '../incident/incident.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import { buildClassifier, type Classifier } from './build-classifier.ts';
import { openPartQueue } from './open-part-queue.ts';
import { unpackClassifications } from './pack-classifications.ts';
import { packRecords } from './pack-records.ts';
import type { ClassificationReply, ThreadSetup } from './serve-classification.ts';
import { type Helper, LARGE_EXPORT, startWorkers } from './start-workers.ts';

/** Labels many incidents on all cores, with the same result as one classifier in one thread. */
export interface Crew {
  /** Says how large the exports are, while they are still being read: helpers load meanwhile, if it pays. */
  readonly expect: (bytes: number) => void;
  /** Labels incidents; the results are in their order. */
  readonly classifyAll: (
    incidents: readonly Incident[],
    pupils: ReadonlyMap<PupilKey, Pupil>,
  ) => Promise<readonly Classification[]>;
  /** Sends the helpers home; to be called whatever happens. */
  readonly close: () => void;
}

export interface CrewOptions extends ThreadSetup {
  /** Built with `overrides`. */
  readonly categoryMap: CategoryMap;
  /** Helpers that were started already, for an export known to be large: they stand in place of any started here. */
  readonly helpers?: readonly Helper[] | undefined;
  /** Starts the helpers; for tests. */
  readonly start?: () => Helper[];
}

/** Records that are given out at a time: few enough that nobody waits long for the first part or the last. */
const PART = 128;

/**
 * Waiting parts from which an engine of this thread's own pays beside a helper that is at work. With fewer, the helper is
 * done by the time it is built and compiled to machine code, and the processors have a seventh less to do.
 */
const WORTH_AN_ENGINE = 90;

/** Parts that wait with a helper, so that it is never without work. */
const AHEAD = 4;

interface Member {
  readonly helper: Helper;
  ready: boolean;
  /** Parts that it has been given and has not answered. */
  readonly busy: Set<number>;
}

/** Lets in what other threads have said. */
const turnOfLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Opens a crew; it works alone until a large export is expected. */
export function openCrew(options: CrewOptions): Crew {
  const { categoryMap, overrides, words, helpers = [] } = options;
  const members = new Set<Member>();
  let wake: () => void = () => undefined;
  let receive: (part: number, reply: ClassificationReply) => void = () => undefined;
  let giveBack: (parts: Iterable<number>) => void = () => undefined;
  let isExpecting = helpers.length > 0;
  let engine: Classifier | undefined;

  const employ = (helper: Helper): void => {
    const member: Member = { helper, ready: false, busy: new Set() };
    members.add(member);
    helper.on('message', (reply: ClassificationReply) => {
      member.ready = true;
      if (reply.part !== null) {
        member.busy.delete(reply.part);
        receive(reply.part, reply);
      }
      wake();
    });
    // Its parts are read here again: what was wrong with them is then said as if there had been no helper.
    helper.on('error', () => {
      members.delete(member);
      giveBack(member.busy);
      wake();
    });
    helper.postMessage({ setup: { overrides, words } });
  };

  const classifyAll: Crew['classifyAll'] = async (incidents, pupils) => {
    const queue = openPartQueue(incidents, pupils, PART);
    receive = (part, { packed }) => {
      if (packed === null) return;
      const records = queue.recordsOf(part).map(({ record }) => record);
      // What a helper had said before it failed may be heard after its parts were read by another.
      if (records.length === 0) return;
      queue.settle(part, unpackClassifications(records, packed));
    };
    giveBack = queue.giveBack;
    const handOut = (): void => {
      for (const { helper, ready, busy } of members) {
        while (ready && busy.size < AHEAD) {
          const part = queue.take();
          if (part === undefined) return;
          busy.add(part);
          helper.postMessage({ part, records: packRecords(queue.recordsOf(part)) });
        }
      }
    };
    const readHere = (part: number): void => {
      engine ??= buildClassifier({ categoryMap, extraRules: words });
      const { classifyBlind } = engine;
      queue.settle(
        part,
        queue.recordsOf(part).map(({ record, pupils: named }) => classifyBlind(record, named)),
      );
    };
    const isHelped = (): boolean => {
      for (const { ready } of members) if (ready) return true;
      return false;
    };
    for (const { helper } of members) helper.ref();
    // Whoever became ready while the export was read is heard before anything is read here, which would keep it waiting.
    if (members.size > 0) await turnOfLoop();
    while (queue.countWaiting() > 0 || queue.countOpen() > 0) {
      const heard = new Promise<void>((resolve) => {
        wake = resolve;
      });
      handOut();
      const isSpared = engine === undefined && queue.countWaiting() < WORTH_AN_ENGINE && isHelped();
      const part = isSpared ? undefined : queue.take();
      if (part !== undefined) readHere(part);
      // Only with helpers is there anything to hear of; a turn of the event loop lets their replies in.
      if (part === undefined && queue.countOpen() > 0) await heard;
      else if (members.size > 0) await turnOfLoop();
    }
    return queue.gather();
  };

  for (const helper of helpers) employ(helper);
  return {
    expect: (bytes) => {
      if (isExpecting || bytes < LARGE_EXPORT) return;
      isExpecting = true;
      for (const helper of (options.start ?? startWorkers)()) employ(helper);
    },
    classifyAll,
    close: () => {
      for (const { helper } of members) helper.terminate();
      members.clear();
    },
  };
}
