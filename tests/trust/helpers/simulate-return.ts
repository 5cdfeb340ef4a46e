import { clusteredRate } from '../../../src/count/clustered-rate.ts';
import { readHeadlineMeasures } from '../../../src/count/headline-measures.ts';
import { drawGamma } from '../../../src/statistics/draw-gamma.ts';
import type { Random } from '../../../src/statistics/seeded-random.ts';
import type { SchoolReturn } from '../../../src/trust/school-return.ts';
import { evenMeasures, sampleReturn } from './sample-return.ts';

/** Incidents of each measure per 100 pupils per school day in every simulated school. */
const USUAL_RATES: Readonly<Record<string, number>> = {
  all: 1.4,
  bullying: 0.05,
  prejudice: 0.05,
  'prejudice.racist': 0.025,
  child_on_child: 0.35,
  staff: 0.08,
  positive_handling: 0.03,
  'exclusion.internal': 0.06,
  'exclusion.suspension': 0.03,
  'exclusion.permanent': 0.001,
  positive: 0.3,
};
/** Gamma shape of how often a pupil is recorded: most never or once, a few often, as in the sample schools. */
const UNEVENNESS = 0.35;
const DAYS = 72;

/** What one simulated school is like. */
export interface SimulatedSchool {
  readonly school: string;
  readonly pupils: number;
  readonly phase?: SchoolReturn['phase'];
  /** Times the usual rate, by measure; 1 where not said. */
  readonly factors?: Readonly<Record<string, number>>;
}

/** Knuth's product method: fine for the few incidents of one pupil. */
function drawPoisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

/**
 * The return of a school drawn pupil by pupil: a pupil who is often in one kind of incident is often in all. Only what
 * the comparison of schools reads is filled in.
 */
export function simulateReturn(
  { school, pupils, phase = 'primary', factors = {} }: SimulatedSchool,
  random: Random,
): SchoolReturn {
  const own = Array.from({ length: pupils }, () => drawGamma(random, UNEVENNESS) / UNEVENNESS);
  const drawn = readHeadlineMeasures().map(({ code }) => {
    const mean = ((USUAL_RATES[code] ?? 0) / 100) * DAYS * (factors[code] ?? 1);
    const counts = own.map((often) => ({
      count: drawPoisson(random, mean * (code === 'positive' ? 1 : often)),
      days: DAYS,
    }));
    const { count, clustering } = clusteredRate(counts);
    return { code, count, clustering };
  });
  const count = (code: string): number => drawn.find((one) => one.code === code)?.count ?? 0;
  const { counts, quality } = sampleReturn();
  const incidents = count('all');
  return sampleReturn({
    school,
    phase,
    roll: pupils,
    pupil_days: pupils * DAYS,
    clustering: Object.fromEntries(drawn.map(({ code, clustering }) => [code, clustering])),
    dispersion: evenMeasures(1),
    counts: {
      ...counts,
      incidents,
      records: {
        behaviour: incidents,
        positive: count('positive'),
        safeguarding: 0,
        accident: 0,
        uncategorised: 0,
      },
      labels: {
        ...counts.labels,
        ...Object.fromEntries(
          drawn.filter(({ code }) => code in counts.labels).map((one) => [one.code, one.count]),
        ),
      },
      families: { ...counts.families, prejudice: count('prejudice'), staff: count('staff') },
    },
    quality: { ...quality, incidents },
  });
}
