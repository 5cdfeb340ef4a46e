import { loosenHeader } from './loosen-header.ts';
import words from './tick-words.yaml';

/** A column that is a category of its own: a tick in it gives the category its name. */
export interface TickColumn {
  readonly column: number;
  readonly name: string;
  /** Cells, in small letters, that say yes. */
  readonly ticks: ReadonlySet<string>;
}

const data = words as Readonly<
  Record<'names' | 'behind' | 'ticks' | 'proper' | 'crosses' | 'blanks', readonly string[]>
>;
const NAMES: ReadonlySet<string> = new Set(data.names.map(loosenHeader));
const [TICKS, PROPER, BLANKS] = [new Set(data.ticks), new Set(data.proper), new Set(data.blanks)];
const BEHIND = new RegExp(`\\s*[-:(]?\\s*(?:${data.behind.join('|')})\\s*[)?]*\\s*$`, 'i');

/** The category that a header names: `Racist incident? (Y/N)` is `Racist`; null where it names none. */
function nameCategory(header: string): string | null {
  const plain = header.replace(/\([^)]*\)/g, ' ').replace(/[?:\s]+$/, '');
  const short = plain.replace(BEHIND, '');
  return [plain, short].some((name) => NAMES.has(loosenHeader(name))) ? short.trim() || plain.trim() : null;
}

/** What says yes in a column of nothing but yes and no, with a yes among them; null for any other column. */
function readTicks(cells: readonly string[]): ReadonlySet<string> | null {
  const values = new Set(cells.map((cell) => cell.trim().toLowerCase()));
  if ([...values].some((value) => !TICKS.has(value) && !BLANKS.has(value))) return null;
  const isProper = [...values].some((value) => PROPER.has(value));
  const ticks = new Set([...TICKS].filter((tick) => !(isProper && data.crosses.includes(tick))));
  return [...values].some((value) => ticks.has(value)) ? ticks : null;
}

/** Finds the columns of ticks among those that mean nothing else, `Bullying` or `Racist (Y/N)`, by name and by values. */
export function findTickColumns(
  headers: readonly string[],
  taken: ReadonlySet<number>,
  rows: readonly (readonly string[])[],
): readonly TickColumn[] {
  return headers.flatMap((header, column) => {
    const name = taken.has(column) ? null : nameCategory(header);
    const ticks = name === null ? null : readTicks(rows.map((cells) => cells[column] ?? ''));
    return name === null || ticks === null ? [] : [{ column, name, ticks }];
  });
}
