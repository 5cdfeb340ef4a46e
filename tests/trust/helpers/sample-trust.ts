import type { TrustAnalysis } from '../../../src/incident/trust-analysis.ts';
import { createRandom } from '../../../src/statistics/seeded-random.ts';
import { sampleReturn } from './sample-return.ts';
import { simulateReturn } from './simulate-return.ts';
import { collate } from './simulate-trust.ts';

const LENGTHS = ['half_day', 'one', 'two_to_five', 'over_five', 'not_recorded'] as const;
const TURNS = ['first', 'second', 'third_or_later'] as const;
const PURPOSES = ['harm', 'no_harm_recorded', 'not_stated'] as const;
const REASONS = ['DB', 'PA', 'PP', 'not_stated'];

/**
 * A trust whose schools have everything a report prints: small schools with small numbers, one secondary and one Welsh
 * school, suspensions by reason and length, uses of force, duties, half-terms.
 */
export function sampleTrust(seed: string, schools = 7): TrustAnalysis {
  const random = createRandom(`sample trust ${seed}`);
  const draw = (most: number): number => Math.floor(random() * (most + 1));
  const pick = <T>(items: readonly T[]): T => items[draw(items.length - 1)] as T;
  const made = Array.from({ length: schools }, (_, at) => {
    const one = simulateReturn(
      {
        school: `School ${String(at + 1).padStart(3, '0')}`,
        pupils: 60 + 45 * at,
        phase: at === schools - 1 ? 'secondary' : 'primary',
        factors: at === 2 ? { 'prejudice.racist': 9, prejudice: 6 } : {},
      },
      random,
    );
    const suspensions = one.counts.labels['exclusion.suspension'] ?? 0;
    const permanent = one.counts.labels['exclusion.permanent'] ?? 0;
    const force = one.counts.labels.positive_handling ?? 0;
    const sameDay = draw(force);
    const extra = draw(Math.floor(suspensions / 2)) * draw(1);
    const cocs = one.counts.labels.child_on_child ?? 0;
    const first = draw(one.counts.incidents);
    const keys = new Map<string, number>();
    for (let made = 0; made < suspensions; made += 1) {
      const key = [pick(REASONS), pick(LENGTHS), pick(TURNS), pick(PURPOSES)].join('|');
      keys.set(key, (keys.get(key) ?? 0) + 1);
    }
    const half = (name: string, from: string, to: string, all: number) => ({
      name,
      from,
      to,
      school_days: 35,
      complete: true,
      measures: { all },
    });
    return sampleReturn({
      ...one,
      nation: at === 1 ? 'wales' : 'england',
      half_terms: [
        half('Summer 2', '2025-06-02', '2025-07-22', draw(60)),
        half('Autumn 1', '2025-09-01', '2025-10-24', first),
        half('Autumn 2', '2025-11-03', '2025-12-19', one.counts.incidents - first),
      ],
      exclusions: {
        source: 'records',
        suspensions,
        permanent,
        internal: one.counts.labels['exclusion.internal'] ?? 0,
        pupils: suspensions - extra,
        pupils_again: Math.min(extra, suspensions - extra),
        days: 2 * suspensions,
        days_known: suspensions,
        cells: [...keys].map(([key, count]) => {
          const [reason, length, turn, purpose] = key.split('|');
          return { type: 'suspension', reason, length, turn, purpose, count } as never;
        }),
      },
      force: {
        incidents: force,
        pupils: Math.min(force, draw(force) + 1),
        pupils_again: 0,
        with_recorded_date: force,
        same_day: sameDay,
        parents_told: draw(force),
      },
      duties: [
        // The Welsh school has no duty on force: the trust's cases are its records less that school's.
        ...(at === 1
          ? []
          : [{ duty: 'FORCE1', cases: force, met: sameDay, not_met: force - sameDay, not_evidenced: 0 }]),
        {
          duty: 'COC1',
          cases: cocs,
          met: cocs - Math.min(cocs, at % 5),
          not_met: 0,
          not_evidenced: Math.min(cocs, at % 5),
        },
      ],
    });
  });
  return collate(made);
}
