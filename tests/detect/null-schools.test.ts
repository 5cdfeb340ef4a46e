import { describe, expect, it } from 'vitest';
import { detectFindings } from '../../src/detect/detect-findings.ts';
import { judgeFinding } from './helpers/judge-finding.ts';
import { simulateSchool } from './helpers/simulate-school.ts';

const SCHOOLS = 20;

describe('schools with nothing planted', () => {
  it(`show at most two false findings a school on average over ${SCHOOLS} schools, and no kind runs away`, {
    timeout: 300_000,
  }, () => {
    const perKind = new Map<string, number>();
    for (let seed = 1; seed <= SCHOOLS; seed += 1) {
      const school = simulateSchool({ seed, yearGroups: 5 });
      for (const finding of detectFindings(school.input).findings) {
        if (judgeFinding(finding, school).verdict === 'false')
          perKind.set(finding.kind, (perKind.get(finding.kind) ?? 0) + 1);
      }
    }
    const total = [...perKind.values()].reduce((sum, one) => sum + one, 0);
    expect(total / SCHOOLS).toBeLessThanOrEqual(2);
    for (const [kind, count] of perKind) expect(count / SCHOOLS, kind).toBeLessThanOrEqual(1.2);
  });
});
