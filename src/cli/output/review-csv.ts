import type { SchoolKnowledge } from '../../classify/compile-rules.ts';
import { rankReview } from '../../classify/rank-review.ts';
import { writeCsv } from '../../import/write-csv.ts';
import type { LabelledIncident } from '../../incident/labelled-incident.ts';

const HEADER = [
  'rank',
  'school',
  'incident_id',
  'date',
  'category',
  'code',
  'label',
  'why',
  'words',
  'excerpt',
  'decision',
  'text_mark',
] as const;

/** The doubtful labels as a CSV file for Excel, with a blank decision column, and how many there are. */
export function reviewCsv(
  labelled: readonly LabelledIncident[],
  own: SchoolKnowledge = {},
): {
  readonly text: string;
  readonly rows: number;
} {
  const rows = rankReview(labelled, undefined, own);
  const cells = rows.map((row) => HEADER.map((name) => row[name]));
  return { text: writeCsv(HEADER, cells, { bom: true }), rows: rows.length };
}
