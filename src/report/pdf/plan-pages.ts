/** A stretch of the report that is never parted; lengths in points. */
export interface Piece {
  readonly kind: 'text' | 'heading' | 'figure' | 'row';
  /** Pieces of one block stay in order and move together. */
  readonly block: number;
  readonly section: number;
  readonly height: number;
  /** Left out at the top of a page. */
  readonly gapBefore: number;
  /** `in_whole`: as long as no page is left with much of it empty for that. */
  readonly keepWithNext: boolean | 'in_whole';
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
/** With more than this left empty, what would wait for the next page is parted or lets others go first. */
const MOST_EMPTY = 0.12;
/** The last page of what is handed out by itself gets this much where the page before can spare it. */
const LEAST_LAST = 0.3;
/** A page keeps at least this much when it gives to the one after it. */
const LEAST_LEFT = 0.4;

/**
 * Puts pieces on pages. Glued pieces stay together; only something taller than a page is parted at its glue. A figure
 * that would not fit is made a little lower, with those above it if it must, or lets the text or table after it go
 * first, before it leaves a gap; a table kept whole is parted where much of a page would stay empty. A new page that
 * was asked for is passed over where the last one has hardly begun, and what ends before a page that is always turned
 * does not end with a few lines on a page of their own.
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
  /** What each chain found: undone where a page has to give to the next. */
  const steps: { readonly chain: readonly P[]; readonly start: number; readonly page: number }[] = [];
  const put = (chain: readonly P[], saving: number): void => {
    steps.push({ chain, start: placements.length, page: pages.length - 1 });
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
    if (over > shrinkOf(chain) + 1e-6) return false;
    put(chain, Math.max(0, over));
    return true;
  };
  /** Makes room for a figure by making those above it on the page a little lower too. */
  const squeeze = (chain: readonly P[]): boolean => {
    const here = steps.filter((step) => step.page === pages.length - 1);
    const all = [...here.map((step) => step.chain), chain];
    const over = all.reduce((sum, each, at) => sum + heightOf(each, at === 0), 0) - limit;
    if (chain.at(-1)?.kind !== 'figure' || here.length === 0 || over > shrinkOf(all.flat())) return false;
    placements.length = here[0]?.start ?? 0;
    steps.length -= here.length;
    used = 0;
    let left = over;
    for (const each of all) {
      const saving = Math.min(left, shrinkOf(each));
      put(each, saving);
      left -= saving;
    }
    return true;
  };
  /** Takes back the last of the page before where this page would end with hardly anything on it. */
  const fillUp = (): void => {
    const page = pages.length - 1;
    const before = steps.filter((step) => step.page === page - 1);
    const here = steps.filter((step) => step.page === page);
    const section = here[0]?.chain[0]?.section;
    if (used >= limit * LEAST_LAST || section === undefined) return;
    const moved: P[][] = here.map(({ chain }) => [...chain]);
    let start = here[0]?.start ?? 0;
    for (const step of before.reverse()) {
      const above = placements[step.start - 1];
      const stays = above === undefined || above.page < page - 1 ? 0 : above.top + above.height;
      if (step.chain[0]?.section !== section || stays < limit * LEAST_LEFT) return;
      moved.unshift([...step.chain]);
      start = step.start;
      const together = moved.reduce((sum, chain, at) => sum + heightOf(chain, at === 0), 0);
      if (together > limit) return;
      if (together >= limit * LEAST_LAST) break;
    }
    if (moved.length === here.length) return;
    placements.length = start;
    steps.splice(steps.findIndex((step) => step.start === start));
    used = 0;
    for (const chain of moved) put(chain, 0);
  };
  const placeByPieces = (chain: readonly P[]): void => {
    for (const piece of chain) {
      if (place([piece])) continue;
      if (used > 0) turnPage(piece.landscape);
      if (!place([piece])) put([piece], piece.shrink);
    }
  };

  const waiting = chainsOf(pieces);
  /** Places as much of a chain as fits up to where it may be parted; the rest waits for the next page. */
  const placePart = (chain: readonly P[]): boolean => {
    for (let at = chain.length - 1; at > 0; at -= 1) {
      if (chain[at - 1]?.keepWithNext !== 'in_whole' || !place(chain.slice(0, at))) continue;
      waiting.unshift(chain.slice(at));
      return true;
    }
    return false;
  };
  while (waiting.length > 0) {
    const chain = waiting.shift() ?? [];
    const [first] = chain;
    if (first === undefined) continue;
    const page = pages.at(-1);
    const turned = page === undefined || page.landscape !== first.landscape;
    if (first.newPage === 'always' || turned) fillUp();
    const least = first.newPage === 'always' ? 0 : limit * LEAST_USED;
    if (turned || (first.newPage !== false && used > least)) turnPage(first.landscape);
    if (place(chain) || squeeze(chain)) continue;
    const after = swappableBlock(waiting, chain);
    const roomy = used < limit * (1 - MOST_EMPTY);
    if (roomy && after.length > 0 && place([...chain.slice(0, -1), ...after.flat()])) {
      waiting.splice(0, after.length, chain.slice(-1));
      continue;
    }
    if (roomy && used > 0 && placePart(chain)) continue;
    if (used > 0) turnPage(first.landscape);
    if (!place(chain)) placeByPieces(chain);
  }
  if (pieces.some(({ newPage, section }) => newPage === 'always' && section === pieces.at(-1)?.section))
    fillUp();
  return { placements, pages };
}

function shrinkOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { shrink }) => sum + shrink, 0);
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
    open = piece.keepWithNext !== false;
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
