import type { RecordSigns } from '../../src/classify/list-signs.ts';
import type { LabelledRecord } from './read-labelled.ts';

/** A labelled record to learn from. */
export interface Lesson {
  readonly record: LabelledRecord;
  /** What the rules make of it. */
  readonly signs: RecordSigns;
  /** How many times as much it weighs as others. */
  readonly times: number;
  /** Whether its words may be quoted as an example. */
  readonly isQuoted: boolean;
}
