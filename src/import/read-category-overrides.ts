import type { CategoryOverride } from '../policy/category-map.ts';
import { CATEGORY_CODE_HINT, isCategoryCode } from '../policy/is-category-code.ts';
import { listOverrideCodes } from '../policy/list-override-codes.ts';
import { suggestWord } from '../policy/suggest-word.ts';
import { readSideTable, type SideRow } from './read-side-table.ts';

/** Refused here, where the file and its line are known. */
function refuseCode(row: SideRow, meant: string | null): never {
  return row.refuse(
    'Code',
    `is a code that the taxonomy does not know${meant === null ? '' : ` (did you mean '${meant}'?)`}.`,
    CATEGORY_CODE_HINT,
  );
}

/**
 * Reads a school's categories.csv: recorded category, our code, a note. A blank code leaves a category as it
 * is, so that the list of unmapped categories can be filled in bit by bit.
 */
export async function readCategoryOverrides(path: string): Promise<readonly CategoryOverride[]> {
  const rows = await readSideTable(path, { required: ['Recorded Category', 'Code'], optional: ['Note'] });
  const codes = listOverrideCodes();
  return rows
    .filter((row) => row.text('Code') !== '')
    .map((row) => {
      const code = row.text('Code');
      if (!isCategoryCode(code)) refuseCode(row, suggestWord(code, codes));
      return { category: row.required('Recorded Category'), code, note: row.text('Note') };
    });
}
