import type { Line } from './break-lines.ts';
import { FACES } from './canvas-adapter.ts';
import type { TypeStyle } from './page-theme.ts';

/**
 * Draws one line with its top at `top`. Ends it with a space unless told otherwise: without one, a reader that puts
 * the lines of a paragraph together would join the last word to the next; none within a word that was parted.
 */
export function drawLine(
  doc: PDFKit.PDFDocument,
  line: Line,
  at: {
    readonly x: number;
    readonly top: number;
    readonly width?: number;
    readonly align?: 'left' | 'right';
  },
  style: TypeStyle,
): void {
  const baseline = at.top + style.leading / 2 + style.size * 0.32;
  const widths = line.map((run) => doc.font(FACES[run.weight]).fontSize(style.size).widthOfString(run.text));
  const total = widths.reduce((sum, width) => sum + width, 0);
  let x = at.align === 'right' ? at.x + (at.width ?? 0) - total : at.x;
  line.forEach((run, index) => {
    const last = index === line.length - 1;
    doc.font(FACES[run.weight]).fontSize(style.size).fillColor(style.colour);
    doc.text(last && run.goesOn !== true ? `${run.text} ` : run.text, x, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
    });
    x += widths[index] ?? 0;
  });
}

/** Draws what is decoration or repeated furniture, marked so that a screen reader passes over it. */
export function drawArtifact(doc: PDFKit.PDFDocument, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}
