import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { DetectorRun, Finding } from '../incident/finding.ts';
import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { DayPeriod, ReportPeriod } from '../incident/period.ts';
import type { RollEntry } from '../incident/roll.ts';
import type { DetectThresholds } from './read-thresholds.ts';

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
  readonly thresholds?: DetectThresholds;
}

/** What a detector hands back: its findings, and what it looked at even when it found nothing. */
export interface DetectorResult {
  readonly findings: readonly Finding[];
  readonly run: DetectorRun;
}

/** What a detector is: the question it answers, in plain words, and what it cannot do without. */
export interface DetectorMeta {
  readonly id: string;
  readonly question: string;
  readonly needs: readonly ('roll' | 'places' | 'two terms' | 'linked pupils')[];
}
