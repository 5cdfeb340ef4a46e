import type { IsoDate } from '../incident/incident.ts';
import { readRecordedLength } from '../policy/read-exclusions.ts';
import { findDeadline } from './clock.ts';
import type { DutyCase, DutyContext } from './duty-case.ts';

/**
 * The first school day on which a suspended pupil may be back: the record's day is the first one out, as early as it
 * can be. Null where the record does not say how long the suspension is.
 */
export function findReturnDay({ labelled, signs }: DutyCase, context: DutyContext): IsoDate | null {
  if (!signs.has('exclusion.suspension')) return null;
  const days = readRecordedLength(labelled, context.calendar);
  if (days === null) return null;
  return findDeadline(labelled.incident.date, Math.ceil(days), 'school', context);
}
