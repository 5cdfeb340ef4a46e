import type { Evidence } from '../../incident/classification.ts';
import type { LabelledIncident } from '../../incident/labelled-incident.ts';

const copyEvidence = ({ field, start, end, text, rule }: Evidence) => ({ field, start, end, text, rule });

/** What `classify --json` prints of one incident: keys and meanings are fixed. */
export function classifyJson({
  incident,
  classification,
}: LabelledIncident): Readonly<Record<string, unknown>> {
  return {
    incident_id: incident.id,
    date: incident.date,
    labels: classification.labels.map(({ code, status, strength, evidence }) => ({
      code,
      status,
      strength,
      evidence: evidence.map(copyEvidence),
    })),
    suppressed: classification.suppressed.map(({ code, reason, evidence }) => ({
      code,
      reason,
      evidence: evidence.map(copyEvidence),
    })),
    review: classification.review.map(({ reason, code, priority, field, start, end }) => ({
      reason,
      code,
      priority,
      field,
      start,
      end,
    })),
  };
}
