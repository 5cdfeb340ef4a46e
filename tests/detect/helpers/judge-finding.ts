import { toDayNumber } from '../../../src/calendar/iso-date.ts';
import type { Finding } from '../../../src/incident/finding.ts';
import type { Planted, SimulatedSchool } from './simulate-school.ts';

/**
 * What a finding about a simulated school is: it matches what was planted; it is real, since the true rates show it
 * without planting; its true effect is too small to hold for or against it; or it is false.
 */
export type Verdict = 'planted' | 'real' | 'grey' | 'false';

/** True ratios from which a trend is real, and from which it is no longer false. */
const REAL = { pupil_trend: [1.5, 1.25], class_trend: [1.25, 1.12] } as const;

export function judgeFinding(
  finding: Finding,
  school: SimulatedSchool,
): { readonly verdict: Verdict; readonly matched: readonly Planted[] } {
  const matched = school.planted.filter((one) => matches(finding, one));
  if (matched.length > 0) return { verdict: 'planted', matched };
  return { verdict: judgeRest(finding, school), matched };
}

function judgeRest(finding: Finding, school: SimulatedSchool): Verdict {
  const { kind, subject } = finding;
  if (kind === 'pupil_pattern') return judgePattern(finding, school);
  if (kind === 'pupil_trend' || kind === 'class_trend') {
    const ratio = trueRatioOf(finding, school);
    const size = finding.direction === 'down' ? 1 / Math.max(ratio, 1e-9) : ratio;
    const [real, grey] = REAL[kind];
    return size >= real ? 'real' : size >= grey ? 'grey' : 'false';
  }
  // Of the other kinds the simulation says nothing.
  if (kind !== 'pair' && kind !== 'hotspot') return 'grey';
  const coarse = school.planted.some(
    (one) => one.kind === 'hotspot' && kind === one.kind && one.subject.startsWith(`${subject} | `),
  );
  return coarse ? 'grey' : 'false';
}

/** A ratio of a count too small to keep happening is no pattern, however large the ratio. */
function judgePattern({ subject, category, from }: Finding, school: SimulatedSchool): Verdict {
  const { year, term } = school.truePattern(
    subject,
    category ?? '',
    from < '2025-08-01' ? '2024-25' : '2025-26',
  );
  if (year.ratio >= 3 && year.count >= 8) return 'real';
  if (term.ratio >= 3 && term.count >= 3) return 'real';
  return Math.max(year.ratio, term.ratio) >= 1.5 && year.count >= 0.5 ? 'grey' : 'false';
}

function trueRatioOf({ kind, subject, from, to, comparison }: Finding, school: SimulatedSchool): number {
  if (kind === 'pupil_trend') return school.trueTrend(subject);
  if (comparison === null) return 1;
  return (
    school.trueClassRate(subject, from, to) / school.trueClassRate(subject, comparison.from, comparison.to)
  );
}

function matches(finding: Finding, planted: Planted): boolean {
  if (finding.kind !== planted.kind || finding.subject !== planted.subject) return false;
  if (planted.kind === 'pupil_trend') return planted.ratio > 1 === (finding.direction === 'up');
  if (!overlaps(finding, planted)) return false;
  if (planted.kind === 'class_trend') return planted.ratio > 1 === (finding.direction === 'up');
  return planted.kind !== 'pupil_pattern' || finding.category === planted.category;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Half of either span at least. */
function overlaps(one: Span, other: Span): boolean {
  const days = (from: string, to: string): number => toDayNumber(to) - toDayNumber(from) + 1;
  const shared = days(one.from > other.from ? one.from : other.from, one.to < other.to ? one.to : other.to);
  return shared > 0 && (shared * 2 >= days(one.from, one.to) || shared * 2 >= days(other.from, other.to));
}
