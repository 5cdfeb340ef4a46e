import { buildCategoryMap, type CategoryOverride } from '../policy/category-map.ts';
import { buildClassifier } from './build-classifier.ts';
import type { SchoolKnowledge } from './compile-rules.ts';
import { readKnowledge } from './knowledge.ts';
import { type PackedClassifications, packClassifications } from './pack-classifications.ts';
import { type PackedRecords, unpackRecords } from './pack-records.ts';
import type { RecordWords } from './record-words.ts';

/** What a helping thread builds its engine of: a school's own categories, words and rules. */
export interface ThreadSetup {
  readonly overrides: readonly CategoryOverride[];
  readonly words?: SchoolKnowledge | undefined;
}

/** What a helping thread is told: first what the school has of its own, then part number `part` of the work. */
export type ClassificationTask =
  | { readonly setup: ThreadSetup }
  | { readonly part: number; readonly records: PackedRecords };

/** What a helping thread says: once it has its setup, without a part, that it is ready. */
export interface ClassificationReply {
  readonly part: number | null;
  readonly packed: PackedClassifications | null;
}

/** The end of a channel between threads. */
export interface ThreadPort {
  readonly postMessage: (message: ClassificationReply) => void;
  readonly on: (event: 'message', hear: (task: ClassificationTask) => void) => void;
}

/** Examples that are read at a time while there is nothing to do. */
const PRACTICE = 20;

/**
 * Labels parts of records for another thread, with an engine of its own. Until the first part comes it practises on
 * the examples of the rules, so that the engine is compiled to machine code by then; with the built-in words at first,
 * since it starts before anybody has read what the school has of its own.
 */
export function serveClassification(port: ThreadPort): void {
  let { classifyBlind } = buildClassifier({ categoryMap: buildCategoryMap() });
  const { rules, events } = readKnowledge().book;
  const examples = [...rules, ...events].flatMap(({ yes, no }) => [...yes, ...no]);
  let practised = 0;
  const practise = (): void => {
    for (const narrative of examples.slice(practised, practised + PRACTICE))
      classifyBlind(
        { categoryText: '', categories: [], narrative, action: narrative, involvements: [] },
        new Map(),
      );
    practised += PRACTICE;
    if (practised < examples.length) setImmediate(practise);
  };
  port.on('message', (task) => {
    if ('setup' in task) {
      const { overrides, words } = task.setup;
      if (overrides.length > 0 || words !== undefined)
        ({ classifyBlind } = buildClassifier({
          categoryMap: buildCategoryMap(overrides),
          extraRules: words,
        }));
      port.postMessage({ part: null, packed: null });
      return;
    }
    practised = examples.length;
    const read: RecordWords[] = [];
    const found = [];
    for (const [record, pupils] of unpackRecords(task.records)) {
      read.push(record);
      found.push(classifyBlind(record, pupils));
    }
    port.postMessage({ part: task.part, packed: packClassifications(read, found) });
  });
  practise();
}
