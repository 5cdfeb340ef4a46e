import type { DetectInput } from './detect-input.ts';
import type { ExposureTable } from './exposure.ts';
import type { PairRecord } from './pair-record.ts';
import type { DetectThresholds } from './read-thresholds.ts';
import type { SchoolIndex } from './school-index.ts';
import type { SchoolRecord } from './school-record.ts';

/** What every detector is given. */
export interface DetectionContext {
  readonly input: DetectInput;
  readonly record: SchoolRecord;
  readonly index: SchoolIndex;
  readonly exposure: ExposureTable;
  /** Who was with whom, by academic year. */
  readonly pairs: readonly PairRecord[];
  readonly thresholds: DetectThresholds;
}
