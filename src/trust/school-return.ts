import * as z from 'zod';
import { WEEKDAYS } from '../incident/weekdays.ts';

/** A whole number from 0. */
const count = z.number({ error: 'a whole number' }).int('a whole number').min(0, 'a number from 0');
const amount = z.number({ error: 'a number' }).min(0, 'a number from 0');
const day = z
  .string({ error: 'a day such as 2026-01-31' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-01-31');
/** Names of our own: codes of labels, families, measures and kinds. */
const code = z.string().regex(/^[a-z_.]+$/, 'a code');
/** Words of the list that a return may hold; what the list is, `read-return` checks. */
const word = z.string({ error: 'words' }).min(1, 'words').max(60, 'at most 60 characters');
const text = (most: number) =>
  z.string({ error: 'text' }).min(1, 'text').max(most, `at most ${most} characters`);
const byCode = z.record(code, count, { error: 'counts by code' });
const byWord = z.record(word, count, { error: 'counts by name' });
const part = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape, { error: 'keys and values' });
const list = <T extends z.ZodType>(item: T) => z.array(item, { error: 'a list' });

const band = part({ pupils: count, involvements: count });
const side = {
  on_roll: count,
  pupils: count,
  involvements: count,
  pupil_days: amount,
  clustering: amount,
};

const counts = part({
  incidents: count,
  involvements: count,
  pupils: count,
  school_days: count,
  records: part({
    behaviour: count,
    positive: count,
    safeguarding: count,
    accident: count,
    uncategorised: count,
  }),
  labels: byCode,
  families: byCode,
  categories: byWord,
  places: byWord,
  weekday_period: z.partialRecord(z.enum(WEEKDAYS), byWord, {
    error: 'counts by weekday',
  }),
  year_groups: byWord,
  year_group_pupils: byWord,
  harmed_or_witness: count,
  bands: part({ one: band, two_to_five: band, six_or_more: band }),
});

const period = part({ name: word, from: day, to: day, school_days: count });

/** The shape of a school's return. The JSON Schema beside this file says the same, by test. */
export const RETURN_SHAPE = part({
  schema: z.literal('termwise.return/1', { error: "'termwise.return/1'" }),
  termwise: text(20),
  school: text(120),
  phase: z.enum(['primary', 'secondary', 'all_through', 'special', 'unknown'], { error: 'a kind of school' }),
  nation: z.enum(['england', 'wales', 'scotland', 'northern_ireland'], { error: 'a nation' }),
  /** Name of the policy profile; `own` for a file of the school's. */
  profile: text(60),
  taxonomy_version: text(20),
  as_at: day,
  period,
  data_range: z.tuple([day, day], { error: 'two days' }),
  calendar: part({ source: z.enum(['terms_file', 'assumed']), terms_in_year: count }),
  /** Mean number on roll; null without a roll. */
  roll: amount.nullable(),
  pupil_days: amount.nullable(),
  counts,
  place_kinds: byCode,
  time_kinds: byCode,
  clustering: z.record(code, amount),
  dispersion: z.record(code, amount),
  half_terms: list(
    part({ name: word, from: day, to: day, school_days: count, complete: z.boolean(), measures: byCode }),
  ),
  /** Monday, school days, behaviour incidents, number on roll. */
  weeks: list(z.tuple([day, count, count, count.nullable()])),
  groups: list(part({ characteristic: word, group: word, ...side, others: part(side) })),
  exclusions: part({
    source: z.enum(['list', 'records']),
    suspensions: count,
    permanent: count,
    internal: count,
    pupils: count,
    pupils_again: count,
    days: amount,
    days_known: count,
    cells: list(
      part({
        type: z.enum(['suspension', 'permanent']),
        reason: z.string().regex(/^([A-Z]{2}|not_stated)$/, 'a reason code'),
        length: z.enum(['half_day', 'one', 'two_to_five', 'over_five', 'not_recorded']),
        turn: z.enum(['first', 'second', 'third_or_later']),
        purpose: z.enum(['harm', 'no_harm_recorded', 'not_stated']),
        count,
      }),
    ),
  }),
  force: part({
    incidents: count,
    pupils: count,
    pupils_again: count,
    with_recorded_date: count,
    same_day: count,
    parents_told: count,
  }),
  duties: list(
    part({
      duty: z.string().regex(/^[A-Za-z0-9_.-]{1,30}$/, 'the id of a duty'),
      cases: count,
      met: count,
      not_met: count,
      not_evidenced: count,
    }),
  ),
  quality: part({
    incidents: count,
    with_time: count,
    with_place: count,
    with_category: count,
    with_narrative: count,
    with_action: count,
    with_recorded_date: count,
    same_day: count,
    late: count,
    school_days: count,
    days_without_entries: count,
    longest_gap: part({ from: day, to: day, school_days: count }).nullable(),
    unmapped_incidents: count,
    unmapped_categories: count,
    to_review: count,
    pupils_not_on_roll: count.nullable(),
    rejected_rows: count,
    data_records: count,
  }),
  /** First 12 hex digits of the SHA-256 over the input files' bytes. */
  fingerprint: z.string().regex(/^[0-9a-f]{12}$/, '12 hex digits'),
  /** SHA-256 over all the rest, canonically written. */
  signature: z.string().regex(/^[0-9a-f]{64}$/, '64 hex digits'),
});

/** One school's return to its trust: exact counts and no pupil. */
export type SchoolReturn = Readonly<z.infer<typeof RETURN_SHAPE>>;
