import type { ImportOptions } from '../import/import-exports.ts';
import type { LineOptions } from '../pipeline.ts';

/** What the register needs to read exports as the line does. */
export async function readImportOptions(line: LineOptions): Promise<ImportOptions> {
  const [{ buildCategoryMap }, { readCategoryOverrides }] = await Promise.all([
    import('../policy/category-map.ts'),
    import('../import/read-category-overrides.ts'),
  ]);
  const { categories } = line.config.files;
  return {
    ...line.import,
    categoryMap: buildCategoryMap(categories === null ? [] : await readCategoryOverrides(categories)),
    today: line.today,
    asAt: line.asAt ?? null,
    columns: line.config.columns,
    school: line.config.school,
  };
}
