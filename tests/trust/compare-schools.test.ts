import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { simulateReturn } from './helpers/simulate-return.ts';
import { collate, simulateTrust } from './helpers/simulate-trust.ts';

describe('compareSchools', () => {
  it('names a school with nearly twice the incidents, and says what could explain it', () => {
    const { outliers, funnels } = simulateTrust('one differs', 8, { 5: { all: 2.2, positive: 3 } });
    expect(outliers).toContainEqual(
      expect.objectContaining({ school: 'School 006', code: 'all', direction: 'higher' }),
    );
    const found = outliers.find(({ code }) => code === 'all');
    expect(found?.cautions).toContain('recording_high');
    const funnel = funnels.find(({ code }) => code === 'all');
    expect(funnel?.units.map(({ school }) => school)).toEqual(
      funnel?.units.map(({ school }) => school).toSorted(),
    );
    for (const unit of funnel?.units ?? []) {
      expect(unit.ratio).toBeCloseTo(unit.observed / unit.expected, 9);
      expect(unit.wide998[0]).toBeLessThanOrEqual(unit.wide95[0]);
      expect(unit.wide998[1]).toBeGreaterThanOrEqual(unit.wide95[1]);
    }
  });

  it('names none in at most one of twenty reports when schools do not differ', () => {
    const reports = Array.from({ length: 40 }, (_, at) => simulateTrust(`test ${at}`).outliers);
    expect(reports.filter((outliers) => outliers.length > 0).length).toBeLessThanOrEqual(2);
  });

  it('sets a school beside its own kind only, and draws no funnel of three', () => {
    const random = createRandom('kinds');
    const made = Array.from({ length: 7 }, (_, at) =>
      simulateReturn({ school: `S ${at}`, pupils: 200, phase: at < 4 ? 'primary' : 'special' }, random),
    );
    const { funnels, warnings } = collate(made);
    expect(new Set(funnels.map(({ phase }) => phase))).toEqual(new Set(['primary']));
    expect(warnings.map(({ code }) => code)).toContain('different_phases');
  });
});
