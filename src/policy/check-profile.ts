import { checkShape } from './check-shape.ts';
import type { DutyCheckName } from './duty-rule.ts';
import { PROFILE_SCHEMA } from './profile-schema.ts';

/** Keys that a kind of check cannot do without. */
const REQUIRED: Partial<Record<DutyCheckName, string>> = {
  follow_ups: 'needs',
  complete_record: 'needs',
  persistent: 'needs',
  periodic: 'needs',
  raised_month: 'month',
  repeat_pair: 'needs',
  tagged_together: 'tags',
  subtype_named: 'tags',
  heads: 'tags',
  barred: 'barred',
  ladder: 'ladder',
  same_stage: 'ladder',
};

interface LooseLadder {
  readonly name: string;
  readonly steps: readonly { readonly step: number }[];
}

interface LooseDuty extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly check: DutyCheckName;
}

/** What one duty lacks, or points at that is not there, in a profile whose shape is right. */
function checkDuty(
  duty: LooseDuty,
  index: number,
  ladders: readonly string[] | null,
  file: string,
): readonly string[] {
  const place = `${file}: duties[${index + 1}]`;
  const key = REQUIRED[duty.check];
  const faults: string[] = [];
  const given = key === undefined ? undefined : duty[key];
  if (key !== undefined && given === undefined)
    faults.push(`${place}.${key}: expected a value, since '${duty.check}' needs one, got nothing`);
  if (Array.isArray(given) && given.length === 0)
    faults.push(`${place}.${key}: expected one at least, since '${duty.check}' needs one, got an empty list`);
  const { ask_above: ask, limit } = duty;
  if (typeof ask === 'number' && typeof limit === 'number' && limit < ask)
    faults.push(`${place}.limit: expected ${ask} (ask_above) or more, got ${limit}`);
  const { ladder } = duty;
  if (typeof ladder === 'string' && ladders !== null && !ladders.includes(ladder))
    faults.push(`${place}.ladder: expected one of this file's ladders, got '${ladder}'`);
  return faults;
}

/** Places of a list that hold what an earlier one holds. */
function findTwice<T>(values: readonly T[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

/** Ladders of one name, and steps of one number in a ladder: which of them counts could not be told. */
function checkLadders(ladders: readonly LooseLadder[], file: string): readonly string[] {
  const names = ladders.map(({ name }) => name);
  const again = findTwice(names).map(
    (at) => `${file}: ladders[${at + 1}].name: expected a name of its own, got '${names[at]}' again`,
  );
  const steps = ladders.flatMap(({ steps }, ladder) => {
    const numbers = steps.map(({ step }) => step);
    return findTwice(numbers).map(
      (at) =>
        `${file}: ladders[${ladder + 1}].steps[${at + 1}].step: expected a number of its own, got ${numbers[at]} again`,
    );
  });
  return [...again, ...steps];
}

/** What is wrong with a profile file, each as `FILE: PLACE: expected X, got Y`; empty when it can be used. */
export function checkProfile(data: unknown, file: string): readonly string[] {
  const faults = checkShape(PROFILE_SCHEMA, data, file, Object.keys(PROFILE_SCHEMA.shape));
  if (faults.length > 0) return faults;
  const {
    duties = [],
    ladders,
    not_in_exports: missing = {},
  } = data as {
    readonly duties?: readonly LooseDuty[];
    readonly ladders?: readonly LooseLadder[];
    readonly not_in_exports?: Readonly<Record<string, string>>;
  };
  const names = ladders?.map(({ name }) => name) ?? null;
  const ids = duties.map(({ id }) => id);
  const twice = findTwice(ids).map(
    (at) => `${file}: duties[${at + 1}].id: expected an id of its own, got '${ids[at]}' again`,
  );
  const both = ids
    .filter((id) => missing[id] !== undefined)
    .map(
      (id) =>
        `${file}: not_in_exports.${id}: expected a duty that is not checked, got one of this file's duties`,
    );
  return [
    ...duties.flatMap((duty, index) => checkDuty(duty, index, names, file)),
    ...twice,
    ...both,
    ...checkLadders(ladders ?? [], file),
  ];
}
