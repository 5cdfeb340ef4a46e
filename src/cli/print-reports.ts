import type { LineResult } from '../pipeline.ts';
import type { ResolvedConfig } from '../policy/resolved-config.ts';
import { type ComposeChoices, composeReport } from '../report/compose-report.ts';
import { REPORT_FORMATS, type ReportFormat } from '../report/registry.ts';

/** A report ready to be put somewhere. */
export interface PrintedReport {
  /** Kind and ending, such as `governors.pdf`. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Lets the formats asked for get ready while the line still works. */
export async function startFormats(formats: readonly ReportFormat[]): Promise<void> {
  for (const format of formats) await REPORT_FORMATS[format].start?.();
}

/**
 * Prints reports of these kinds in these formats from one analysis; each is composed once, so that its formats
 * cannot differ. Names of pupils and staff go along only to be taken out of what the files say.
 */
export async function printReports(
  kinds: readonly string[],
  formats: readonly ReportFormat[],
  { analysis, imported, sources }: Pick<LineResult, 'analysis' | 'imported' | 'sources'>,
  { suppression, policyChosen }: Pick<ResolvedConfig, 'suppression' | 'policyChosen'>,
  { edition, only }: Pick<ComposeChoices, 'edition' | 'only'> = {},
): Promise<readonly PrintedReport[]> {
  const rules = {
    threshold: suppression.threshold,
    symbol: suppression.symbol,
    groupMinimum: suppression.group_minimum,
  };
  const staff = imported.incidents.flatMap(({ reportedBy, assignedTo }) => [
    reportedBy ?? '',
    assignedTo ?? '',
  ]);
  const names = [...new Set([...[...imported.pupils.values()].map(({ name }) => name), ...staff])];
  const printed: PrintedReport[] = [];
  for (const kind of kinds) {
    const document = await composeReport(kind, analysis, {
      rules,
      names,
      edition,
      only: only ?? null,
      sources,
      policyChosen,
    });
    for (const format of formats) {
      const render = await REPORT_FORMATS[format].load();
      printed.push({
        name: `${kind}.${REPORT_FORMATS[format].extension}`,
        content: await render(document),
      });
    }
  }
  return printed;
}
