/**
 * Prints how long the detectors take for schools from 100 to 20,000 pupils over two years, in milliseconds of processor
 * time, cold for the first and the least of three for each: `detection-size.ts [LARGEST]`. Cost a pupil and an incident
 * should hold steady or fall.
 */
import { detectFindings } from '../../src/detect/detect-findings.ts';
import { simulateSchool } from '../detect/helpers/simulate-school.ts';

const [largest = 20_000] = process.argv.slice(2).map(Number);

function timeOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}

console.log('  pupils incidents   ms  us a pupil  us an incident');
for (const size of [100, 500, 1000, 2500, 5000, 10_000, 20_000].filter((one) => one <= largest)) {
  // Six year groups' worth of pupils pass through five: classes of 25 make up the number.
  const classesPerYear = Math.max(1, Math.round(size / 5 / 25));
  const pupilsPerClass = Math.round(size / 5 / classesPerYear);
  const { input } = simulateSchool({ seed: size, yearGroups: 5, classesPerYear, pupilsPerClass });
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run += 1)
    least = Math.min(
      least,
      timeOf(() => detectFindings(input)),
    );
  const incidents = input.labelled.length;
  console.log(
    `${String(size).padStart(8)}${String(incidents).padStart(10)}${least.toFixed(0).padStart(6)}` +
      `${((1000 * least) / size).toFixed(0).padStart(11)}${((1000 * least) / incidents).toFixed(1).padStart(14)}`,
  );
}
