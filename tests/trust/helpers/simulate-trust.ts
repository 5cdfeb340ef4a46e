import type { TrustAnalysis } from '../../../src/incident/trust-analysis.ts';
import { createRandom } from '../../../src/statistics/seeded-random.ts';
import { collateReturns } from '../../../src/trust/collate-returns.ts';
import { gatherSchools } from '../../../src/trust/gather-schools.ts';
import type { SchoolReturn } from '../../../src/trust/school-return.ts';
import { type SimulatedSchool, simulateReturn } from './simulate-return.ts';

/** Collates returns as the command does. */
export function collate(
  made: readonly SchoolReturn[],
  expected: readonly string[] | null = null,
): TrustAnalysis {
  const gatherer = gatherSchools();
  for (const one of made) gatherer.add(one, `${one.school}.return.json`);
  return collateReturns(gatherer.finish(), {
    termwise: '0.1.0',
    taxonomyVersion: made[0]?.taxonomy_version ?? '',
    expected,
  });
}

const SIZES = [90, 140, 180, 210, 240, 300, 420, 600];

/** A trust of primary schools of many sizes whose pupils are all drawn alike; `changes` make some schools differ. */
export function simulateTrust(
  seed: string,
  schools = SIZES.length,
  changes: Readonly<Record<number, SimulatedSchool['factors']>> = {},
): TrustAnalysis {
  const random = createRandom(`trust ${seed}`);
  return collate(
    Array.from({ length: schools }, (_, at) =>
      simulateReturn(
        {
          school: `School ${String(at + 1).padStart(3, '0')}`,
          pupils: SIZES[at % SIZES.length] ?? 200,
          factors: changes[at] ?? {},
        },
        random,
      ),
    ),
  );
}
