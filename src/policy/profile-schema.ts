import * as z from 'zod';
import { readTaxonomy } from './taxonomy.ts';

const text = (expectation: string) => z.string({ error: expectation }).min(1, expectation);
const orNull = <T extends z.ZodType>(type: T) => type.nullable();
const wholeNumber = (from: number, to: number) => {
  const expectation = `a whole number from ${from} to ${to}`;
  return z.int({ error: expectation }).min(from, expectation).max(to, expectation);
};
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')}` });
const yesOrNo = z.boolean({ error: 'true or false' });
const keys = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, { error: 'keys and values' });
const list = <T extends z.ZodType>(type: T) => z.array(type, { error: 'a list' });

const codes = readTaxonomy().labels.map(({ code }) => code);
const code = z.string({ error: 'a label code' }).refine((value) => codes.includes(value), {
  error: "a label code of the taxonomy, such as 'bullying.verbal'",
});

/** The nations, phases and other closed lists of a profile, for the schema of termwise.yaml too. */
export const NATION = oneOf(['england', 'wales', 'scotland', 'northern_ireland']);
export const PHASE = oneOf(['primary', 'secondary', 'all_through', 'special', 'unknown']);
export const THRESHOLD_NAMES = [
  'persistent_records',
  'persistent_staff_records',
  'risk_assessment_records',
  'late_entry_school_days',
] as const;

/** Limits that keep a slip of the pen from hiding everything or nothing. */
export const THRESHOLD_VALUE = wholeNumber(1, 100);
export const SUPPRESSION = keys({
  threshold: wholeNumber(0, 20).optional(),
  symbol: text("a short text such as 'c' or '<5'").max(8, "a short text such as 'c' or '<5'").optional(),
  group_minimum: wholeNumber(0, 100).optional(),
});

const threshold = keys({ value: THRESHOLD_VALUE, whose: oneOf(['termwise', 'policy', 'school']) });
const duty = keys({
  id: text('a duty id'),
  title: text('what the policy asks, in a few words'),
  check: oneOf(['recorded_same_day', 'tagged_together', 'subtype_named', 'response_recorded']),
  when: list(code),
  needs: list(z.string({ error: 'label codes' })),
});
const word = text('a word').optional();

/**
 * A profile file as a school or we write it: everything but `name` may be left out and then comes from the profile
 * it extends. Messages are noun phrases for `checkShape`.
 */
export const PROFILE_SCHEMA = keys({
  name: text('a short name').regex(/^[a-z0-9-]+$/, 'a name of small letters, figures and hyphens'),
  extends: text('the name of a profile, or a file name').optional(),
  title: text('the name of the school or trust').optional(),
  document: orNull(text('which document it was read from')).optional(),
  nation: NATION.optional(),
  phase: PHASE.optional(),
  year: keys({
    terms: z.union([z.literal(3), z.literal(6)], { error: '3 or 6' }).optional(),
    stated: yesOrNo.optional(),
    note: orNull(text('a sentence')).optional(),
  }).optional(),
  recording: list(text('the name of a system')).optional(),
  words: keys({
    pupil: word,
    pupils: word,
    parents: word,
    class_teacher: word,
    suspension: word,
    suspensions: word,
    permanent_exclusion: word,
    positive_handling: word,
    additional_needs: word,
    looked_after: word,
    governors: word,
  }).optional(),
  bullying: keys({
    definition: text('a sentence').optional(),
    types: list(keys({ code, name: text('the name the policy uses') })).optional(),
    stated: yesOrNo.optional(),
  }).optional(),
  child_on_child: keys({
    types: list(keys({ codes: list(code), name: text('the name the policy uses') })).optional(),
    stated: yesOrNo.optional(),
  }).optional(),
  groups: list(keys({ title: text('a heading'), codes: list(code) })).optional(),
  thresholds: keys({
    persistent_records: threshold.optional(),
    persistent_staff_records: threshold.optional(),
    risk_assessment_records: threshold.optional(),
    late_entry_school_days: threshold.optional(),
  }).optional(),
  suppression: SUPPRESSION.optional(),
  handling: text('one line').optional(),
  duties: list(duty).optional(),
});
