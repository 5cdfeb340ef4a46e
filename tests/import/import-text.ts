import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportOptions, type ImportResult, importExports } from '../../src/import/import-exports.ts';
import type { FileAudit } from '../../src/incident/import-audit.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';

export const OPTIONS: ImportOptions = { categoryMap: buildCategoryMap(), today: '2026-11-22' };

/** A folder for one test, removed behind it. */
export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'termwise-import-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Imported extends ImportResult {
  readonly audit: FileAudit;
  readonly byId: ReadonlyMap<string, Incident>;
  readonly names: (incident: Incident | undefined) => string[];
  readonly rejected: readonly string[];
}

/** Imports one file given as text or bytes. */
export function importText(
  content: string | Buffer,
  options: Partial<ImportOptions> = {},
): Promise<Imported> {
  return inFolder(async (folder) => {
    const path = join(folder, 'export.csv');
    writeFileSync(path, content);
    const result = await importExports([path], { ...OPTIONS, ...options });
    const [audit] = result.audits;
    if (audit === undefined) throw new Error('no audit');
    return {
      ...result,
      audit,
      byId: new Map(result.incidents.map((incident) => [incident.id, incident])),
      names: (incident) =>
        (incident?.involvements ?? []).map(({ pupil }) => result.pupils.get(pupil)?.name ?? '?'),
      rejected: audit.problems
        .filter((problem) => problem.severity === 'rejected')
        .map((problem) => `${problem.line} ${problem.code}`),
    };
  });
}
