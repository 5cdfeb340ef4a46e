import { addDays } from '../calendar/iso-date.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { DutyNeed } from '../policy/duty-rule.ts';
import type { DutyCase, DutyContext } from './duty-case.ts';

/** Days behind a record within which a record of its own is still about it. */
const REACH_DAYS = 42;

/** Records of an exclusion: what comes behind the next one is about that one. */
const EXCLUSIONS = ['exclusion.suspension', 'exclusion.permanent'] as const;

function isOfSamePupil(one: DutyCase, later: DutyCase): boolean {
  const whose = one.actors.length > 0 ? one.actors : one.pupils;
  return later.pupils.some((pupil) => whose.includes(pupil));
}

/** Whether a record is one of an exclusion itself, not of the meeting that it led to. */
function startsAnew(later: DutyCase, need: DutyNeed): boolean {
  return EXCLUSIONS.some((code) => later.signs.has(code)) && !need.any.some((code) => later.signs.has(code));
}

/** Where the records of the days behind one begin: they stand by date. */
function findNextDay(cases: readonly DutyCase[], day: IsoDate): number {
  let [low, high] = [0, cases.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cases[middle]?.labelled.incident.date ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The later record of the same pupil that shows a follow-up: schools log the reintegration meeting as a record of its
 * own. Null where there is none before the pupil's next exclusion; two exclusions never share one meeting.
 */
export function findLaterRecord(need: DutyNeed, one: DutyCase, { cases }: DutyContext): DutyCase | null {
  const { date } = one.labelled.incident;
  const last = addDays(date, REACH_DAYS);
  for (let at = findNextDay(cases, date); at < cases.length; at++) {
    const later = cases[at];
    if (later === undefined || later.labelled.incident.date > last) return null;
    if (!isOfSamePupil(one, later)) continue;
    if (startsAnew(later, need)) return null;
    if (later.acts.some(({ code, status }) => status === 'done' && need.any.includes(code))) return later;
  }
  return null;
}
