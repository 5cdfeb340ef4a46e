import * as z from 'zod';
import { fromDayNumber, toDayNumber } from '../calendar/iso-date.ts';
import { DUTY_CHECKS } from './duty-rule.ts';
import { LEAST_SUPPRESSION } from './least-suppression.ts';
import { listCodes } from './list-codes.ts';
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
const filled = <T extends z.ZodType>(type: T, expectation: string) => list(type).min(1, expectation);

function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return fromDayNumber(toDayNumber(text)) === text;
}

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
  'repeat_bullying_records',
  'few_minutes',
  'top_positives',
  'late_entry_school_days',
  'plan_outlives_review_months',
] as const;

/** Limits that keep a slip of the pen from hiding everything or nothing. */
export const THRESHOLD_VALUE = wholeNumber(1, 100);
export const SUPPRESSION = keys({
  threshold: wholeNumber(LEAST_SUPPRESSION.threshold, 20).optional(),
  symbol: text("a short text such as 'c' or '<5'").max(8, "a short text such as 'c' or '<5'").optional(),
  group_minimum: wholeNumber(LEAST_SUPPRESSION.group_minimum, 100).optional(),
});

const threshold = keys({ value: THRESHOLD_VALUE, whose: oneOf(['termwise', 'policy', 'school']) });
const windowed = keys({
  value: THRESHOLD_VALUE,
  whose: oneOf(['termwise', 'policy', 'school']),
  within_school_days: wholeNumber(1, 195).optional(),
});

const sign = "a label code, or a fact such as 'dsl_told' (`termwise policy facts` lists them)";
const signs: ReadonlySet<string> = new Set(listCodes().map((one) => one.code));
const fact = z.string({ error: sign }).refine((value) => signs.has(value), { error: sign });
const either = z
  .string({ error: sign })
  .refine((value) => value.split('|').every((one) => signs.has(one)), { error: sign });
const number = (to: number) => wholeNumber(0, to);
const need = keys({
  any: filled(fact, 'one code at least'),
  say: text('what it is called').optional(),
  of: oneOf(['both', 'harmed', 'harming']).optional(),
  within: number(60).optional(),
  by: list(fact).optional(),
  not_before: list(fact).optional(),
  or_later: yesOrNo.optional(),
  days: oneOf(['working', 'school', 'calendar']).optional(),
  if: list(fact).optional(),
  unless: list(fact).optional(),
  on_repeat: yesOrNo.optional(),
  logged: yesOrNo.optional(),
  missing: oneOf(['not_met', 'not_evidenced']).optional(),
  denied_by: list(fact).optional(),
  to: oneOf(['harmed', 'harming']).optional(),
  in_part: wholeNumber(1, 6).optional(),
});
const duty = keys({
  id: text('a duty id'),
  title: text('what the policy asks, in a few words'),
  check: oneOf(DUTY_CHECKS),
  begins: text('a day').refine(isRealDay, { error: 'a day of the calendar, as 2026-04-01' }).optional(),
  nations: list(NATION).optional(),
  when: list(fact),
  all: list(either).optional(),
  unless: list(fact).optional(),
  recorded: list(code).optional(),
  needs: list(need).optional(),
  tags: list(code).optional(),
  barred: list(fact).optional(),
  except: list(fact).optional(),
  threshold: oneOf(THRESHOLD_NAMES).optional(),
  serious: list(fact).optional(),
  harmed: yesOrNo.optional(),
  on_repeat: yesOrNo.optional(),
  ladder: text('the name of a ladder').optional(),
  ask_above: number(45).optional(),
  limit: number(45).optional(),
  exactly: number(45).optional(),
  every: oneOf(['term', 'half_term']).optional(),
  month: wholeNumber(1, 12).optional(),
  question: text('a question').optional(),
  unseen: text('what the check does not see').optional(),
  waived: keys({ by: list(fact), unless: list(fact), say: text('a sentence') }).optional(),
});
const ladder = keys({
  name: text('a short name'),
  words: list(text("a word such as 'stage'")),
  steps: filled(
    keys({ step: wholeNumber(1, 20), title: text('what happens'), shown_by: list(fact), needs: list(need) }),
    'one step at least',
  ),
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
    persistent_records: windowed.optional(),
    persistent_staff_records: threshold.optional(),
    risk_assessment_records: threshold.optional(),
    repeat_bullying_records: threshold.optional(),
    few_minutes: threshold.optional(),
    top_positives: threshold.optional(),
    late_entry_school_days: threshold.optional(),
    plan_outlives_review_months: threshold.optional(),
  }).optional(),
  suppression: SUPPRESSION.optional(),
  handling: text('one line').optional(),
  working_days: oneOf(['working', 'school']).optional(),
  tag_names: list(
    keys({ code, words: list(text('a name of a category')), only: yesOrNo.optional() }),
  ).optional(),
  ladders: list(ladder).optional(),
  not_in_exports: z
    .record(z.string(), text('the data that is missing'), { error: 'duty id: the data that is missing' })
    .optional(),
  duties: list(duty).optional(),
});
