import { type ImportResult, importExports, inspectExports } from '../import/import-exports.ts';
import type { FileAudit } from '../incident/import-audit.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import type { LineOptions } from './line-options.ts';
import { readOverrides, settleImport } from './settle-import.ts';

/** Exports to what they hold and what would be left out; no incident is kept. */
export async function runInspection(options: LineOptions): Promise<readonly FileAudit[]> {
  return inspectExports(options.files, settleImport(options, await readOverrides(options)));
}

/** Exports to incidents and problems. */
export async function runImport(options: LineOptions): Promise<ImportResult & { categoryMap: CategoryMap }> {
  const settled = settleImport(options, await readOverrides(options));
  return { ...(await importExports(options.files, settled)), categoryMap: settled.categoryMap };
}
