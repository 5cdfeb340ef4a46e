import type { DetectorRun, Finding } from '../incident/finding.ts';
import { isBehaviourIncident } from '../incident/labelled-incident.ts';
import { buildRecord } from './build-record.ts';
import { CLASS_PATTERN, detectClassPatterns } from './class-pattern.ts';
import { CLASS_TREND, detectClassTrends } from './class-trend.ts';
import { countOf } from './describe-numbers.ts';
import type { DetectInput, DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { buildExposure } from './exposure.ts';
import { detectSchoolTrends, detectYearTrends, SCHOOL_TREND, YEAR_TREND } from './group-trend.ts';
import { detectHotspots, HOTSPOT } from './hotspot.ts';
import { makeRun } from './make-run.ts';
import { detectMutualPairs, MUTUAL_PAIR } from './mutual-pair.ts';
import { detectPairs, PAIR } from './pair.ts';
import { gatherPairs } from './pair-record.ts';
import { countPolicyLimit } from './policy-limit.ts';
import { detectPupilPatterns, PUPIL_PATTERN } from './pupil-pattern.ts';
import { detectPupilTrends, PUPIL_TREND } from './pupil-trend.ts';
import { type DetectThresholds, readThresholds } from './read-thresholds.ts';
import { sumUpRecorders } from './recorder-run.ts';
import { buildSchoolIndex } from './school-index.ts';
import { detectSeriousRepeats, SERIOUS_REPEAT } from './serious-repeat.ts';

export type { DetectInput } from './detect-input.ts';

interface Detector {
  readonly meta: DetectorMeta;
  readonly detect: (context: DetectionContext) => DetectorResult;
}

/** In the order a report lists them. */
const DETECTORS: readonly Detector[] = [
  { meta: PUPIL_PATTERN, detect: detectPupilPatterns },
  { meta: PUPIL_TREND, detect: detectPupilTrends },
  { meta: CLASS_TREND, detect: detectClassTrends },
  { meta: PAIR, detect: detectPairs },
  { meta: MUTUAL_PAIR, detect: detectMutualPairs },
  { meta: HOTSPOT, detect: detectHotspots },
  { meta: CLASS_PATTERN, detect: detectClassPatterns },
  { meta: YEAR_TREND, detect: detectYearTrends },
  { meta: SCHOOL_TREND, detect: detectSchoolTrends },
  { meta: SERIOUS_REPEAT, detect: detectSeriousRepeats },
];

/**
 * Runs every detector over the record: what persists, for whom, where, and what changed.
 *
 * Patterns and steps are looked for in the whole record; trends ask about the report period. Each detector also says
 * what it looked at, so that an empty list is never mistaken for a clean bill. The same record gives the same
 * findings, in whatever order its rows come.
 */
export function detectFindings(input: DetectInput): {
  readonly findings: readonly Finding[];
  readonly detectors: readonly DetectorRun[];
} {
  const thresholds = input.thresholds ?? readThresholds();
  const record = buildRecord(input, thresholds);
  if (record === null) return findWithoutSchoolDays(input, thresholds);
  const index = buildSchoolIndex(record, thresholds.record.min_incidents_for_index);
  const context: DetectionContext = {
    input,
    record,
    index,
    exposure: buildExposure(record, index),
    pairs: gatherPairs(record),
    thresholds,
  };
  const results = DETECTORS.map(({ detect }) => detect(context));
  return {
    findings: results.flatMap(({ findings }) => findings),
    detectors: [
      ...results.map(({ run }) => run),
      countPolicyLimit(input),
      sumUpRecorders(
        results.flatMap(({ recorders = [] }) => recorders),
        thresholds.recorder.share,
      ),
    ],
  };
}

/** Serious records and the policy's number need no school day; everything else has nothing to look at, and says so. */
function findWithoutSchoolDays(
  input: DetectInput,
  { record, recorder }: DetectThresholds,
): ReturnType<typeof detectFindings> {
  const behaviour = input.labelled.filter(
    ({ incident }) => isBehaviourIncident(incident) && incident.date <= input.asAt,
  ).length;
  const note =
    behaviour === 0
      ? 'There is no behaviour incident, so there is nothing to look at.'
      : `None of ${countOf(behaviour, 'behaviour incident')} lies within ${countOf(record.max_days_from_school_day, 'day')} of a school day, so there is nothing to look at.`;
  const nothing = { lookedAt: 0, tooFew: 0, tooFewIf: null, expectedByChance: null, note };
  const serious = detectSeriousRepeats({ input });
  return {
    findings: serious.findings,
    detectors: [
      ...DETECTORS.map(({ meta }) => (meta === SERIOUS_REPEAT ? serious.run : makeRun(meta, [], nothing))),
      countPolicyLimit(input),
      sumUpRecorders([], recorder.share),
    ],
  };
}
