import { findSchoolDay } from '../calendar/find-school-day.ts';
import { findTerm } from '../calendar/find-term.ts';
import type { DetectorRun } from '../incident/finding.ts';
import type { IsoDate, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident } from '../incident/labelled-incident.ts';
import { countOf } from './describe-numbers.ts';
import type { DetectInput, DetectorMeta } from './detect-input.ts';
import { findActors } from './find-actors.ts';
import { makeRun } from './make-run.ts';

export const POLICY_LIMIT: DetectorMeta = {
  id: 'policy_limit',
  question: 'Which pupils have as many records as the policy’s number for persistent behaviour?',
  unit: 'a pupil with a record in the period',
  needs: [],
};

type Limit = NonNullable<DetectInput['recordLimit']>;

/** Days from a school day within which a record still belongs to it: a weekend's to the Friday. */
const NEAR = 3;

/**
 * How many pupils of the period reached the policy's number of records, in a term or within so many school days in a
 * row. Counted only: who they are and what was done about it is the business of the duties, not of a statistic.
 */
export function countPolicyLimit(input: DetectInput): DetectorRun {
  const limit = input.recordLimit;
  const dates = datesByPupil(input);
  if (limit === undefined) return tellNone(dates.size);
  const fewer = [...dates.values()].filter((own) => own.length < limit.value).length;
  const reached = [...dates.values()].filter((own) => mostTogether(own, input, limit) >= limit.value).length;
  return makeRun(POLICY_LIMIT, [], {
    lookedAt: dates.size,
    tooFew: fewer,
    tooFewIf: `fewer than ${limit.value} records in the period`,
    expectedByChance: null,
    note: `${countOf(reached, 'pupil')} reached ${sayLimit(limit)}.`,
  });
}

function tellNone(pupils: number): DetectorRun {
  const said = { lookedAt: pupils, tooFew: 0, tooFewIf: null, expectedByChance: null };
  return makeRun(POLICY_LIMIT, [], {
    ...said,
    note: 'No policy was given, so there is no number to hold against.',
  });
}

/** `4 records in a term (our number; the policy gives none)`, `3 records within 10 school days`. */
export function sayLimit({ value, whose, within_school_days }: Limit): string {
  const span = within_school_days === undefined ? 'in a term' : `within ${within_school_days} school days`;
  const ours = whose === 'termwise' ? ' (our number; the policy gives none)' : '';
  return `${countOf(value, 'record')} ${span}${ours}`;
}

/** Days of each pupil's own records in the period, in order. */
export function datesByPupil({
  labelled,
  period: { from, to },
  asAt,
}: DetectInput): ReadonlyMap<PupilKey, readonly IsoDate[]> {
  const found = new Map<PupilKey, IsoDate[]>();
  for (const one of labelled) {
    const { date } = one.incident;
    if (!isBehaviourIncident(one.incident) || date < from || date > to || date > asAt) continue;
    for (const { pupil } of findActors(one).actors) {
      const known = found.get(pupil);
      if (known === undefined) found.set(pupil, [date]);
      else known.push(date);
    }
  }
  for (const dates of found.values()) dates.sort();
  return found;
}

/** The most records that a pupil has together in one term, or in so many school days in a row. */
export function mostTogether(dates: readonly IsoDate[], { calendar }: DetectInput, limit: Limit): number {
  const days = limit.within_school_days;
  if (days === undefined) {
    const terms = new Map<string, number>();
    for (const date of dates) {
      const term = findTerm(calendar, date) ?? calendar.terms.findLast(({ start }) => start <= date);
      terms.set(term?.name ?? '', (terms.get(term?.name ?? '') ?? 0) + 1);
    }
    return Math.max(0, ...terms.values());
  }
  const places = dates
    .map((date) => findSchoolDay(calendar.schoolDays, date, NEAR))
    .filter((place) => place >= 0);
  let [most, first] = [0, 0];
  places.forEach((place, at) => {
    while (place - (places[first] ?? 0) >= days) first += 1;
    most = Math.max(most, at - first + 1);
  });
  return most;
}
