import { measureText } from '../charts/measure-text.ts';
import { PALETTE } from '../charts/palette.ts';
import type { ReportTable } from '../report-document.ts';
import { breakLines, type Line, widestPart, widestWord } from './break-lines.ts';
import { drawArtifact, drawLine } from './draw-text.ts';
import { fitColumns } from './fit-columns.ts';
import { makePiece, type PagePiece, type PieceContext } from './page-piece.ts';
import type { TypeStyle } from './page-theme.ts';
import { textPieces } from './text-pieces.ts';

const PAD = { x: 5, y: 3.5 };
/** Above and below a line of a table that is printed close. */
const CLOSE_PAD_Y = 1.4;
/** A table up to this share of a page is not parted, or with so many rows only where much of a page would stay empty. */
const SMALL_TABLE = 0.32;
const MANY_ROWS = 8;
/** A row higher than this share of a page is continued in a row below it. */
const TALL_ROW = 0.45;

interface Cell {
  readonly lines: readonly Line[];
  readonly align: 'left' | 'right';
  readonly x: number;
  readonly width: number;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly height: number;
  readonly padY: number;
  readonly style: TypeStyle;
  readonly total: boolean;
}

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
  const whole = small && (last + 1 < MANY_ROWS || 'in_whole');
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

function layoutTable(
  context: PieceContext,
  table: ReportTable,
  pageHeight: number,
): { head: Row; rows: Row[] } {
  const { theme, width } = context;
  const headStyle: TypeStyle = { ...theme.table, weight: 'semibold' };
  const pads = table.columns.map((column, index) => columnPad(column.align, table.columns[index - 1]?.align));
  const widths = fitColumns(
    table.columns.map((column, index) => {
      const pad = (pads[index] ?? PAD.x) + PAD.x + 0.5;
      const cells = [
        { text: column.header, style: headStyle },
        ...table.rows.map((row) => ({
          text: row.cells[index] ?? '',
          style: row.total ? headStyle : theme.table,
        })),
      ];
      // A column without a word is there to be written in by hand, and needs the room it was given.
      const isBlank = table.rows.length > 0 && cells.slice(1).every(({ text }) => text === '');
      const room = isBlank ? column.width * width : 0;
      const widest = (of: typeof cells, measure: (text: string, style: TypeStyle) => number): number =>
        Math.max(room, ...of.map(({ text, style }) => measure(text, style))) + pad;
      const onOneLine = (text: string, style: TypeStyle): number =>
        measureText(text, style.size, style.weight);
      return {
        share: column.width,
        least: Math.max(widest(cells.slice(1), widestWord), widest(cells.slice(0, 1), widestPart)),
        body: widest(cells.slice(1), onOneLine),
        natural: widest(cells, onOneLine),
      };
    }),
    width,
  );
  const close = table.close === true || (context.close === true && !hasBlanks(table));
  const lay = (texts: readonly string[], style: TypeStyle, total: boolean): Row[] => {
    let x = 0;
    const cells = table.columns.map((column, index): Cell => {
      const own = widths[index] ?? 0;
      const pad = pads[index] ?? PAD.x;
      const room = own - pad - PAD.x;
      const cell = {
        lines: breakLines(texts[index] ?? '', room, style),
        align: column.align,
        x: x + pad,
        width: room,
      };
      x += own;
      return cell;
    });
    return splitTallRow(cells, style, total, pageHeight, close ? CLOSE_PAD_Y : PAD.y);
  };
  const [head] = lay(
    table.columns.map((column) => column.header),
    headStyle,
    false,
  );
  if (head === undefined) throw new Error(`The table "${table.caption}" has no columns`);
  return {
    head,
    rows: table.rows.flatMap((row) =>
      lay(row.cells, row.total ? headStyle : theme.table, row.total ?? false),
    ),
  };
}

/** Whether a column is there to be written in by hand: its rows keep their room. */
function hasBlanks({ columns, rows }: ReportTable): boolean {
  return columns.some((_, at) => rows.length > 0 && rows.every(({ cells }) => cells[at] === ''));
}

/** Words after a column of figures stand further off, or the two would read as one. */
function columnPad(own: 'left' | 'right', before: 'left' | 'right' | undefined): number {
  return own === 'left' && before === 'right' ? PAD.x * 3.2 : PAD.x;
}

/** A very long cell goes on in further rows, because a row never splits over a page. */
function splitTallRow(
  cells: readonly Cell[],
  style: TypeStyle,
  total: boolean,
  pageHeight: number,
  padY: number,
): Row[] {
  const most = Math.max(1, Math.floor((pageHeight * TALL_ROW) / style.leading));
  const count = Math.max(...cells.map((cell) => cell.lines.length));
  return Array.from({ length: Math.ceil(count / most) }, (_, part) => {
    const own = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * most, (part + 1) * most) }));
    const lines = Math.max(1, ...own.map((cell) => cell.lines.length));
    return { cells: own, height: lines * style.leading + padY * 2, padY, style, total };
  });
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
