/** A stretch of the report that is never parted; lengths in points. */
export interface Piece {
  readonly kind: 'text' | 'heading' | 'figure' | 'row';
  /** Pieces of one block stay in order and move together. */
  readonly block: number;
  readonly section: number;
  readonly height: number;
  /** Left out at the top of a page. */
  readonly gapBefore: number;
  readonly keepWithNext: boolean;
  /** How much lower the piece may be made to fit. */
  readonly shrink: number;
  /** A table's header, repeated when the piece opens a page. */
  readonly repeatHead: number;
  /** Asks for a new page; `always` gets one whatever is on the last. */
  readonly newPage: boolean | 'always';
  readonly landscape: boolean;
}

/** Where a piece stands: `top` from the top of the text area, after any repeated header. */
export interface Placement<P extends Piece = Piece> {
  readonly piece: P;
  readonly page: number;
  readonly top: number;
  readonly height: number;
  readonly repeatsHead: boolean;
}

export interface PagePlan<P extends Piece = Piece> {
  readonly placements: readonly Placement<P>[];
  readonly pages: readonly { readonly landscape: boolean }[];
}

/** Height of the text area of an upright and a sideways page. */
export interface PageFrame {
  readonly portrait: number;
  readonly landscape: number;
}

/** A page with less than this used gets more rather than an early end. */
const LEAST_USED = 0.2;

/**
 * Puts pieces on pages: glued pieces stay together; a figure that would not fit is made a little lower, or lets the
 * text or table after it go first, before it leaves a gap; a new page that was asked for is passed over where the
 * last one has hardly begun. Only something taller than a page is parted at its glue.
 */
export function planPages<P extends Piece>(pieces: readonly P[], frame: PageFrame): PagePlan<P> {
  const pages: { landscape: boolean }[] = [];
  const placements: Placement<P>[] = [];
  let used = 0;
  let limit = 0;
  const turnPage = (landscape: boolean): void => {
    pages.push({ landscape });
    used = 0;
    limit = landscape ? frame.landscape : frame.portrait;
  };
  const put = (chain: readonly P[], saving: number): void => {
    let left = saving;
    for (const piece of chain) {
      const lower = Math.min(left, piece.shrink);
      left -= lower;
      const repeatsHead = used === 0 && piece.repeatHead > 0;
      const top = used === 0 ? (repeatsHead ? piece.repeatHead : 0) : used + piece.gapBefore;
      placements.push({ piece, page: pages.length - 1, top, height: piece.height - lower, repeatsHead });
      used = top + piece.height - lower;
    }
  };
  const place = (chain: readonly P[]): boolean => {
    const over = heightOf(chain, used === 0) + used - limit;
    if (over > chain.reduce((sum, piece) => sum + piece.shrink, 0) + 1e-6) return false;
    put(chain, Math.max(0, over));
    return true;
  };
  const placeByPieces = (chain: readonly P[]): void => {
    for (const piece of chain) {
      if (place([piece])) continue;
      if (used > 0) turnPage(piece.landscape);
      if (!place([piece])) put([piece], piece.shrink);
    }
  };

  const waiting = chainsOf(pieces);
  while (waiting.length > 0) {
    const chain = waiting.shift() ?? [];
    const [first] = chain;
    if (first === undefined) continue;
    const page = pages.at(-1);
    const turned = page === undefined || page.landscape !== first.landscape;
    const least = first.newPage === 'always' ? 0 : limit * LEAST_USED;
    if (turned || (first.newPage !== false && used > least)) turnPage(first.landscape);
    if (place(chain)) continue;
    const after = swappableBlock(waiting, chain);
    const roomy = used < limit * (1 - LEAST_USED);
    if (roomy && after.length > 0 && place([...chain.slice(0, -1), ...after.flat()])) {
      waiting.splice(0, after.length, chain.slice(-1));
      continue;
    }
    if (used > 0) turnPage(first.landscape);
    if (!place(chain)) placeByPieces(chain);
  }
  return { placements, pages };
}

function heightOf(chain: readonly Piece[], atTop: boolean): number {
  return chain.reduce((sum, piece, index) => {
    const before = index > 0 || !atTop ? piece.gapBefore : piece.repeatHead;
    return sum + piece.height + before;
  }, 0);
}

/** Runs of pieces glued to the next. */
function chainsOf<P extends Piece>(pieces: readonly P[]): P[][] {
  const chains: P[][] = [];
  let open = false;
  for (const piece of pieces) {
    if (open) chains.at(-1)?.push(piece);
    else chains.push([piece]);
    open = piece.keepWithNext;
  }
  return chains;
}

/**
 * The whole block after a figure if it may go before it: text or a table of the same section. Headings above the
 * figure stay where they are and head the other block first.
 */
function swappableBlock<P extends Piece>(waiting: readonly P[][], chain: readonly P[]): P[][] {
  const figure = chain.at(-1);
  if (figure?.kind !== 'figure' || chain.slice(0, -1).some((piece) => piece.kind !== 'heading')) return [];
  const block = waiting[0]?.[0]?.block;
  const found: P[][] = [];
  for (const chain of waiting) {
    const [first] = chain;
    if (first === undefined || first.block !== block || first.newPage !== false) break;
    if (first.section !== figure.section) return [];
    // A heading or a figure keeps its place, and so does anything glued to one.
    if (chain.some((piece) => piece.block !== block || piece.kind === 'heading' || piece.kind === 'figure'))
      return [];
    found.push(chain);
  }
  return found;
}
