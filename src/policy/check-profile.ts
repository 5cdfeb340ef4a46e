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
  if (key !== undefined && duty[key] === undefined)
    faults.push(`${place}.${key}: expected a value, since '${duty.check}' needs one, got nothing`);
  const { ladder } = duty;
  if (typeof ladder === 'string' && ladders !== null && !ladders.includes(ladder))
    faults.push(`${place}.ladder: expected one of this file's ladders, got '${ladder}'`);
  return faults;
}

/** What is wrong with a profile file, each as `FILE: PLACE: expected X, got Y`; empty when it can be used. */
export function checkProfile(data: unknown, file: string): readonly string[] {
  const faults = checkShape(PROFILE_SCHEMA, data, file, Object.keys(PROFILE_SCHEMA.shape));
  if (faults.length > 0) return faults;
  const { duties = [], ladders } = data as {
    readonly duties?: readonly LooseDuty[];
    readonly ladders?: readonly { readonly name: string }[];
  };
  const names = ladders?.map(({ name }) => name) ?? null;
  const ids = duties.map(({ id }) => id);
  const twice = ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [`${file}: duties[${index + 1}].id: expected an id of its own, got '${id}' again`]
      : [],
  );
  return [...duties.flatMap((duty, index) => checkDuty(duty, index, names, file)), ...twice];
}
