import { assembleCounts } from '../../src/count/assemble-counts.ts';
import { summariseImport } from '../../src/count/summarise-import.ts';
import type { Analysis } from '../../src/incident/analysis.ts';
import type { DetectorRun, Finding } from '../../src/incident/finding.ts';
import type { LabelledIncident } from '../../src/incident/labelled-incident.ts';
import { CALENDAR, DAY_PERIODS, PERIODS, PUPILS, ROLL, sampleRecord } from './sample-record.ts';

/** How a made-up school differs from the usual one. */
export interface SampleOptions {
  readonly size?: number;
  readonly seed?: number;
  readonly record?: readonly LabelledIncident[];
  readonly withRoll?: boolean;
  readonly withTimes?: boolean;
  readonly withPrevious?: boolean;
  readonly withLastYear?: boolean;
  readonly findings?: readonly Finding[];
}

/** A finding with plain numbers; give only what the test is about. */
export function makeFinding(rest: Partial<Finding>): Finding {
  return {
    kind: 'pupil_pattern',
    subject: 'Pupil Number1',
    category: null,
    direction: 'up',
    from: PERIODS.period.from,
    to: PERIODS.period.to,
    comparison: null,
    tier: 'clear',
    observed: 9,
    expected: 2,
    ratio: 4.5,
    interval: [2, 9],
    p: 0.001,
    q: 0.01,
    started: null,
    sentence: `${rest.subject ?? 'Pupil Number1'}: nine incidents where two would be usual.`,
    evidence: ['1', '2'],
    ...rest,
  };
}

/** Findings about people, a class, a place and the school. */
const FINDINGS: readonly Finding[] = [
  ...Array.from({ length: 6 }, (_, i) => makeFinding({ subject: `Pupil Number${i}` })),
  makeFinding({ subject: 'Pupil Number0', category: 'Physical' }),
  makeFinding({ subject: 'Pupil Number8', kind: 'pupil_trend', direction: 'up', tier: 'possible' }),
  makeFinding({ subject: 'Pupil Number9', kind: 'pupil_trend', direction: 'down' }),
  makeFinding({ subject: 'Pupil Number1 -> Pupil Number2', kind: 'pair', direction: null }),
  makeFinding({ subject: '3 Oak', kind: 'class_trend' }),
  makeFinding({ subject: 'Pupil Number5', kind: 'serious_repeat', direction: null, observed: 2 }),
  makeFinding({
    subject: "Mrs Hill's room | Lesson 2 | Tuesday",
    kind: 'hotspot',
    observed: 24,
    expected: 3.5,
    ratio: 6.9,
  }),
  makeFinding({
    subject: 'Corridor | Break | All days',
    kind: 'hotspot',
    observed: 14,
    expected: 5,
    ratio: 2.8,
  }),
  makeFinding({ subject: 'Field | Lunch | Monday', kind: 'hotspot', tier: 'possible' }),
  makeFinding({ subject: 'Year 3', kind: 'year_trend', observed: 40, expected: 20, ratio: 2 }),
  makeFinding({ subject: 'school', kind: 'school_trend', observed: 3, expected: 1, ratio: 3 }),
  makeFinding({ subject: 'Pupil Number30', from: '2024-09-03', to: '2024-12-19' }),
];

const DETECTORS: readonly DetectorRun[] = [
  {
    detector: 'pupil_pattern',
    question: 'Who keeps doing the same thing?',
    unit: 'a pupil',
    tooFewIf: 'fewer than 4 days',
    lookedAt: 60,
    tooFew: 3,
    clear: 7,
    possible: 1,
    expectedByChance: 0.4,
    note: null,
  },
  {
    detector: 'pair',
    question: 'Who is recorded with whom?',
    unit: 'two pupils',
    tooFewIf: null,
    lookedAt: 90,
    tooFew: 40,
    clear: 1,
    possible: 0,
    expectedByChance: null,
    note: 'Few rows name two pupils.',
  },
];

/** The analysis of a made-up school, through the real counting. */
export async function sampleAnalysis(options: SampleOptions = {}): Promise<Analysis> {
  const {
    size = 900,
    seed = 3,
    withRoll = true,
    withTimes = true,
    withPrevious = true,
    withLastYear = true,
  } = options;
  const previous = withPrevious ? PERIODS.previous : null;
  const lastYear = withLastYear ? PERIODS.lastYear : null;
  const labelled = options.record ?? sampleRecord(size, seed);
  const counted = await assembleCounts({
    labelled,
    pupils: PUPILS,
    calendar: CALENDAR,
    roll: withRoll ? ROLL : null,
    dayPeriods: withTimes ? DAY_PERIODS : [],
    dataRange: ['2024-09-03', '2026-07-21'],
    audits: [],
    period: PERIODS.period,
    previous,
    lastYear,
  });
  return {
    meta: {
      schema: 'termwise.analysis/1',
      termwise: '0.0.0',
      school: 'Sample School',
      phase: 'primary',
      nation: 'england',
      profile: 'national',
      taxonomy_version: '1',
      as_at: '2026-07-22',
      period: PERIODS.period,
      previous,
      last_year: lastYear,
      data_range: ['2024-09-03', '2026-07-21'],
      calendar: 'terms_file',
      roll: withRoll ? 100 : null,
      assumptions: ['Reported on the latest term with data: 2025-26 Summer.'],
      fingerprint: '0123456789ab',
      files: ['Pupil Number7 export.csv'],
      decisions: { confirmed: 2, changed: 1, outdated: 0 },
    },
    problems: {
      ...summariseImport([]),
      data_records: size,
      accepted_rows: size,
      distinct_incidents: size,
      warnings: ['Pupil Number1 twice'],
    },
    ...counted,
    findings: options.findings ?? FINDINGS,
    detectors: DETECTORS,
  };
}
