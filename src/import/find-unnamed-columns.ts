/** Columns without a name that hold words in some row: their places, counted from 0. Bare numbers count rows. */
export function findUnnamedColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  return headers.flatMap((header, column) =>
    header === '' && rows.some((cells) => /\p{L}{2}/u.test(cells[column] ?? '')) ? [column] : [],
  );
}
