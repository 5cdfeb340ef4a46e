const DELIMITERS = [',', ';', '\t', '|'] as const;
const CELL = " *'[^'\\r\\n]*' *";
/** At least three cells, each in single quotes, as a header is. */
const HEADERS = DELIMITERS.map((delimiter) => ({
  delimiter,
  header: new RegExp(`^${CELL}(?:[${delimiter}]${CELL}){2,}$`),
}));
/** The header stands within so many lines of the start. */
const SEARCH_LINES = 40;

/** Whether a row of values is quoted so too: at least two of its cells begin and end with a single quote. */
function isQuotedRow(line: string, delimiter: string): boolean {
  return line.trim().startsWith("'") || line.split(`${delimiter}'`).length > 2;
}

/**
 * The delimiter of a table that puts its cells in single quotes, as some databases write one: its header has them throughout and the
 * row below it too. Null for any other text, in which an apostrophe before a cell marks it as text or is its own.
 */
export function findSingleQuotes(head: string): string | null {
  const lines = head.split(/\r\n|\n|\r/, SEARCH_LINES).filter((line) => line.trim() !== '');
  for (const [index, line] of lines.entries()) {
    if (!line.trimStart().startsWith("'")) continue;
    const found = HEADERS.find(({ header }) => header.test(line));
    const below = lines[index + 1] ?? '';
    if (found !== undefined && isQuotedRow(below, found.delimiter)) return found.delimiter;
  }
  return null;
}
