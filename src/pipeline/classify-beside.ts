import { applyDecisions } from '../classify/apply-decisions.ts';
import { openCrew } from '../classify/open-crew.ts';
import { type ImportResult, importExports } from '../import/import-exports.ts';
import { readDecisions } from '../import/read-decisions.ts';
import type { Classification } from '../incident/classification.ts';
import { type LabelledIncident, labelIncident } from '../incident/labelled-incident.ts';
import type { LineOptions } from './line-options.ts';
import type { Classified } from './line-result.ts';
import { readOverrides, readWords, settleImport } from './settle-import.ts';

/**
 * Exports to labelled incidents, and what `beside` makes of the records meanwhile. Helping threads, if the exports are
 * large, load while they are being read.
 */
export async function classifyBeside<T>(
  options: LineOptions,
  beside: (imported: ImportResult) => Promise<T>,
): Promise<{ readonly classified: Classified; readonly beside: T }> {
  const overrides = await readOverrides(options);
  const settled = settleImport(options, overrides);
  const { categoryMap, onProgress } = settled;
  const words = await readWords(options);
  const crew = options.crew ?? openCrew({ categoryMap, overrides, words, helpers: options.helpers });
  const hear = (bytesRead: number, bytesTotal: number): void => {
    crew.expect(bytesTotal);
    onProgress?.(bytesRead, bytesTotal);
  };
  try {
    const imported = await importExports(options.files, { ...settled, onProgress: hear });
    const [found, made] = await Promise.all([
      crew.classifyAll(imported.incidents, imported.pupils),
      beside(imported),
    ]);
    options.onLabelled?.();
    const labelled = imported.incidents.map((incident, index) =>
      labelIncident(incident, found[index] as Classification),
    );
    const classified = { imported, categoryMap, words, ...(await decide(options, labelled)) };
    return { classified, beside: made };
  } finally {
    if (options.crew === undefined) crew.close();
  }
}

async function decide(
  options: LineOptions,
  labelled: readonly LabelledIncident[],
): Promise<Pick<Classified, 'labelled' | 'decisions' | 'decided'>> {
  const given = options.config.files.decisions ? await readDecisions(options.config.files.decisions) : [];
  const decided = applyDecisions(
    labelled,
    given.map(({ incidentId, school, code, decision, added, textMark }) => ({
      incident_id: incidentId,
      school: school ?? '',
      code: code ?? '',
      decision: added === null ? decision : `add:${added}`,
      text_mark: textMark ?? '',
    })),
  );
  return {
    labelled: decided.labelled,
    decisions: { confirmed: decided.confirmed, changed: decided.changed, outdated: decided.outdated.length },
    decided,
  };
}
