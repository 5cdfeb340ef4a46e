/**
 * Prints how long the detectors take on the simulated schools of the folder given, and writes each school's findings
 * beside the name given: `detection.ts FOLDER OUT`. Scores come from the folder's own score.py.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { detectFindings } from '../../src/detect/detect-findings.ts';
import { readEvalSchool } from '../detect/helpers/read-eval-school.ts';

const [folder = '../shared/eval/detection', out = '.'] = process.argv.slice(2);
for (const school of readdirSync(folder).filter((name) => !name.includes('.'))) {
  const input = readEvalSchool(resolve(folder, school));
  const start = process.cpuUsage();
  const { findings, detectors } = detectFindings(input);
  console.log(
    `${school}: ${Math.round(process.cpuUsage(start).user / 1000)} ms, ${findings.length} findings`,
  );
  for (const run of detectors) {
    console.log(
      `  ${run.detector}: ${run.lookedAt} looked at, ${run.tooFew} too few, ${run.clear} clear, ${run.possible} possible`,
    );
  }
  writeFileSync(resolve(out, `${school}.findings.json`), `${JSON.stringify(findings, null, 1)}\n`);
}
