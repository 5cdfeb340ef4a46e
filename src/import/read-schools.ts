import { readSideTable } from './read-side-table.ts';

/** Reads the list of a trust's schools (schools.csv, column School) in the order it has. */
export async function readSchools(path: string): Promise<readonly string[]> {
  const rows = await readSideTable(path, { required: ['School'], optional: [] });
  return rows.map((row) => row.required('School'));
}
