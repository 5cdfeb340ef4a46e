import type { RenderOptions } from '../render-options.ts';
import type { ReportDocument } from '../report-document.ts';
import { type Area, composePieces } from './compose-pieces.ts';
import { drawFooters, footerHeight } from './draw-footers.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import type { PagePiece } from './page-piece.ts';
import { A4, type PageTheme, pageTheme } from './page-theme.ts';
import { type PagePlan, planPages } from './plan-pages.ts';
import { makePrintable } from './printable-text.ts';

/**
 * The report as one file that is PDF/A-2a and PDF/UA-1 at once, with vector charts. The same document gives the
 * same bytes on every machine. Throws a TermwiseError that quotes the text when a letter cannot be printed.
 */
export async function renderPdf(document: ReportDocument, options: RenderOptions = {}): Promise<Uint8Array> {
  const printable = makePrintable(document);
  const theme = pageTheme(options.theme ?? 'standard');
  const pdf = openPdf(printable);
  const { drawChart } = await import('./draw-chart.ts');
  const area = (across: number, down: number): Area => {
    const width = across - theme.margins.side * 2;
    const foot = footerHeight(printable, theme, width) + theme.footerGap;
    return { width, height: down - theme.margins.top - foot };
  };
  const frame = { portrait: area(A4.short, A4.long), landscape: area(A4.long, A4.short) };
  const pieces = composePieces(printable, { doc: pdf.doc, theme, frame, drawChart });
  const plan = planPages(pieces, { portrait: frame.portrait.height, landscape: frame.landscape.height });
  drawPages(pdf, plan, theme);
  drawFooters(pdf.doc, printable, theme);
  return pdf.finish();
}

/** Draws the placements in order, opening pages and one Sect for each section as they come. */
function drawPages(pdf: OpenPdf, plan: PagePlan<PagePiece>, theme: PageTheme): void {
  const { doc, root } = pdf;
  const { side, top } = theme.margins;
  let page = -1;
  let section = -1;
  let parent = root;
  for (const { piece, page: on, top: down, height, repeatsHead } of plan.placements) {
    while (page < on) {
      page += 1;
      doc.addPage({ size: 'A4', margin: 0, layout: plan.pages[page]?.landscape ? 'landscape' : 'portrait' });
    }
    if (piece.section !== section) {
      section = piece.section;
      parent = doc.struct('Sect');
      root.add(parent);
    }
    const width = doc.page.width - side * 2;
    piece.draw(parent, { x: side, y: top + down, width, height, repeatsHead });
  }
}
