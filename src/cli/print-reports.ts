import { TermwiseError } from '../errors.ts';
import type { LineResult } from '../pipeline.ts';
import type { ResolvedConfig } from '../policy/resolved-config.ts';
import { type ComposeChoices, composeReport } from '../report/compose-report.ts';
import { REPORT_FORMATS, type ReportFormat } from '../report/registry.ts';
import type { RenderOptions } from '../report/render-options.ts';
import type { ReportDocument } from '../report/report-document.ts';

/** A report ready to be put somewhere. */
export interface PrintedReport {
  /** Kind and ending, such as `governors.pdf`. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** A picture of a chart, or the list of them, which go to a folder of their own. */
  readonly isChart?: boolean;
  /** Why it could not be made, where others are to be printed all the same; it has no content then. */
  readonly unmade?: TermwiseError;
}

/** Which of what a report can be is wanted. */
export interface PrintChoices extends Pick<ComposeChoices, 'edition' | 'only'>, RenderOptions {
  /** Its charts as pictures too. */
  readonly charts?: boolean;
  /** Whether what cannot be printed (a name in letters that the fonts lack) leaves the rest to be printed. */
  readonly leavesUnmade?: boolean;
}

/** Lets the formats asked for get ready while the line still works. */
export async function startFormats(formats: readonly ReportFormat[]): Promise<void> {
  for (const format of formats) await REPORT_FORMATS[format].start?.();
}

/**
 * Prints reports of these kinds in these formats from one analysis; each is composed once, so that its formats
 * cannot differ. Names of pupils and staff go along only to be taken out of what the files say. A kind is composed
 * while the second thread still draws the one before it.
 */
export async function printReports(
  kinds: readonly string[],
  formats: readonly ReportFormat[],
  { analysis, imported, sources }: Pick<LineResult, 'analysis' | 'imported' | 'sources'>,
  { suppression, policyChosen }: Pick<ResolvedConfig, 'suppression' | 'policyChosen'>,
  { edition, only, charts = false, leavesUnmade = false, ...options }: PrintChoices = {},
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
  const printed: Promise<readonly PrintedReport[]>[] = [];
  for (const kind of kinds) {
    const document = await composeReport(kind, analysis, {
      rules,
      names,
      edition,
      only: only ?? null,
      sources,
      policyChosen,
    });
    const own = renderAll(document, formats, charts, options, leavesUnmade);
    // Whoever waits for it hears of a failure; until then it is nobody's.
    own.catch(() => undefined);
    printed.push(own);
  }
  return (await Promise.all(printed)).flat();
}

/** Renders one document in every format asked for, and its charts as pictures if they are wanted. */
export async function renderAll(
  document: ReportDocument,
  formats: readonly ReportFormat[],
  charts: boolean,
  options: RenderOptions,
  leavesUnmade = false,
): Promise<readonly PrintedReport[]> {
  const printed: PrintedReport[] = [];
  for (const format of formats) {
    const name = `${document.kind}.${REPORT_FORMATS[format].extension}`;
    const render = await REPORT_FORMATS[format].load();
    const print = async () => [{ name, content: await render(document, options) }];
    printed.push(...(await printOrLeave(name, print, leavesUnmade)));
  }
  if (!charts) return printed;
  const print = () => pictureCharts(document, options);
  const pictures = await printOrLeave(`${document.kind}-figures.txt`, print, leavesUnmade);
  return [...printed, ...pictures.map((picture) => ({ ...picture, isChart: true }))];
}

/** What was printed; where something else is to be printed all the same, why it could not be. */
async function printOrLeave(
  name: string,
  print: () => Promise<readonly PrintedReport[]>,
  leavesUnmade: boolean,
): Promise<readonly PrintedReport[]> {
  try {
    return await print();
  } catch (error) {
    if (!leavesUnmade || !(error instanceof TermwiseError)) throw error;
    return [{ name, content: '', unmade: error }];
  }
}

async function pictureCharts(
  document: ReportDocument,
  options: RenderOptions,
): Promise<readonly PrintedReport[]> {
  const { describeCharts, drawCharts } = await import('../report/draw-charts.ts');
  const pictures = await drawCharts(document, options);
  if (pictures.length === 0) return [];
  return [
    ...pictures.map(({ name, png }) => ({ name, content: png })),
    { name: `${document.kind}-figures.txt`, content: describeCharts(document) },
  ];
}
