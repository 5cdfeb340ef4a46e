import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { DetectorRun, Finding } from '../incident/finding.ts';
import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { DayPeriod, ReportPeriod } from '../incident/period.ts';
import type { RollEntry } from '../incident/roll.ts';
import type { Threshold } from '../policy/policy-profile.ts';
import type { DetectThresholds } from './read-thresholds.ts';
import type { RecorderLook } from './recorder-look.ts';

/** Everything the detectors may look at. */
export interface DetectInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly calendar: SchoolCalendar;
  /** Empty when no roll was given: pupils never recorded are then unknown. */
  readonly roll: readonly RollEntry[];
  /** Empty when no periods.csv was given: hours stand in for periods. */
  readonly dayPeriods: readonly DayPeriod[];
  /** Trends ask whether this period differs from what came before it. */
  readonly period: ReportPeriod;
  readonly asAt: IsoDate;
  /** The policy's number of records that make a behaviour persistent; not there where no policy is known. */
  readonly recordLimit?: Threshold;
  readonly thresholds?: DetectThresholds;
}

/** What a detector hands back: its findings, and what it looked at even when it found nothing. */
export interface DetectorResult {
  readonly findings: readonly Finding[];
  readonly run: DetectorRun;
  /** Whether one person entered most of it, asked of each finding of a change. */
  readonly recorders?: readonly RecorderLook[];
}

/** What a detector is: the question it answers, in plain words, and what it cannot do without. */
export interface DetectorMeta {
  readonly id: string;
  readonly question: string;
  /** What one of those it looks at is: `DetectorRun.unit`. */
  readonly unit: string;
  readonly needs: readonly ('roll' | 'places' | 'two terms' | 'linked pupils')[];
}
