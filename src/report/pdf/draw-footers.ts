import { measureText } from '../charts/measure-text.ts';
import type { ReportDocument } from '../report-document.ts';
import { drawArtifact, drawLine } from './draw-text.ts';
import { formatDate } from './format-date.ts';
import type { PageTheme } from './page-theme.ts';

/**
 * The foot of every page: title and page number, the data's date and the fingerprint of the input, and in a
 * restricted edition the handling line again. Drawn last, when the number of pages is known.
 */
export function drawFooters(doc: PDFKit.PDFDocument, document: ReportDocument, theme: PageTheme): void {
  const { count } = doc.bufferedPageRange();
  const style = theme.small;
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    const width = doc.page.width - theme.margins.side * 2;
    const top = doc.page.height - theme.footerRise;
    const number = `Page ${index + 1} of ${count}`;
    const room = width - measureText(number, style.size) - 16;
    const rows = [
      [shorten(document.title, room, style.size), number],
      [`Data to ${formatDate(document.date)}`, `Input ${document.fingerprint}`],
      ...(document.handling === null ? [] : [[shorten(document.handling, width, style.size), '']]),
    ];
    drawArtifact(doc, 'Pagination', () => {
      rows.forEach(([left = '', right = ''], row) => {
        const at = { x: theme.margins.side, top: top + row * style.leading, width };
        drawLine(doc, [{ text: left, weight: 'regular' }], at, style);
        if (right !== '')
          drawLine(doc, [{ text: right, weight: 'regular' }], { ...at, align: 'right' }, style);
      });
    });
  }
}

/** Cut at a word with an ellipsis where it is wider than `room`; the whole of it stands on page 1. */
function shorten(text: string, room: number, size: number): string {
  if (measureText(text, size) <= room) return text;
  const words = text.split(' ');
  while (words.length > 1 && measureText(`${words.join(' ')} …`, size) > room) words.pop();
  return `${words.join(' ')} …`;
}
