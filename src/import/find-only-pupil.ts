import type { Field } from './layout.ts';
import { nameOtherExport } from './name-other-export.ts';
import { type ColumnPlan, missingParts } from './recognise-columns.ts';

/** `Affected Students`; those of `Linked Students` or `Others Involved` are beside somebody else. */
const WHOM = /^(?!.*\b(?:others?|also)\b).*\b(?:affected|involved)\b/i;

/**
 * The plan of a file in which no column is the pupil's by name, but one can be nobody else's: those of `Affected Students`
 * beside no other pupils are whom the records are about, and a UPN or admission number tells pupils whom nothing names.
 * Null for any other file, where both stand and nobody can tell whose number it is, and for an export of another kind, such
 * as marks by UPN.
 */
export function findOnlyPupil(plan: ColumnPlan): ColumnPlan | null {
  if (missingParts(plan).join() !== 'pupil' || nameOtherExport(plan.headers) !== null) return null;
  const linked = plan.at.get('linked');
  const isWhom = WHOM.test(plan.headers[linked ?? -1] ?? '');
  const hasNumber = plan.at.has('upn') || plan.at.has('pupil_id');
  if (isWhom === hasNumber) return null;
  if (hasNumber) return plan;
  const toPupil = <T>(places: ReadonlyMap<Field, T>): ReadonlyMap<Field, T> =>
    new Map([...places].map(([field, place]) => [field === 'linked' ? 'pupil' : field, place] as const));
  return {
    ...plan,
    at: toPupil(plan.at),
    morePeople: toPupil(plan.morePeople),
    guessed: [...plan.guessed, 'pupil'],
  };
}
