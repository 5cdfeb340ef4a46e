import type { PageTheme } from './page-theme.ts';
import type { Piece } from './plan-pages.ts';

/** Where a piece is drawn; `y` from the top of the page, in points. */
export interface DrawPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The first thing on its page, below a repeated table header. */
  readonly repeatsHead: boolean;
}

/** A piece that knows how to draw itself into the tag tree. */
export interface PagePiece extends Piece {
  draw(parent: PDFKit.PDFStructureElement, place: DrawPlace): void;
}

/** What the pieces of a block need to know. */
export interface PieceContext {
  readonly doc: PDFKit.PDFDocument;
  readonly theme: PageTheme;
  /** Width of the text column. */
  readonly width: number;
  readonly block: number;
  readonly section: number;
  readonly landscape: boolean;
  /** Rows and blocks stand closer, so that a section handed out by itself needs a page less. */
  readonly close?: boolean;
}

type Given = Pick<PagePiece, 'kind' | 'height' | 'draw'> & Partial<PagePiece>;

/** A piece with the usual defaults: not glued, not shrinking, no header. */
export function makePiece(context: PieceContext, given: Given): PagePiece {
  return {
    block: context.block,
    section: context.section,
    landscape: context.landscape,
    gapBefore: 0,
    keepWithNext: false,
    shrink: 0,
    repeatHead: 0,
    newPage: false,
    ...given,
  };
}
