import * as z from 'zod';
import { NATION, PHASE, SUPPRESSION, THRESHOLD_NAMES, THRESHOLD_VALUE } from '../policy/profile-schema.ts';

const text = (expectation: string) => z.string({ error: expectation }).min(1, expectation);
const fileName = text('a file name').optional();

/** What termwise.yaml may say. Messages are noun phrases for `checkShape`; every key may be left out. */
export const CONFIG_SCHEMA = z.strictObject(
  {
    school: text('the name of the school').regex(/\S/, 'the name of the school').optional(),
    phase: PHASE.optional(),
    nation: NATION.optional(),
    policy: text('the name of a policy, or a file name').optional(),
    roll: fileName,
    terms: fileName,
    periods: fileName,
    categories: fileName,
    words: fileName,
    decisions: fileName,
    plans: fileName,
    exclusions: fileName,
    racist_log: fileName,
    columns: z
      .record(z.string(), text('the header as the export has it'), { error: 'field: header' })
      .optional(),
    thresholds: z
      .strictObject(Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, THRESHOLD_VALUE.optional()])), {
        error: 'keys and values',
      })
      .optional(),
    suppression: SUPPRESSION.optional(),
  },
  { error: 'keys and values' },
);

/** The keys of `CONFIG_SCHEMA` as they are read. */
export interface ConfigFile {
  readonly school?: string;
  readonly phase?: string;
  readonly nation?: string;
  readonly policy?: string;
  readonly roll?: string;
  readonly terms?: string;
  readonly periods?: string;
  readonly categories?: string;
  readonly words?: string;
  readonly decisions?: string;
  readonly plans?: string;
  readonly exclusions?: string;
  readonly racist_log?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly thresholds?: Readonly<Record<string, number>>;
  readonly suppression?: {
    readonly threshold?: number;
    readonly symbol?: string;
    readonly group_minimum?: number;
  };
}
