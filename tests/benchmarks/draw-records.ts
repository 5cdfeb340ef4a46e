import { resolve } from 'node:path';
import { importExports } from '../../src/import/import-exports.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';

type Pupils = Awaited<ReturnType<typeof importExports>>['pupils'];

/** Records of an export, drawn with a seed by a linear congruential generator: the same ones on every machine. */
export async function drawRecords(
  file: string,
  size: number,
): Promise<{ incidents: readonly Incident[]; records: readonly Incident[]; pupils: Pupils }> {
  const { incidents, pupils } = await importExports([resolve(file)], {
    categoryMap: buildCategoryMap(),
    today: '2026-11-22',
  });
  let state = 2026;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const records = Array.from({ length: size }, () => incidents[draw(incidents.length)]).filter(
    (record) => record !== undefined,
  );
  return { incidents, records, pupils };
}
