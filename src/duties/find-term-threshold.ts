import type { DutyContext } from './duty-case.ts';

type Threshold = DutyContext['thresholds'][string];

/** Records of one pupil in a term that we call persistent where nobody says another number. */
export const OUR_RECORDS: Threshold = { value: 4, whose: 'termwise' };

/** A threshold for what is counted by term: a number that a policy gives for some school days says nothing of a term. */
export function findTermThreshold(thresholds: DutyContext['thresholds'], name: string): Threshold {
  const given = thresholds[name];
  return given === undefined || given.within_school_days !== undefined ? OUR_RECORDS : given;
}
