import { type CsvCell, writeCsv } from '../../import/write-csv.ts';
import type { LabelledIncident } from '../../incident/labelled-incident.ts';

const HEADER = ['incident_id', 'code', 'status', 'strength', 'field', 'text', 'rule'];

function* listLabels(labelled: readonly LabelledIncident[]): Iterable<readonly CsvCell[]> {
  for (const { incident, classification } of labelled) {
    for (const { code, status, strength, evidence } of classification.labels) {
      const first = evidence[0];
      yield [
        incident.id,
        code,
        status,
        strength,
        first?.field ?? null,
        first?.text ?? null,
        first?.rule ?? null,
      ];
    }
  }
}

/** One row a label, with the first of the words that decided; `classify --json` gives all of them. */
export function classifyCsv(labelled: readonly LabelledIncident[]): string {
  return writeCsv(HEADER, listLabels(labelled), { bom: true });
}
