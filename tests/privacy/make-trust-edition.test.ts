import { describe, expect, it } from 'vitest';
import type { TrustAnalysis } from '../../src/incident/trust-analysis.ts';
import { auditHiddenCells, listFoundOut } from '../../src/privacy/audit-hidden-cells.ts';
import { isShown } from '../../src/privacy/count-cell.ts';
import { decideTrustHiding } from '../../src/privacy/decide-trust-hiding.ts';
import { DEFAULT_HIDING_RULES } from '../../src/privacy/hiding-rules.ts';
import { listFoundByHeads } from '../../src/privacy/list-found-by-heads.ts';
import {
  type CommitteeEdition,
  decideCommitteeHiding,
  makeCommitteeEdition,
} from '../../src/privacy/make-committee-edition.ts';
import { makeTrustEdition } from '../../src/privacy/make-trust-edition.ts';
import { funnelCell } from '../../src/privacy/trust-cells.ts';
import type { SchoolReturn } from '../../src/trust/school-return.ts';
import { sampleReturn } from '../trust/helpers/sample-return.ts';
import { sampleTrust } from '../trust/helpers/sample-trust.ts';
import { collate } from '../trust/helpers/simulate-trust.ts';

const RULES = DEFAULT_HIDING_RULES;
const seeds = Array.from({ length: 25 }, (_, at) => `edition ${at}`);

/** Small numbers that a reader of everything not in `hidden` can work out. */
function smallFoundOut(
  trust: TrustAnalysis,
  { system, hidden }: ReturnType<typeof decideTrustHiding>,
): string[] {
  expect(trust.schools.length).toBeGreaterThan(2);
  return listFoundOut(auditHiddenCells(system, hidden, 1)).filter((id) => {
    const value = system.cells.get(id)?.value ?? 0;
    return value > 0 && value < RULES.threshold;
  });
}

describe('makeTrustEdition', () => {
  it.each(seeds)('lets nobody work out a small number: %s', (seed) => {
    const trust = sampleTrust(seed);
    const decision = decideTrustHiding(trust, RULES);
    for (const [id, { value, sensitive }] of decision.system.cells)
      if (!/not_|^excluded\.all/.test(id) && sensitive && value > 0 && value < RULES.threshold)
        expect(decision.hidden.has(id), id).toBe(true);
    expect(smallFoundOut(trust, decision)).toEqual([]);
  });

  it.each(seeds)('hides no sum of the schools that another table tells: %s', (seed) => {
    const { system, hidden } = decideTrustHiding(sampleTrust(seed), RULES);
    const known = listFoundOut(auditHiddenCells(system, hidden, Number.POSITIVE_INFINITY)).filter((id) => {
      const cell = system.cells.get(id);
      return !/\.\d+$/.test(id) && cell?.always !== true && (cell?.value ?? 0) >= RULES.threshold;
    });
    expect(known).toEqual([]);
  });

  it.each(seeds)(
    'tells no average over a hidden number, unless the sums of the tables tell as much: %s',
    (seed) => {
      const trust = sampleTrust(seed);
      const { system, hidden } = decideTrustHiding(trust, RULES);
      const edition = makeTrustEdition(trust);
      const isHidden = (code: string, school: string): boolean =>
        edition.schools.find((one) => one.school === school)?.measures.find((one) => one.code === code)
          ?.count === 'hidden';
      const resting = trust.funnels.filter(({ code, units }) =>
        units.some(({ school, outlying }) => !outlying && isHidden(code, school)),
      );
      expect(resting.length).toBeGreaterThan(0);
      const without = new Set([...hidden, ...resting.map(funnelCell)]);
      const known = new Set(listFoundOut(auditHiddenCells(system, without, Number.POSITIVE_INFINITY)));
      for (const funnel of resting) {
        const { code, phase } = funnel;
        const told = edition.funnels.find((one) => one.code === code && one.phase === phase)?.rate !== null;
        const expected = edition.outliers.filter((one) => one.code === code && one.phase === phase);
        expect(told, funnelCell(funnel)).toBe(known.has(funnelCell(funnel)));
        if (!told) expect(expected.map((one) => one.expected)).toEqual(expected.map(() => null));
      }
    },
  );

  it('lets nobody work out suspensions that are hidden beside others from the pupils, where all are first ones', () => {
    const school = (name: string, count: number, changes: Partial<SchoolReturn> = {}): SchoolReturn => {
      const { counts, exclusions } = sampleReturn();
      const cell = {
        type: 'suspension',
        reason: 'PP',
        length: 'one',
        turn: 'first',
        purpose: 'harm',
      } as const;
      return sampleReturn({
        school: name,
        counts: { ...counts, labels: { ...counts.labels, 'exclusion.suspension': count } },
        exclusions: {
          ...{ ...exclusions, suspensions: count, pupils: count, days: count, days_known: count },
          cells: [{ ...cell, count }],
          source: 'list',
        },
        ...changes,
      });
    };
    const period = { name: '2025-26 Term 2', from: '2026-01-05', to: '2026-02-13', school_days: 30 };
    // Of two terms by another system's list it is not known who is in both: nothing else tells the pupils' sum.
    const trust = collate([school('A', 2), school('B', 6), school('C', 9), school('C', 8, { period })]);
    expect(trust.schools.map(({ exclusions }) => exclusions.pupils)).toEqual([2, 6, null]);
    const { system, hidden } = decideTrustHiding(trust, RULES);
    expect(listFoundOut(auditHiddenCells(system, hidden, RULES.threshold))).not.toContain(
      'excluded.suspensions.0',
    );
    // The numbers of B are in its own report: hidden here they would keep nothing, and the sum goes instead.
    expect(makeTrustEdition(trust)).toMatchObject({
      exclusions: { suspensions: 'hidden', pupils: null },
      schools: [
        { exclusions: { suspensions: 'hidden', pupils: 'hidden' } },
        { exclusions: { suspensions: 6, pupils: 6 } },
        { exclusions: { suspensions: 17 } },
      ],
    });
  });

  it('tells no pupils beside few more suspensions or uses of force than pupils: the rest are of a pupil or two', () => {
    const school = (name: string, records: number, pupils: number): SchoolReturn => {
      const { counts, exclusions, force } = sampleReturn();
      const cell = {
        type: 'suspension',
        reason: 'PP',
        length: 'one',
        turn: 'first',
        purpose: 'harm',
      } as const;
      return sampleReturn({
        school: name,
        counts: {
          ...counts,
          labels: { ...counts.labels, 'exclusion.suspension': records, positive_handling: records },
        },
        exclusions: {
          ...{ ...exclusions, suspensions: records, pupils, days: records, days_known: records },
          cells: [{ ...cell, count: records }],
        },
        force: { ...force, incidents: records, pupils },
      });
    };
    const told = (...schools: readonly SchoolReturn[]) => {
      const edition = makeTrustEdition(collate(schools));
      return [...edition.schools, edition].map((one) => [one.exclusions.pupils, one.force.pupils]);
    };
    const both = (pupils: number | string) => [pupils, pupils];
    // Nine of eight pupils are one pupil's second; twenty of nine say nothing of any.
    expect(told(school('A', 9, 8), school('B', 20, 9), school('C', 12, 12))).toEqual(
      ['hidden', 9, 12, 'hidden'].map(both),
    );
    expect(told(school('A', 14, 8), school('B', 20, 9), school('C', 12, 12))).toEqual(
      [8, 9, 12, 29].map(both),
    );
  });

  it.each(seeds)('keeps small numbers from the heads of other schools that have some too: %s', (seed) => {
    const decision = decideTrustHiding(sampleTrust(seed), RULES);
    expect(listFoundByHeads({ ...decision, hidden: new Set(decision.hidden), threshold: 5 })).toEqual([]);
  });

  it.each(seeds)('keeps small numbers from who has the reports of the other schools: %s', (seed) => {
    const trust = sampleTrust(seed);
    const { system, hidden } = decideTrustHiding(trust, RULES);
    const own = /^(measure\..*|(excluded|force)\.(suspensions|permanent|incidents|pupils))\.\d+$/;
    const isTold = (id: string): boolean => {
      const value = system.cells.get(id)?.value ?? 0;
      return own.test(id) && (value === 0 || value >= RULES.threshold);
    };
    const without = new Set([...hidden].filter((id) => !isTold(id)));
    expect(smallFoundOut(trust, { system, hidden: without })).toEqual([]);
  });

  it('is found out by the auditor when one secondary cell is shown after all', () => {
    const caught = seeds.filter((seed) => {
      const trust = sampleTrust(seed);
      const { system, hidden } = decideTrustHiding(trust, RULES);
      const without = new Set(
        [...hidden].filter((id) => (system.cells.get(id)?.value ?? 0) < RULES.threshold),
      );
      return smallFoundOut(trust, { system, hidden: without }).length > 0;
    });
    expect(caught.length).toBeGreaterThan(0);
  });

  it('gives no rate, interval, point or finding where the count is hidden', () => {
    for (const seed of seeds) {
      const edition = makeTrustEdition(sampleTrust(seed));
      for (const { measures, school } of edition.schools) {
        for (const { code, count, rate, interval } of measures.filter((row) => !isShown(row.count))) {
          expect([count, rate, interval]).toEqual(['hidden', null, null]);
          const points = edition.funnels
            .filter((funnel) => funnel.code === code)
            .flatMap(({ units }) => units.filter((unit) => unit.school === school));
          expect(points).toEqual([]);
          const told = [...edition.outliers, ...edition.changes];
          expect(told.some((row) => row.school === school && row.code === code)).toBe(false);
        }
      }
    }
  });

  it('hides nothing when exact, and refuses rules that would show single pupils', () => {
    const trust = sampleTrust('exact');
    const exact = makeTrustEdition(trust, RULES, true);
    expect(exact.schools.flatMap(({ measures }) => measures.map(({ count }) => count))).toEqual(
      trust.schools.flatMap(({ rates }) => rates.map(({ count }) => count)),
    );
    expect(JSON.stringify(exact)).not.toContain(':"hidden"');
    expect(() => makeTrustEdition(trust, { ...RULES, threshold: 2 })).toThrow('too low');
  });

  it('takes another threshold', () => {
    const wide = makeTrustEdition(sampleTrust('edition 1'), { ...RULES, threshold: 10 });
    const counts = wide.schools.flatMap(({ measures }) => measures.map(({ count }) => count));
    expect(counts.filter((count) => isShown(count) && count > 0 && count < 10)).toEqual([]);
  });
});

describe('makeCommitteeEdition', () => {
  const sums = ({ totals, force }: Pick<CommitteeEdition, 'totals' | 'force'>) => [
    ...totals.map(({ count }) => count),
    ...Object.values(force),
  ];

  it.each(seeds)('shows no number that the working group does not see, and none under ten: %s', (seed) => {
    const trust = sampleTrust(seed);
    const group = makeTrustEdition(trust);
    const committee = makeCommitteeEdition(trust);
    for (const [at, cell] of sums(committee).entries()) {
      if (!isShown(cell)) continue;
      expect(cell).toBe(sums(group)[at]);
      expect(cell === 0 || cell >= 10).toBe(true);
    }
    expect(smallFoundOut(trust, decideCommitteeHiding(trust, RULES))).toEqual([]);
  });

  it('names no school', () => {
    const trust = sampleTrust('names');
    const text = JSON.stringify(makeCommitteeEdition(trust));
    for (const { school } of trust.schools) expect(text).not.toContain(school);
  });
});
