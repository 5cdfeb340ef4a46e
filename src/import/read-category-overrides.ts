import type { CategoryOverride } from '../policy/category-map.ts';
import { readSideTable } from './read-side-table.ts';

/**
 * Reads a school's categories.csv: recorded category, our code, a note. A blank code leaves a category as it
 * is, so that the list of unmapped categories can be filled in bit by bit.
 */
export async function readCategoryOverrides(path: string): Promise<readonly CategoryOverride[]> {
  const rows = await readSideTable(path, { required: ['Recorded Category', 'Code'], optional: ['Note'] });
  return rows
    .filter((row) => row.text('Code') !== '')
    .map((row) => ({
      category: row.required('Recorded Category'),
      code: row.text('Code'),
      note: row.text('Note'),
    }));
}
