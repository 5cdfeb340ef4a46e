import { parseDate } from './parse-date.ts';
import { missingParts, recogniseColumns } from './recognise-columns.ts';

function isDate(cell: string | undefined): boolean {
  return cell !== undefined && parseDate(cell.trim(), 'dmy').date !== null;
}

/** The names of the columns behind `end`, of which there are as many as labels before it; '' for all that is no value. */
function nameValues(
  rows: readonly (readonly string[])[],
  count: number,
  end: number,
): readonly string[] | null {
  const [first = []] = rows;
  const isLabel = (column: number): boolean => rows.every((row) => row[column] === first[column]);
  const start = end - count;
  if (start < 0 || first.length < end + count) return null;
  if (!first.slice(start, end).every((_, index) => isLabel(start + index))) return null;
  const names = first.map((_, column) =>
    column >= end && column < end + count ? (first[column - count] ?? '') : '',
  );
  // The heading of a group stands before all that: its label, then what it is for these rows.
  for (let column = 0; column + 1 < start; column++) {
    const label = first[column] ?? '';
    if (isLabel(column) && (label.trim().endsWith(':') || !isLabel(column + 1))) names[column + 1] = label;
  }
  return names;
}

/**
 * The names of columns in a list that writes its labels in each row before the values, as Crystal Reports does:
 * `"Name","Date","Type","Ann Lee","12/01/2026","Theft"`. As wide as its rows, '' where no value stands. Null for any other
 * list. The first of `rows` seems the header; `dateAt` is where its label of the date stands.
 */
export function findRepeatedLabels(
  rows: readonly (readonly string[])[],
  dateAt: number,
  columns: Readonly<Record<string, string>>,
): readonly string[] | null {
  const [first = []] = rows;
  const isAt = (count: number): boolean => rows.every((row) => isDate(row[dateAt + count]));
  const counts = first.map((_, index) => index + 1).filter((count) => count > 1 && isAt(count));
  let best: { readonly names: readonly string[]; readonly size: number } | null = null;
  for (const count of counts) {
    for (let end = dateAt + 1; end <= dateAt + count; end++) {
      const names = nameValues(rows, count, end);
      const plan = names === null ? null : recogniseColumns(names, columns);
      if (names === null || plan === null || missingParts(plan).length > 0) continue;
      if (best === null || plan.at.size > best.size) best = { names, size: plan.at.size };
    }
  }
  return best?.names ?? null;
}
