/** Pieces are gathered to about this many UTF-16 units before they are written: one call a piece is slow. */
const WRITE_SIZE = 1 << 16;

/** Joins small pieces of text into larger ones, so that a million rows do not make a million writes. */
export function* gatherPieces(content: string | Iterable<string>): Iterable<string> {
  if (typeof content === 'string') {
    yield content;
    return;
  }
  let gathered = '';
  for (const piece of content) {
    gathered += piece;
    if (gathered.length < WRITE_SIZE) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}
