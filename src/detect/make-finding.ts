import type { Finding } from '../incident/finding.ts';
import type { PlacedIncident } from './school-record.ts';

type Draft = Omit<Finding, 'ratio' | 'evidence'> & {
  readonly evidence: readonly Pick<PlacedIncident, 'source'>[];
};

/**
 * Makes a finding: the ratio from the counts, numbers cut to four significant figures (a last bit that depends on
 * the order of adding must not reach a file), evidence as incident ids by date, each once.
 */
export function makeFinding(draft: Draft): Finding {
  const ratio = draft.expected > 0 ? round(draft.observed / draft.expected) : null;
  const [low, high] = draft.interval;
  return {
    ...draft,
    expected: round(draft.expected),
    ratio,
    interval: [round(low), high === null || !Number.isFinite(high) ? null : round(high)],
    p: draft.p === null ? null : round(draft.p),
    q: draft.q === null ? null : round(draft.q),
    evidence: [...new Set(draft.evidence.map(({ source }) => source.incident.id))],
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
