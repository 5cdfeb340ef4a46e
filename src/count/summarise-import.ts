import type { ImportSummary } from '../incident/analysis.ts';
import type { FileAudit } from '../incident/import-audit.ts';
import type { IncidentKind } from '../incident/incident.ts';
import { countBy } from './count-by.ts';

const KINDS: readonly IncidentKind[] = ['behaviour', 'positive', 'safeguarding', 'accident', 'uncategorised'];

/**
 * Adds up what became of every row of all files. The equation of each file holds for the sum: accepted rows =
 * distinct incidents + exact duplicates + linked pupils + superseded.
 */
export function summariseImport(audits: readonly FileAudit[]): ImportSummary {
  const sum = (of: (audit: FileAudit) => number): number =>
    audits.reduce((total, audit) => total + of(audit), 0);
  return {
    data_records: sum((audit) => audit.dataRecords),
    accepted_rows: sum((audit) => audit.acceptedRows),
    rejected_rows: sum((audit) => audit.rejectedRows),
    exact_duplicate: sum((audit) => audit.mergedRows.exactDuplicate),
    linked_pupil: sum((audit) => audit.mergedRows.linkedPupil),
    superseded: sum((audit) => audit.mergedRows.superseded),
    distinct_incidents: sum((audit) => audit.distinctIncidents),
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, sum((audit) => audit.kinds[kind])])) as Record<
      IncidentKind,
      number
    >,
    rejected_by_code: countBy(
      audits.flatMap(({ problems }) =>
        problems.filter(({ severity }) => severity === 'rejected').map(({ code }) => code),
      ),
    ),
    warnings: audits.flatMap(({ warnings }) => warnings),
  };
}
