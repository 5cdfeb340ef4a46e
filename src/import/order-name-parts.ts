const SURNAME = '(?:sur|last ?|family ?)names?';
const FORENAME = '(?:fore|first ?|given ?)names?';
const SURNAME_FIRST = new RegExp(`\\b${SURNAME}\\b.*\\b${FORENAME}\\b`, 'i');
const FORENAME_FIRST = new RegExp(`\\b${FORENAME}\\b.*\\b${SURNAME}\\b`, 'i');

/** What parts pupils and never the two parts of one name; kept, so that the cell stays the list it was. */
const BETWEEN = /(\s*[;|\n\r&+]\s*|\s+and\s+)/i;

type Turn = (name: string) => string;

/** A slash, or the one blank of two words, parts surname and forename; for names with the forename first, slash or comma. */
function chooseTurn(header: string): Turn | null {
  if (SURNAME_FIRST.test(header)) {
    return (name) => name.replace(/^([^/,;]+?)\s*\/\s*([^/,;]+)$|^([^\s/,;]+)\s+([^\s/,;]+)$/, '$1$3, $2$4');
  }
  if (FORENAME_FIRST.test(header)) {
    return (name) => name.replace(/^([^/,;]+?)\s*[/,]\s*([^/,;]+)$/, '$2, $1');
  }
  return null;
}

/** `Lee/Ann, Day/Bo`: commas part pupils where each part has a slash of its own. */
function turnAll(piece: string, turn: Turn): string {
  const names = piece.split(',').map((name) => name.trim());
  const isList = names.length > 1 && names.every((name) => /^[^/]+\/[^/]+$/.test(name));
  return isList ? names.map(turn).join('; ') : turn(piece);
}

/**
 * How names are written under a header that says in which order their parts stand, `Surname/Forename`: each name of the
 * cell comes out as `Surname, Forename`. Under any other header cells stay as they are.
 */
export function orderNameParts(header: string): (cell: string) => string {
  const turn = chooseTurn(header);
  if (turn === null) return (cell) => cell;
  return (cell) =>
    cell
      .split(BETWEEN)
      .map((piece, index) => (index % 2 === 0 ? turnAll(piece.trim(), turn) : piece))
      .join('');
}
