import type { CategoryOverride } from '../policy/category-map.ts';
import { CATEGORY_CODE_HINT, isCategoryCode } from '../policy/is-category-code.ts';
import { readSideTable, type SideRow } from './read-side-table.ts';

function readCode(row: SideRow): string {
  const code = row.text('Code');
  return isCategoryCode(code)
    ? code
    : row.refuse('Code', 'is a code that the taxonomy does not know.', CATEGORY_CODE_HINT);
}

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
      code: readCode(row),
      note: row.text('Note'),
    }));
}
