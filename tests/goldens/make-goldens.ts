import { join } from 'node:path';
import { printReports } from '../../src/cli/print-reports.ts';
import { resolveConfig } from '../../src/cli/resolve-config.ts';
import { runAnalysis } from '../../src/pipeline.ts';
import { ROOT } from '../helpers/run-built.ts';

export const GOLDEN_SCHOOLS = ['fernhill-primary', 'castlegate-academy'] as const;
export const GOLDENS = join(ROOT, 'tests/goldens');

/** The whole line on one sample school: the analysis and both reports as text, by file name. */
export async function makeGoldens(school: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(ROOT, 'fixtures/schools', school);
  const config = await resolveConfig({ config: join(folder, 'termwise.yaml') }, folder);
  const result = await runAnalysis({ files: [join(folder, 'export.csv')], config, today: '2026-11-22' });
  const printed = await printReports(['governors', 'pastoral'], ['text'], result, config);
  return new Map([
    [`${school}.analysis.json`, `${JSON.stringify(result.analysis, null, 1)}\n`],
    ...printed.map(({ name, content }) => [`${school}.${name}`, String(content)] as const),
  ]);
}
