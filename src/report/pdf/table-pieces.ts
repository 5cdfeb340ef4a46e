import { PALETTE } from '../charts/palette.ts';
import type { ReportTable } from '../report-document.ts';
import { drawArtifact, drawLine } from './draw-text.ts';
import { type Cell, layoutTable, type Row } from './layout-table.ts';
import { makePiece, type PagePiece, type PieceContext } from './page-piece.ts';
import { textPieces } from './text-pieces.ts';

/**
 * A table up to this share of a page is not parted, but in a report of very many tables one of so many rows is, where
 * much of a page would else stay empty.
 */
const SMALL_TABLE = 0.32;
const MANY_ROWS = 8;

/**
 * A table as pieces: caption, header and rows. Rows never split, the header is drawn again as furniture where a page
 * turns, and bands and rules are furniture too, so that a screen reader hears only Table, Caption, THead and TBody.
 */
export function tablePieces(context: PieceContext, table: ReportTable, pageHeight: number): PagePiece[] {
  const { doc, theme } = context;
  const layout = layoutTable(context, table, pageHeight);
  const parts: { table?: PDFKit.PDFStructureElement; body?: PDFKit.PDFStructureElement } = {};
  const openTable = (parent: PDFKit.PDFStructureElement): PDFKit.PDFStructureElement => {
    if (parts.table === undefined) {
      parts.table = doc.struct('Table');
      parent.add(parts.table);
    }
    return parts.table;
  };
  const caption = textPieces(context, table.caption, {
    tag: 'Caption',
    style: theme.strong,
    gapBefore: 14,
    keepWithNext: true,
    onStart: openTable,
  }).map((piece) => ({ ...piece, kind: 'row' as const, keepWithNext: true }));
  const head = makePiece(context, {
    kind: 'row',
    height: layout.head.height,
    gapBefore: 4,
    keepWithNext: layout.rows.length > 0,
    draw(parent, place) {
      const element = openTable(parent);
      drawBand(doc, place.x, place.y, context.width, layout.head.height);
      const thead = doc.struct('THead');
      element.add(thead);
      drawRow(doc, thead, layout.head, place, 'head');
    },
  });
  const all = layout.rows.reduce((sum, row) => sum + row.height, 0);
  const small = all < pageHeight * SMALL_TABLE;
  const last = layout.rows.length - 1;
  // The first two rows stay together, and the last two, unless they are so high that a page would stay half empty.
  const isLow = (index: number): boolean =>
    (layout.rows[index]?.height ?? 0) + (layout.rows[index + 1]?.height ?? 0) < pageHeight * SMALL_TABLE;
  const whole = small && (table.close !== true || last + 1 < MANY_ROWS || 'in_whole');
  const glueRow = (index: number): boolean | 'in_whole' =>
    ((index === 0 || index === last - 1) && isLow(index)) || whole;
  const rows = layout.rows.map((row, index) =>
    makePiece(context, {
      kind: 'row',
      height: row.height,
      repeatHead: layout.head.height,
      keepWithNext: index === last ? table.note !== undefined : glueRow(index),
      draw(parent, place) {
        if (place.repeatsHead) repeatHead(doc, layout.head, place, context.width);
        if (row.total) drawBand(doc, place.x, place.y, context.width, row.height);
        if (parts.body === undefined) {
          parts.body = doc.struct('TBody');
          openTable(parent).add(parts.body);
        }
        drawRow(doc, parts.body, row, place, 'body');
        drawRule(doc, place.x, place.y + row.height, context.width, index === last || row.total);
      },
    }),
  );
  return [...caption, head, ...rows, ...notePieces(context, table)];
}

function notePieces(context: PieceContext, table: ReportTable): PagePiece[] {
  if (table.note === undefined) return [];
  const pieces = textPieces(context, table.note, { tag: 'P', style: context.theme.small, gapBefore: 4 });
  return pieces.map((piece, index) => ({ ...piece, kind: 'row', keepWithNext: index < pieces.length - 1 }));
}

function drawRow(
  doc: PDFKit.PDFDocument,
  parent: PDFKit.PDFStructureElement,
  row: Row,
  place: { x: number; y: number },
  part: 'head' | 'body',
): void {
  const tr = doc.struct('TR');
  parent.add(tr);
  row.cells.forEach((cell, index) => {
    const heading = part === 'head' ? 'Column' : index === 0 ? 'Row' : null;
    const element = heading === null ? doc.struct('TD') : doc.struct('TH', { scope: heading });
    tr.add(element);
    element.add(() => drawCell(doc, cell, row, place));
  });
}

function drawCell(doc: PDFKit.PDFDocument, cell: Cell, row: Row, place: { x: number; y: number }): void {
  cell.lines.forEach((line, index) => {
    const at = {
      x: place.x + cell.x,
      top: place.y + row.padY + index * row.style.leading,
      width: cell.width,
      align: cell.align,
    };
    if (line.length > 0) drawLine(doc, line, at, row.style);
  });
}

function repeatHead(
  doc: PDFKit.PDFDocument,
  head: Row,
  place: { x: number; y: number },
  width: number,
): void {
  const y = place.y - head.height;
  drawBand(doc, place.x, y, width, head.height);
  drawArtifact(doc, 'Pagination', () => {
    for (const cell of head.cells) drawCell(doc, cell, head, { x: place.x, y });
  });
}

function drawBand(doc: PDFKit.PDFDocument, x: number, y: number, width: number, height: number): void {
  drawArtifact(doc, 'Layout', () => {
    doc.rect(x, y, width, height).fill(PALETTE.band);
  });
}

function drawRule(doc: PDFKit.PDFDocument, x: number, y: number, width: number, strong: boolean): void {
  drawArtifact(doc, 'Layout', () => {
    doc
      .save()
      .lineWidth(strong ? 0.75 : 0.5)
      .strokeColor(strong ? PALETTE.rule : PALETTE.grid)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke()
      .restore();
  });
}
