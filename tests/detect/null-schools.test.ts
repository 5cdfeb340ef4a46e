import { describe, expect, it } from 'vitest';
import { detectFindings } from '../../src/detect/detect-findings.ts';
import type { Finding } from '../../src/incident/finding.ts';
import { type SimulatedSchool, simulateSchool } from './helpers/simulate-school.ts';

const SCHOOLS = 20;

/** Whether a finding is about nothing: the simulated rates that it says changed or stand out do not. */
function isFalse(
  { kind, subject, category, direction, from, to, comparison }: Finding,
  school: SimulatedSchool,
): boolean {
  const changed = (ratio: number, least: number): boolean =>
    (direction === 'down' ? 1 / ratio : ratio) >= least;
  if (kind === 'pupil_pattern') {
    return school.trueRatio(subject, category ?? '', from < '2025-08-01' ? '2024-25' : '2025-26') < 1.5;
  }
  if (kind === 'pupil_trend') return !changed(school.trueTrend(subject), 1.25);
  if (kind === 'class_trend' && comparison !== null) {
    return !changed(
      school.trueClassRate(subject, from, to) / school.trueClassRate(subject, comparison.from, comparison.to),
      1.12,
    );
  }
  return kind === 'pair' || kind === 'hotspot';
}

describe('schools with nothing planted', () => {
  it(`show at most two false findings a school on average over ${SCHOOLS} schools, and no kind runs away`, {
    timeout: 240_000,
  }, () => {
    const perKind = new Map<string, number>();
    for (let seed = 1; seed <= SCHOOLS; seed += 1) {
      const school = simulateSchool({ seed, yearGroups: 5 });
      for (const finding of detectFindings(school.input).findings) {
        if (isFalse(finding, school)) perKind.set(finding.kind, (perKind.get(finding.kind) ?? 0) + 1);
      }
    }
    const total = [...perKind.values()].reduce((sum, one) => sum + one, 0);
    expect(total / SCHOOLS).toBeLessThanOrEqual(2);
    for (const [kind, count] of perKind) expect(count / SCHOOLS, kind).toBeLessThanOrEqual(1.2);
  });
});
