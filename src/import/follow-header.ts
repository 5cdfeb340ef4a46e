import { squash } from './layout.ts';
import type { MatchedHeader } from './match-header.ts';

/** Follows the headers that come again further down, as where several exports were joined in one file. */
export interface HeaderFollower {
  /** The cells in the order of the first header; null for a header whose columns stand in another order. */
  readonly follow: (cells: readonly string[], line: number) => readonly string[] | null;
  /** Reads the rows from here on by a header with other columns, until another comes. */
  readonly turnTo: (header: MatchedHeader) => void;
  /** Lines of the headers that changed the order. */
  readonly turnedAt: readonly number[];
}

/** Longer cells are no column names. */
const LONGEST = 100;

/**
 * Opens the following of later headers. One with the very columns of the first in another order turns the rows below
 * it; with its own order the turning ends. Where the first header has a name twice nothing is turned, because it
 * could not be told which is which.
 */
export function openHeaderFollower(header: readonly string[]): HeaderFollower {
  const names = header.map((cell) => squash(cell));
  while (names.at(-1) === '') names.pop();
  const known = new Set(names);
  const isUsable = known.size === names.length && !known.has('');
  const lowered = new Set(header.map((cell) => cell.trim().toLowerCase()));
  const turnedAt: number[] = [];
  /** For each column of the first header its place in the rows now read; null while they are the same. */
  let places: readonly number[] | null = null;
  let width = names.length;

  const readOrder = (cells: readonly string[]): number[] | null => {
    const [first = ''] = cells;
    if (first.length > LONGEST || !lowered.has(first.trim().toLowerCase())) return null;
    const found = cells.map((cell) => squash(cell.slice(0, LONGEST)));
    if (found.slice(names.length).some((name) => name !== '')) return null;
    const order = names.map((name) => found.indexOf(name));
    return order.includes(-1) ? null : order;
  };

  const isFirstAgain = (cells: readonly string[]): boolean =>
    lowered.has((cells[0] ?? '').trim().toLowerCase()) &&
    names.every((name, column) => squash((cells[column] ?? '').slice(0, LONGEST)) === name);

  const follow = (cells: readonly string[], line: number): readonly string[] | null => {
    const order = isUsable ? readOrder(cells) : null;
    if (order !== null) {
      const isFirst = order.every((place, index) => place === index);
      places = isFirst ? null : order;
      width = names.length;
      if (isFirst) return cells;
      turnedAt.push(line);
      return null;
    }
    if (places === null) return cells;
    if (!isUsable && isFirstAgain(cells)) {
      places = null;
      return cells;
    }
    return [...places.map((place) => cells[place] ?? ''), ...cells.slice(width)];
  };
  const turnTo = (header: MatchedHeader): void => {
    ({ places, width } = header);
  };
  return { follow, turnTo, turnedAt };
}
