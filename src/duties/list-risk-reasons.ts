import type { RiskReason } from '../incident/at-risk-candidate.ts';
import type { DutyCase, DutyContext } from './duty-case.ts';
import { findTermThreshold } from './find-term-threshold.ts';
import reasonData from './risk-reasons.yaml';

interface ReasonRule {
  readonly id: string;
  readonly codes: readonly string[];
  readonly at: string;
  readonly times?: number;
  readonly say: string;
  readonly title: string;
}

const ONE = { value: 1, whose: 'termwise' } as const;

const RULES = reasonData as readonly ReasonRule[];

/** Every reason there can be, in order: the rows of a table of counts. */
export function listReasonRules(): readonly Pick<RiskReason, 'id' | 'title'>[] {
  return RULES.map(({ id, title }) => ({ id, title }));
}

/** Why a pupil with these records of one term may be at risk of exclusion: a person decides, never a score. */
export function listRiskReasons(
  records: readonly DutyCase[],
  thresholds: DutyContext['thresholds'],
): readonly RiskReason[] {
  return RULES.flatMap(({ id, codes, at, times = 1, say, title }) => {
    const threshold = at === 'one' ? ONE : findTermThreshold(thresholds, at);
    const from = threshold.value * times;
    const own =
      codes.length === 0 ? records : records.filter(({ signs }) => codes.some((code) => signs.has(code)));
    if (own.length < from) return [];
    return [
      {
        id,
        title,
        say,
        count: own.length,
        from,
        whose: threshold.whose,
        times,
        incident_ids: own.map(({ labelled }) => labelled.incident.id),
      },
    ];
  });
}
