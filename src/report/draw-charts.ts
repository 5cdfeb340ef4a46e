import { makePrintable } from './pdf/printable-text.ts';
import type { RenderOptions } from './render-options.ts';
import type { ReportDocument, ReportFigure } from './report-document.ts';

/** A chart as a file of its own. */
export interface ChartPicture {
  readonly name: string;
  readonly png: Uint8Array;
}

/** The figures of a report in the order of their numbers. */
function listFigures({ sections }: ReportDocument): readonly ReportFigure[] {
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'figure'));
}

/**
 * The file name of each figure: the report, the figure's number in it and the kind of chart. Never what a figure is
 * about, because a file name is read by people whom the report is not for.
 */
export function nameCharts(document: ReportDocument): readonly string[] {
  const figures = listFigures(document);
  const digits = String(figures.length).length;
  return figures.map(({ chart }, index) => {
    const number = String(index + 1).padStart(digits, '0');
    return `${document.kind}-figure-${number}-${chart.kind.replaceAll('_', '-')}.png`;
  });
}

/**
 * Every chart of a report as a picture for slides, drawn from the same document as its pages: what an edition hides
 * is not there to be drawn. Letters the bundled font lacks are replaced as in the PDF, since a canvas would take them
 * from whatever fonts the machine has. The native canvas is loaded only here.
 */
export async function drawCharts(
  document: ReportDocument,
  options: RenderOptions = {},
): Promise<readonly ChartPicture[]> {
  const names = nameCharts(document);
  if (names.length === 0) return [];
  const { drawChartPng } = await import('./charts/draw-chart-png.ts');
  const pictures: ChartPicture[] = [];
  for (const [index, { chart }] of listFigures(makePrintable(document)).entries())
    pictures.push({ name: names[index] ?? '', png: await drawChartPng(chart, options) });
  return pictures;
}

/** What goes with the pictures: which is which, its title and the text for those who cannot see it. */
export function describeCharts(document: ReportDocument): string {
  const names = nameCharts(document);
  const front = [
    document.title,
    document.subtitle,
    ...(document.handling === null ? [] : [document.handling]),
  ];
  const figures = listFigures(document).map(({ title, subtitle, alt, source }, index) =>
    [names[index], `Figure ${index + 1}: ${title}`, subtitle, `In words: ${alt}`, source].join('\n'),
  );
  return `${[front.join('\n'), ...figures].join('\n\n')}\n\nData to ${document.date}, input ${document.fingerprint}\n`;
}
