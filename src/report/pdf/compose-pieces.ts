import type { BuiltChart } from '../charts/chart-base.ts';
import type { ReportBlock, ReportDocument, ReportSection } from '../report-document.ts';
import { figurePieces } from './figure-pieces.ts';
import type { PagePiece, PieceContext } from './page-piece.ts';
import type { PageTheme } from './page-theme.ts';
import { tablePieces } from './table-pieces.ts';
import { bulletPieces, type TextOptions, textPieces } from './text-pieces.ts';

export interface ComposeOptions {
  readonly doc: PDFKit.PDFDocument;
  readonly theme: PageTheme;
  /** Width and height of the text area. */
  readonly frame: { readonly portrait: Area; readonly landscape: Area };
  readonly drawChart: (
    doc: PDFKit.PDFDocument,
    chart: BuiltChart,
    place: { x: number; y: number; width: number; height: number; scale: number },
  ) => void;
}

export interface Area {
  readonly width: number;
  readonly height: number;
}

/**
 * The whole report as pieces in reading order: title, subtitle and handling line, then every section with its
 * number (or letter, for an annex) and its blocks. Figures are numbered through the report.
 */
export function composePieces(document: ReportDocument, options: ComposeOptions): PagePiece[] {
  const { doc, theme, frame } = options;
  let block = 0;
  let figures = 0;
  const contextOf = (section: number, landscape: boolean): PieceContext => {
    block += 1;
    const area = landscape ? frame.landscape : frame.portrait;
    return { doc, theme, width: area.width, block, section, landscape };
  };
  const blockPieces = (item: ReportBlock, context: PieceContext): PagePiece[] => {
    const pageHeight = context.landscape ? frame.landscape.height : frame.portrait.height;
    switch (item.type) {
      case 'paragraph':
        return textPieces(context, item.text, {
          tag: 'P',
          style: item.muted ? theme.small : theme.body,
          gapBefore: 8,
        });
      case 'subheading':
        return textPieces(context, item.text, {
          tag: 'H3',
          style: theme.subheading,
          gapBefore: 16,
          keepWithNext: true,
        });
      case 'bullets':
        return bulletPieces(context, item.items);
      case 'table':
        return tablePieces(context, item, pageHeight);
      case 'figure': {
        figures += 1;
        const room = pageHeight - theme.heading.leading * 3;
        return figurePieces(context, item, figures, options.drawChart, room);
      }
    }
  };
  const names = sectionNames(document.sections);
  const pieces = titlePieces(document, contextOf(-1, document.sections[0]?.landscape ?? false));
  document.sections.forEach((section, index) => {
    const landscape = section.landscape ?? false;
    const name = names[index] ?? section.heading;
    pieces.push(
      ...textPieces(contextOf(index, landscape), name, {
        tag: 'H2',
        style: theme.heading,
        gapBefore: 24,
        keepWithNext: section.blocks.length > 0,
        // The first section follows the title, whatever it asks for: a page of the title alone is an empty page.
        newPage: index === 0 && section.newPage === 'always' ? true : (section.newPage ?? false),
        onStart(parent, place) {
          // PDFKit takes the given left from the page width, so the width itself means the left edge.
          doc.outline.addItem(name, {
            fit: false,
            left: doc.page.width,
            top: place.y,
            zoom: 0,
            expanded: true,
          });
          return parent;
        },
      }),
    );
    section.blocks.forEach((item) => {
      pieces.push(...blockPieces(item, contextOf(index, landscape)));
    });
  });
  return adjustGaps(pieces);
}

/** Less room after a heading, which belongs to what follows, and more after a figure or table, which has ended. */
function adjustGaps(pieces: readonly PagePiece[]): PagePiece[] {
  return pieces.map((piece, index) => {
    const before = pieces[index - 1];
    if (before === undefined || before.block === piece.block) return piece;
    if (before.kind === 'heading' && before.section === piece.section) {
      return { ...piece, gapBefore: Math.min(piece.gapBefore, 7) };
    }
    const ended = before.kind === 'figure' || (before.kind === 'row' && piece.kind === 'text');
    return ended ? { ...piece, gapBefore: Math.max(piece.gapBefore, 14) } : piece;
  });
}

function titlePieces(document: ReportDocument, context: PieceContext): PagePiece[] {
  const { theme } = context;
  const muted = { ...theme.body, colour: theme.small.colour };
  return [
    ...textPieces(context, document.title, {
      tag: 'H1',
      style: theme.title,
      gapBefore: 0,
      keepWithNext: true,
      onStart: bookmark(context.doc, document.title),
    }),
    ...textPieces(context, document.subtitle, {
      tag: 'P',
      style: muted,
      gapBefore: 4,
      keepWithNext: document.handling !== null,
    }),
    ...(document.handling === null
      ? []
      : textPieces(context, document.handling, { tag: 'P', style: theme.strong, gapBefore: 8 })),
  ];
}

function bookmark(doc: PDFKit.PDFDocument, name: string): NonNullable<TextOptions['onStart']> {
  return (parent, place) => {
    // PDFKit takes the given left from the page width, so the width itself means the left edge.
    doc.outline.addItem(name, { fit: false, left: doc.page.width, top: place.y, zoom: 0, expanded: true });
    return parent;
  };
}

/** Sections are numbered from 1, annexes lettered from A, each in their own order. */
function sectionNames(sections: readonly ReportSection[]): string[] {
  let number = 0;
  let letter = 0;
  return sections.map((section) => {
    if (section.annex) {
      letter += 1;
      return `Annex ${String.fromCharCode(64 + letter)}. ${capitalise(section.heading.replace(/^Annex\b[\s:.–-]*/, ''))}`;
    }
    number += 1;
    return `${number}. ${section.heading}`;
  });
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
