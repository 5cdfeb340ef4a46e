import { basename } from 'node:path';
import type { SchoolKnowledge } from '../classify/compile-rules.ts';
import type { ImportOptions } from '../import/import-exports.ts';
import { readCategoryOverrides } from '../import/read-category-overrides.ts';
import { buildCategoryMap, type CategoryOverride } from '../policy/category-map.ts';
import { loadText } from '../policy/load-text.ts';
import type { LineOptions } from './line-options.ts';

/** What the school says its categories mean. */
export async function readOverrides({ config }: LineOptions): Promise<readonly CategoryOverride[]> {
  return config.files.categories ? readCategoryOverrides(config.files.categories) : [];
}

/** The school's own words and rules; what reads and checks them is loaded only when there are any. */
export async function readWords({ config }: LineOptions): Promise<SchoolKnowledge | undefined> {
  if (config.files.words === null) return undefined;
  const { readSchoolWords } = await import('../classify/read-school-words.ts');
  const file = basename(config.files.words);
  return readSchoolWords(loadText(config.files.words, { named: file, code: 'config' }), file);
}

/** How exports are read in this run. */
export function settleImport(options: LineOptions, overrides: readonly CategoryOverride[]): ImportOptions {
  const { config } = options;
  return {
    ...options.import,
    categoryMap: buildCategoryMap(overrides),
    today: options.today,
    asAt: options.asAt ?? null,
    columns: config.columns,
    school: config.school,
  };
}
