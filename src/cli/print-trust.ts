import { basename, resolve } from 'node:path';
import { TermwiseError } from '../errors.ts';
import { loadText } from '../policy/load-text.ts';
import type { ReportFormat } from '../report/registry.ts';
import type { Host } from './host.ts';
import { type PrintChoices, type PrintedReport, renderAll } from './print-reports.ts';
import { refuseIdleOptions } from './refuse-idle-options.ts';
import type { ExportOptions } from './shared-options.ts';

/** Options that say how a school's exports are read and counted. */
const OF_SCHOOLS = [
  'phase',
  'nation',
  'roll',
  'terms',
  'periods',
  'categories',
  'decisions',
  'plans',
  'exclusions',
  'racistLog',
  'term',
  'from',
  'to',
  'asAt',
  'encoding',
  'delimiter',
  'dateOrder',
  'map',
  'rejects',
  'maxRejects',
] as const satisfies readonly (keyof ExportOptions)[];

const COLLATED = 'Give the file that `termwise collate` wrote.';

/** Prints the report of a trust from the one file that `collate` wrote. */
export async function printTrust(
  files: readonly string[],
  formats: readonly ReportFormat[],
  { edition, charts = false, theme = 'standard' }: PrintChoices,
  options: ExportOptions,
  { effects, reads }: Host,
): Promise<readonly PrintedReport[]> {
  refuseIdleOptions(
    options,
    OF_SCHOOLS,
    'only for a report of a school; what `termwise collate` wrote is counted already',
  );
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new TermwiseError(
      'usage',
      'report trust: expected one file, made by `termwise collate`',
      'Collate the returns first: `termwise collate RETURN… --out trust.json`.',
    );
  }
  const [{ readTrust }, { composeTrustReport }, { resolveConfig }] = await Promise.all([
    import('../trust/read-trust.ts'),
    import('../report/compose-trust-report.ts'),
    import('./resolve-config.ts'),
  ]);
  const cwd = effects.cwd();
  const trust = readTrust(
    loadText(resolve(cwd, file), { named: file, code: 'file/missing', hint: COLLATED }),
    basename(file),
  );
  const { suppression } = await resolveConfig(options, cwd, (path) => reads.add(path));
  const audience =
    edition === 'governor' ? 'committee' : edition === 'restricted' ? 'moderators' : 'working_group';
  const document = await composeTrustReport(trust, audience, {
    rules: {
      threshold: suppression.threshold,
      symbol: suppression.symbol,
      groupMinimum: suppression.group_minimum,
    },
    only: options.school ?? null,
  });
  return renderAll(document, formats, charts, { theme });
}
