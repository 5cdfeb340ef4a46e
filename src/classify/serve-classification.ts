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

/**
 * What a helping thread is told: first what the school has of its own, then, while the export is being read, batches of
 * records that may come to be part of the work, and last part number `part` of the work.
 */
export type ClassificationTask =
  | { readonly setup: ThreadSetup }
  | { readonly batch: number; readonly records: PackedRecords }
  | { readonly part: number; readonly records: PackedRecords };

/** What a helping thread says: once it has its setup that it is ready, then what it made of a batch or a part. */
export type ClassificationReply =
  | { readonly ready: true }
  | { readonly batch: number; readonly packed: PackedClassifications }
  | { readonly part: number; readonly packed: PackedClassifications };

/** The end of a channel between threads. */
export interface ThreadPort {
  readonly postMessage: (message: ClassificationReply) => void;
  readonly on: (event: 'message', hear: (task: ClassificationTask) => void) => void;
}

/** Examples that are read at a time while there is nothing to do. */
const PRACTICE = 20;

/**
 * Labels parts of records for another thread, with an engine of its own. Until the first part comes it practises, so that
 * the engine is compiled to machine code by then: on records sent ahead, whose labels are of use if they stay as they
 * are, or else on the examples of the rules; with the built-in words at first, since it starts before anybody has read
 * what the school has of its own.
 */
export function serveClassification(port: ThreadPort): void {
  let { classify } = buildClassifier({ categoryMap: buildCategoryMap() });
  const { rules, events } = readKnowledge().book;
  const examples = [...rules, ...events].flatMap(({ yes, no }) => [...yes, ...no]);
  let practised = 0;
  let isPractising = true;
  let early: Extract<ClassificationTask, { batch: number }>[] = [];
  const label = (records: PackedRecords): PackedClassifications => {
    const read: RecordWords[] = [];
    const found = [];
    for (const [record, pupils] of unpackRecords(records)) {
      read.push(record);
      found.push(classify(record, pupils));
    }
    return packClassifications(read, found);
  };
  const practise = (): void => {
    const next = early.shift();
    if (next !== undefined) port.postMessage({ batch: next.batch, packed: label(next.records) });
    else {
      for (const narrative of examples.slice(practised, practised + PRACTICE))
        classify(
          { categoryText: '', categories: [], narrative, action: narrative, involvements: [] },
          new Map(),
        );
      practised += PRACTICE;
    }
    isPractising = early.length > 0 || practised < examples.length;
    if (isPractising) setImmediate(practise);
  };
  port.on('message', (task) => {
    if ('setup' in task) {
      const { overrides, words } = task.setup;
      if (overrides.length > 0 || words !== undefined)
        classify = buildClassifier({
          categoryMap: buildCategoryMap(overrides),
          extraRules: words,
        }).classify;
      port.postMessage({ ready: true });
      return;
    }
    if ('batch' in task) {
      early.push(task);
      if (!isPractising) {
        isPractising = true;
        setImmediate(practise);
      }
      return;
    }
    early = [];
    practised = examples.length;
    port.postMessage({ part: task.part, packed: label(task.records) });
  });
  practise();
}
