import { measureText } from '../charts/measure-text.ts';
import type { ReportDocument } from '../report-document.ts';
import { breakLines, type Line } from './break-lines.ts';
import { drawArtifact, drawLine } from './draw-text.ts';
import { formatDate } from './format-date.ts';
import type { PageTheme } from './page-theme.ts';

/** From the last line of the footer to the edge of the paper, in points; home printers reach no further. */
const FOOT = 25;

/** How much room the footer takes from the edge of the paper up, in points, on a page of this text width. */
export function footerHeight(document: ReportDocument, theme: PageTheme, width: number): number {
  return FOOT + (2 + handlingLines(document, theme, width).length) * theme.small.leading;
}

/**
 * The foot of every page: title and page number, the data's date and the fingerprint of the input, and in a
 * restricted edition the whole handling line again. Drawn last, when the number of pages is known.
 */
export function drawFooters(doc: PDFKit.PDFDocument, document: ReportDocument, theme: PageTheme): void {
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    const width = doc.page.width - theme.margins.side * 2;
    const top = doc.page.height - footerHeight(document, theme, width);
    drawArtifact(doc, 'Pagination', () =>
      drawFooter(doc, document, theme, { top, width, number: `Page ${index + 1} of ${count}` }),
    );
  }
}

function drawFooter(
  doc: PDFKit.PDFDocument,
  document: ReportDocument,
  theme: PageTheme,
  { top, width, number }: { top: number; width: number; number: string },
): void {
  const style = theme.small;
  const plain = (text: string): Line => [{ text, weight: 'regular' }];
  const room = width - measureText(number, style.size) - 16;
  const left = [
    plain(shorten(document.title, room, style.size)),
    plain(`Data to ${formatDate(document.date)}`),
    ...handlingLines(document, theme, width),
  ];
  const at = (row: number): { x: number; top: number; width: number } => ({
    x: theme.margins.side,
    top: top + row * style.leading,
    width,
  });
  left.forEach((line, row) => {
    drawLine(doc, line, at(row), style);
    const right = row === 0 ? number : row === 1 ? `Input ${document.fingerprint}` : null;
    if (right !== null) drawLine(doc, plain(right), { ...at(row), align: 'right' }, style);
  });
}

function handlingLines(document: ReportDocument, theme: PageTheme, width: number): Line[] {
  return document.handling === null ? [] : breakLines(document.handling, width, theme.small);
}

/** Cut at a word with an ellipsis where it is wider than `room`; the whole of it stands on page 1. */
function shorten(text: string, room: number, size: number): string {
  if (measureText(text, size) <= room) return text;
  const words = text.split(' ');
  while (words.length > 1 && measureText(`${words.join(' ')} …`, size) > room) words.pop();
  return `${words.join(' ')} …`;
}
