import type { RichText } from '../report-document.ts';
import { breakLines, type Line } from './break-lines.ts';
import { drawLine } from './draw-text.ts';
import { makePiece, type PagePiece, type PieceContext } from './page-piece.ts';
import type { TypeStyle } from './page-theme.ts';

export interface TextOptions {
  readonly tag: 'P' | 'H1' | 'H2' | 'H3' | 'LBody' | 'Caption';
  readonly style: TypeStyle;
  readonly gapBefore: number;
  readonly keepWithNext?: boolean;
  readonly newPage?: boolean | 'always';
  readonly indent?: number;
  /** Called once, before the first line, with the place of it: for a bookmark or a list label. */
  readonly onStart?: (
    parent: PDFKit.PDFStructureElement,
    place: { x: number; y: number },
  ) => PDFKit.PDFStructureElement;
}

/**
 * A text as one piece a line. The first two lines and the last two stay together, so no line is left alone on a
 * page; all lines are one element in the tag tree, wherever the page turns.
 */
export function textPieces(context: PieceContext, text: RichText, options: TextOptions): PagePiece[] {
  const { doc } = context;
  const { style, indent = 0 } = options;
  const lines = breakLines(text, context.width - indent, style);
  const last = lines.length - 1;
  let element: PDFKit.PDFStructureElement | null = null;
  const heading = options.tag.startsWith('H');
  return lines.map((line: Line, index) => {
    const glued = heading || index === 0 || index === last - 1;
    return makePiece(context, {
      kind: heading ? 'heading' : 'text',
      height: style.leading,
      gapBefore: index === 0 ? options.gapBefore : 0,
      keepWithNext: index === last ? (options.keepWithNext ?? false) : glued,
      newPage: index === 0 && (options.newPage ?? false),
      draw(parent, place) {
        if (element === null) {
          const within = options.onStart?.(parent, place) ?? parent;
          element = doc.struct(options.tag);
          within.add(element);
        }
        element.add(() => drawLine(doc, line, { x: place.x + indent, top: place.y }, style));
      },
    });
  });
}

/** A bulleted list: L > LI > Lbl and LBody. */
export function bulletPieces(context: PieceContext, items: readonly RichText[]): PagePiece[] {
  const { doc, theme } = context;
  const indent = theme.body.size * 1.2;
  let list: PDFKit.PDFStructureElement | null = null;
  return items.flatMap((item, index) =>
    textPieces(context, item, {
      tag: 'LBody',
      style: theme.body,
      gapBefore: index === 0 ? 4 : 5,
      indent,
      onStart(parent, place) {
        if (list === null) {
          list = doc.struct('L');
          parent.add(list);
        }
        const entry = doc.struct('LI');
        list.add(entry);
        const label = doc.struct('Lbl');
        entry.add(label);
        label.add(() =>
          drawLine(doc, [{ text: '•', weight: 'regular' }], { x: place.x + 2, top: place.y }, theme.body),
        );
        return entry;
      },
    }),
  );
}
