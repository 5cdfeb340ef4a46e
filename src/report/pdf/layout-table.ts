import { measureText } from '../charts/measure-text.ts';
import type { ReportTable } from '../report-document.ts';
import { breakLines, type Line, widestPart, widestWord } from './break-lines.ts';
import { fitColumns } from './fit-columns.ts';
import type { PieceContext } from './page-piece.ts';
import type { TypeStyle } from './page-theme.ts';

const PAD = { x: 5, y: 3.5 };
/** Above and below a line of a table that is printed close. */
const CLOSE_PAD_Y = 1.4;
/** The first row of a table stands under its heading and caption: this much of a page is its own. */
const FIRST_ROW = 0.55;
/** Where the longest words take more than this of the width, columns stand closer and words part after hyphens. */
const TIGHT = { share: 0.85, pad: 3 };

export interface Cell {
  readonly lines: readonly Line[];
  readonly align: 'left' | 'right';
  readonly x: number;
  readonly width: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly height: number;
  readonly padY: number;
  readonly style: TypeStyle;
  readonly total: boolean;
}

/** Column widths, lines and heights of a table before anything of it is drawn; lengths in points. */
export function layoutTable(
  context: PieceContext,
  table: ReportTable,
  pageHeight: number,
): { head: Row; rows: Row[] } {
  const { theme, width } = context;
  const headStyle: TypeStyle = { ...theme.table, weight: 'semibold' };
  const padsOf = (x: number): number[] =>
    table.columns.map((column, index) => columnPad(x, column.align, table.columns[index - 1]?.align));
  const needsOf = (x: number, pads: readonly number[]) =>
    table.columns.map((column, index) => {
      const pad = (pads[index] ?? x) + x + 0.5;
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
        parted: widest(cells, widestPart),
        body: widest(cells.slice(1), onOneLine),
        natural: widest(cells, onOneLine),
      };
    });
  const words = needsOf(PAD.x, padsOf(PAD.x)).reduce((sum, { least }) => sum + least, 0);
  const isTight = words > width * TIGHT.share;
  const padX = isTight ? TIGHT.pad : PAD.x;
  const pads = padsOf(padX);
  const widths = fitColumns(
    needsOf(padX, pads).map((need) => (isTight ? { ...need, least: need.parted } : need)),
    width,
  );
  const close = table.close === true || (context.close === true && !hasBlanks(table));
  const lay = (texts: readonly string[], style: TypeStyle, total: boolean, room: number): Row[] => {
    let x = 0;
    const cells = table.columns.map((column, index): Cell => {
      const own = widths[index] ?? 0;
      const pad = pads[index] ?? padX;
      const room = own - pad - padX;
      const cell = {
        lines: breakLines(texts[index] ?? '', room, style),
        align: column.align,
        x: x + pad,
        width: room,
      };
      x += own;
      return cell;
    });
    return splitTallRow(cells, style, total, room, close ? CLOSE_PAD_Y : PAD.y);
  };
  const [head] = lay(
    table.columns.map((column) => column.header),
    headStyle,
    false,
    pageHeight,
  );
  if (head === undefined) throw new Error(`The table "${table.caption}" has no columns`);
  return {
    head,
    rows: table.rows.flatMap((row, index) =>
      lay(
        row.cells,
        row.total ? headStyle : theme.table,
        row.total ?? false,
        index === 0 ? pageHeight * FIRST_ROW : pageHeight - head.height,
      ),
    ),
  };
}

/** Whether a column is there to be written in by hand: its rows keep their room. */
function hasBlanks({ columns, rows }: ReportTable): boolean {
  return columns.some((_, at) => rows.length > 0 && rows.every(({ cells }) => cells[at] === ''));
}

/** Words after a column of figures stand further off, or the two would read as one. */
function columnPad(x: number, own: 'left' | 'right', before: 'left' | 'right' | undefined): number {
  return own === 'left' && before === 'right' ? x * 3.2 : x;
}

/** A cell longer than a page goes on in further rows, because a row never splits over a page; `room` is a page's. */
function splitTallRow(
  cells: readonly Cell[],
  style: TypeStyle,
  total: boolean,
  room: number,
  padY: number,
): Row[] {
  const most = Math.max(1, Math.floor((room - padY * 2) / style.leading));
  const count = Math.max(...cells.map((cell) => cell.lines.length));
  return Array.from({ length: Math.ceil(count / most) }, (_, part) => {
    const own = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * most, (part + 1) * most) }));
    const lines = Math.max(1, ...own.map((cell) => cell.lines.length));
    return { cells: own, height: lines * style.leading + padY * 2, padY, style, total };
  });
}
