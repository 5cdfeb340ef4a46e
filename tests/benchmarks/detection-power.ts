/**
 * Prints how much of what was planted the detectors find, and how much of what they find is false, pooled over fresh
 * simulated schools of several kinds, with 95 % intervals; then the false findings a school where nothing was planted:
 * `detection-power.ts [SCHOOLS] [FIRST SEED]`.
 */
import { detectFindings } from '../../src/detect/detect-findings.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { judgeFinding } from '../detect/helpers/judge-finding.ts';
import { type SimulationOptions, simulateSchool } from '../detect/helpers/simulate-school.ts';

type Variety = Omit<SimulationOptions, 'seed' | 'withPlanted'>;

/** Primaries and secondaries; quiet and busy; steadier and less steady than the usual; with pupils who come and go. */
const VARIETIES: readonly Variety[] = [
  { yearGroups: 7, classesPerYear: 2, pupilsPerClass: 28, rate: 0.02 },
  { yearGroups: 7, classesPerYear: 1, pupilsPerClass: 30, rate: 0.025, wobbleShape: 20, moving: 0.1 },
  { yearGroups: 5, classesPerYear: 6, pupilsPerClass: 27, rate: 0.03 },
  { yearGroups: 3, classesPerYear: 3, pupilsPerClass: 26, rate: 0.03, wobbleShape: 8, classWeekShape: 20 },
  { yearGroups: 5, classesPerYear: 4, pupilsPerClass: 25, rate: 0.045, unevenness: 0.3, moving: 0.15 },
];
const KINDS = ['pupil_pattern', 'pupil_trend', 'class_trend', 'pair', 'hotspot'] as const;

interface Tally {
  planted: number;
  found: number;
  right: number;
  grey: number;
  false: number;
}

const [schools = 10, firstSeed = 1000] = process.argv.slice(2).map(Number);

function tally(withPlanted: boolean): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>(
    KINDS.map((kind) => [kind, { planted: 0, found: 0, right: 0, grey: 0, false: 0 }]),
  );
  for (let at = 0; at < schools; at += 1) {
    const variety = VARIETIES[at % VARIETIES.length] ?? {};
    const school = simulateSchool({ ...variety, seed: firstSeed + at, withPlanted });
    const seen = new Set<unknown>();
    for (const finding of detectFindings(school.input).findings) {
      const one = tallies.get(finding.kind);
      if (one === undefined) continue;
      const { verdict, matched } = judgeFinding(finding, school);
      if (verdict === 'grey') one.grey += 1;
      else if (verdict === 'false') one.false += 1;
      else one.right += 1;
      for (const planted of matched) seen.add(planted);
    }
    for (const planted of school.planted) {
      const one = tallies.get(planted.kind);
      if (one === undefined) continue;
      one.planted += 1;
      if (seen.has(planted)) one.found += 1;
    }
  }
  return tallies;
}

function share(part: number, whole: number): string {
  if (whole === 0) return '-';
  const { lower, upper } = wilsonInterval(part, whole);
  return `${(part / whole).toFixed(2)} (${lower.toFixed(2)}-${upper.toFixed(2)}; ${part}/${whole})`;
}

console.log(`${schools} schools with changes planted, seeds from ${firstSeed}`);
for (const [kind, { planted, found, right, grey, false: wrong }] of tally(true)) {
  console.log(
    `  ${kind.padEnd(14)} sensitivity ${share(found, planted)}  FDP ${share(wrong, wrong + right)}  grey ${grey}`,
  );
}
console.log(`${schools} schools with nothing planted`);
let all = 0;
for (const [kind, { right, grey, false: wrong }] of tally(false)) {
  all += wrong;
  console.log(
    `  ${kind.padEnd(14)} false a school ${(wrong / schools).toFixed(2)}  (real ${right}, grey ${grey})`,
  );
}
console.log(`  all kinds      false a school ${(all / schools).toFixed(2)}`);
