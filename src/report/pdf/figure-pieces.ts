import { buildChart } from '../charts/build-chart.ts';
import type { BuiltChart } from '../charts/chart-base.ts';
import { chartTheme } from '../charts/chart-theme.ts';
import { splitChart } from '../charts/split-chart.ts';
import type { ReportFigure } from '../report-document.ts';
import { breakLines, type Line } from './break-lines.ts';
import { drawLine } from './draw-text.ts';
import { makePiece, type PagePiece, type PieceContext } from './page-piece.ts';
import type { TypeStyle } from './page-theme.ts';

type DrawChart = (
  doc: PDFKit.PDFDocument,
  chart: BuiltChart,
  place: { x: number; y: number; width: number; height: number; scale: number },
) => void;

const CHART_GAP = 6;

/**
 * A figure as one piece that never splits: "Figure n: finding", subtitle, chart, source. A chart that is higher than
 * `pageHeight` even at its least becomes several figures on one scale, "Figure n (part 1 of 2): finding", because
 * text that is made smaller to fit cannot be read.
 */
export function figurePieces(
  context: PieceContext,
  figure: ReportFigure,
  number: number,
  drawChart: DrawChart,
  pageHeight: number,
): PagePiece[] {
  const { theme, width } = context;
  const chartLook = chartTheme(theme.name, width);
  const built = buildChart(figure.chart, chartLook);
  const one = layoutFigure(context, figure, `Figure ${number}`);
  if (one.around + built.minHeight <= pageHeight)
    return [drawPiece(context, figure, one, built, drawChart, pageHeight)];
  for (let parts = 2; ; parts += 1) {
    const charts = splitChart(figure.chart, parts).map((chart) => buildChart(chart, chartLook));
    const layouts = charts.map((_, index) =>
      charts.length === 1
        ? one
        : layoutFigure(context, figure, `Figure ${number} (part ${index + 1} of ${charts.length})`),
    );
    const fits = charts.every(
      ({ minHeight }, index) => (layouts[index]?.around ?? 0) + minHeight <= pageHeight,
    );
    if (!fits && charts.length === parts) continue;
    return charts.map((chart, index) => {
      const alt = charts.length === 1 ? figure.alt : `${figure.alt} Part ${index + 1} of ${charts.length}.`;
      return drawPiece(context, { ...figure, alt }, layouts[index] ?? one, chart, drawChart, pageHeight);
    });
  }
}

interface FigureLayout {
  readonly title: readonly Line[];
  readonly subtitle: readonly Line[];
  readonly source: readonly Line[];
  /** Room above the chart, below it, and both. */
  readonly above: number;
  readonly below: number;
  readonly around: number;
}

function layoutFigure({ theme, width }: PieceContext, figure: ReportFigure, name: string): FigureLayout {
  const title = breakLines(`${name}: ${figure.title}`, width, theme.strong);
  const subtitle = breakLines(figure.subtitle, width, theme.small);
  const source = breakLines(figure.source, width, theme.small);
  const above = title.length * theme.strong.leading + subtitle.length * theme.small.leading + CHART_GAP;
  const below = source.length * theme.small.leading + CHART_GAP;
  return { title, subtitle, source, above, below, around: above + below };
}

/**
 * Title, subtitle and source are paragraphs around the Figure element, which carries the alternative text and its
 * place on the page.
 */
function drawPiece(
  context: PieceContext,
  figure: ReportFigure,
  { title, subtitle, source, above, below }: FigureLayout,
  built: BuiltChart,
  drawChart: DrawChart,
  pageHeight: number,
): PagePiece {
  const { doc, theme, width } = context;
  // A row higher than any page is drawn smaller: the last resort, since its text gets smaller too.
  const scale = Math.min(1, (pageHeight - above - below) / built.minHeight);
  const paragraph = (
    parent: PDFKit.PDFStructureElement,
    lines: readonly Line[],
    x: number,
    top: number,
    style: TypeStyle,
  ): void => {
    const element = doc.struct('P');
    parent.add(element);
    element.add(() => {
      lines.forEach((line, index) => {
        drawLine(doc, line, { x, top: top + index * style.leading }, style);
      });
    });
  };
  return makePiece(context, {
    kind: 'figure',
    height: above + built.height * scale + below,
    shrink: (built.height - built.minHeight) * scale,
    gapBefore: 14,
    draw(parent, { x, y, height }) {
      const chartHeight = height - above - below;
      const top = y + above;
      paragraph(parent, title, x, y, theme.strong);
      paragraph(parent, subtitle, x, y + title.length * theme.strong.leading, theme.small);
      const element = doc.struct('Figure', { alt: figure.alt, bbox: [x, top, x + width, top + chartHeight] });
      parent.add(element);
      element.add(() => drawChart(doc, built, { x, y: top, width, height: chartHeight, scale }));
      paragraph(parent, source, x, top + chartHeight + CHART_GAP, theme.small);
    },
  });
}
