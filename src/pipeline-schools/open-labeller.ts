import { createRecordedLabeller } from '../classify/label-recorded.ts';
import { type Crew, openCrew } from '../classify/open-crew.ts';
import type { LabelSource } from '../incident/trust-analysis.ts';
import type { LineOptions } from '../pipeline/line-options.ts';
import { readOverrides, readWords } from '../pipeline/settle-import.ts';
import { buildCategoryMap } from '../policy/category-map.ts';

/**
 * Opens what labels the records of one school after another, by their words or by their recorded categories alone.
 * `withoutHelp` is for a thread that has others beside it: it starts none of its own.
 */
export async function openLabeller(
  options: LineOptions,
  labels: LabelSource,
  withoutHelp: boolean,
): Promise<Crew> {
  const overrides = await readOverrides(options);
  const categoryMap = buildCategoryMap(overrides);
  if (labels === 'words') {
    const words = await readWords(options);
    return openCrew({ categoryMap, overrides, words, ...(withoutHelp ? { start: () => [] } : {}) });
  }
  const label = createRecordedLabeller(categoryMap);
  return {
    expect: () => undefined,
    classifyAll: async (incidents) => incidents.map((incident) => label(incident)),
    close: () => undefined,
  };
}
