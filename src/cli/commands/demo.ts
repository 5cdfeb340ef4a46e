import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Analysis } from '../../incident/analysis.ts';
import { findSampleSchool } from '../find-sample-school.ts';
import type { Host } from '../host.ts';
import { writeJson } from '../output/write-json.ts';
import { withLine } from '../prepare-line.ts';
import { addBasicOptions, type BasicOptions } from '../shared-options.ts';

interface DemoOptions extends BasicOptions {
  readonly out: string;
}

/** Adds `demo`: the whole line on the sample school. */
export function addDemo(program: Command, host: Host): void {
  const command = program
    .command('demo')
    .summary('run the whole line on the sample school')
    .description(
      'Runs the whole line on an invented school that comes with the tool, and writes governors.pdf, pastoral.pdf and analysis.json into a folder named demo.',
    )
    .option('--out <folder>', 'where to make that folder', 'reports');
  addBasicOptions(command)
    .addHelpText('after', '\nExample:\n  termwise demo --out reports')
    .action((options: DemoOptions) => demo(options, host));
}

async function demo(options: DemoOptions, host: Host): Promise<void> {
  const sample = findSampleSchool();
  const folder = resolve(host.effects.cwd(), options.out, 'demo');
  const set = { ...options, config: sample.config };
  const { printReports, startFormats } = await import('../print-reports.ts');
  await startFormats(['pdf']);
  const { analysis, reports } = await withLine(sample.files, set, host, async (line, { runAnalysis }) => {
    const ran = await runAnalysis(line);
    return { ...ran, reports: await printReports(['governors', 'pastoral'], ['pdf'], ran, line.config) };
  });
  host.effects.writeFiles([
    ...reports.map(({ name, content }) => ({ path: join(folder, name), content })),
    { path: join(folder, 'analysis.json'), content: writeJson(analysis) },
  ]);
  await host.effects.stdout(
    tellDemo(analysis, relative(host.effects.cwd(), folder) || folder, dirname(sample.config)),
  );
}

/** What was done, and what to look at first. */
function tellDemo({ meta, problems, counts, findings }: Analysis, folder: string, sample: string): string {
  // What overlaps the term; single serious records are listed in the pack, not counted as findings here.
  const clear = findings.filter(
    ({ tier, kind, from, to }) =>
      tier === 'clear' && kind !== 'serious_repeat' && from <= meta.period.to && to >= meta.period.from,
  ).length;
  return `Read ${problems.data_records} rows of ${meta.school}, an invented school: ${problems.distinct_incidents} incidents, ${problems.rejected_rows} rows that could not be used.
Reported on ${meta.period.name}: ${counts.incidents} behaviour incidents, ${clear} clear findings.

Look at first
  ${join(folder, 'governors.pdf')}   page 1: what governors need to know. No pupil is in it.
  ${join(folder, 'pastoral.pdf')}    the same term with names, for staff.
  ${join(folder, 'analysis.json')}   every number behind both.

The sample is in ${sample}; about.md there says which patterns were planted.
On your own export: termwise report governors my-export.csv --out governors.pdf
`;
}
