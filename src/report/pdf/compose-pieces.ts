import type { BuiltChart } from '../charts/chart-base.ts';
import type { ReportBlock, ReportDocument, ReportSection } from '../report-document.ts';
import { figurePieces } from './figure-pieces.ts';
import type { PagePiece, PieceContext } from './page-piece.ts';
import type { PageTheme } from './page-theme.ts';
import { planPages } from './plan-pages.ts';
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

/** What is left of the room between blocks where a section is printed closer. */
const CLOSE_GAPS = 0.6;

/**
 * The whole report as pieces in reading order: title, subtitle and handling line, then every section with its
 * number (or letter, for an annex) and its blocks. Figures are numbered through the report.
 */
export function composePieces(document: ReportDocument, options: ComposeOptions): PagePiece[] {
  const { doc, theme, frame } = options;
  const counter = { block: 0, figures: 0 };
  const contextOf = (section: number, landscape: boolean, close = false): PieceContext => {
    counter.block += 1;
    const area = landscape ? frame.landscape : frame.portrait;
    return { doc, theme, width: area.width, block: counter.block, section, landscape, close };
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
        counter.figures += 1;
        const room = pageHeight - theme.heading.leading * 3;
        return figurePieces(context, item, counter.figures, options.drawChart, room);
      }
    }
  };
  const names = sectionNames(document.sections);
  const title = titlePieces(document, contextOf(-1, document.sections[0]?.landscape ?? false));
  const composeSection = (section: ReportSection, index: number, close: boolean): PagePiece[] => {
    const landscape = section.landscape ?? false;
    const name = names[index] ?? section.heading;
    const heading = textPieces(contextOf(index, landscape), name, {
      tag: 'H2',
      style: theme.heading,
      gapBefore: 24,
      keepWithNext: section.blocks.length > 0,
      // The first section follows the title, whatever it asks for: a page of the title alone is an empty page.
      newPage: index === 0 && section.newPage === 'always' ? true : (section.newPage ?? false),
      onStart: bookmark(doc, name),
    });
    const blocks = section.blocks.flatMap((item) => blockPieces(item, contextOf(index, landscape, close)));
    const pieces = adjustGaps([...(index === 0 ? title : []), ...heading, ...blocks]);
    return close ? pieces.map((piece) => ({ ...piece, gapBefore: piece.gapBefore * CLOSE_GAPS })) : pieces;
  };
  const heights = { portrait: frame.portrait.height, landscape: frame.landscape.height };
  const pagesOf = (pieces: readonly PagePiece[]): number => planPages(pieces, heights).pages.length;
  return document.sections.flatMap((section, index) => {
    const before = { ...counter };
    const pieces = composeSection(section, index, false);
    // Handed out by itself: worth printing closer where that saves a page.
    const pages = section.newPage === 'always' ? pagesOf(pieces) : 1;
    if (pages === 1) return pieces;
    Object.assign(counter, before);
    const closer = composeSection(section, index, true);
    return pagesOf(closer) < pages ? closer : pieces;
  });
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
