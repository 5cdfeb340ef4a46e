import type { BuiltChart } from '../charts/chart-base.ts';
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
 * A figure as one piece that never splits: "Figure n: finding", subtitle, chart, source. Title, subtitle and source
 * are paragraphs around the Figure element, which carries the alternative text and its place on the page.
 */
export function figurePiece(
  context: PieceContext,
  figure: ReportFigure,
  number: number,
  built: BuiltChart,
  drawChart: DrawChart,
  pageHeight: number,
): PagePiece {
  const { doc, theme, width } = context;
  const title = breakLines(`Figure ${number}: ${figure.title}`, width, theme.strong);
  const subtitle = breakLines(figure.subtitle, width, theme.small);
  const source = breakLines(figure.source, width, theme.small);
  const above = title.length * theme.strong.leading + subtitle.length * theme.small.leading + CHART_GAP;
  const below = source.length * theme.small.leading + CHART_GAP;
  // A chart taller than any page is drawn smaller: the last resort, since its text gets smaller too.
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
