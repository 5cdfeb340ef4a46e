import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { TermwiseError } from '../errors.ts';
import { decodeText } from '../policy/decode-text.ts';
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
  const trust = readTrust(await readText(resolve(cwd, file)), basename(file));
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

async function readText(path: string): Promise<string> {
  try {
    return decodeText(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new TermwiseError('file/missing', `${path}: there is no such file`);
    if (code === 'EISDIR')
      throw new TermwiseError(
        'file/folder',
        `${path}: this is a folder`,
        'Give the file that `termwise collate` wrote.',
      );
    throw error;
  }
}
