import type { Evidence, LabelStatus } from '../incident/classification.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';

/** What `classify --json` prints of one incident: keys and their meaning are fixed. */
export interface ClassificationRecord {
  readonly incident_id: string;
  readonly date: string;
  readonly labels: readonly {
    readonly code: string;
    readonly status: LabelStatus;
    readonly strength: number;
    readonly evidence: readonly Evidence[];
  }[];
  readonly suppressed: readonly {
    readonly code: string;
    readonly reason: string;
    readonly evidence: readonly Evidence[];
  }[];
  readonly review: readonly {
    readonly reason: string;
    readonly priority: number;
    readonly field: Evidence['field'];
    readonly start: number;
    readonly end: number;
    readonly code: string | null;
  }[];
}

const copyEvidence = ({ field, start, end, text, rule }: Evidence): Evidence => ({
  field,
  start,
  end,
  text,
  rule,
});

/** One incident with its labels as `classify --json` writes it; slurs in the words shown are masked. */
export function describeClassification({ incident, classification }: LabelledIncident): ClassificationRecord {
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
    review: classification.review.map(({ reason, priority, field, start, end, code }) => ({
      reason,
      priority,
      field,
      start,
      end,
      code,
    })),
  };
}
