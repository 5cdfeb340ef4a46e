import { readSideTable, type SideRow } from './read-side-table.ts';

/** What a person decided on one doubtful label. */
export interface ReviewDecision {
  readonly incidentId: string;
  /** Null where the file has no school column or the cell is blank. */
  readonly school: string | null;
  /** The label in doubt; null where the row asked about none. */
  readonly code: string | null;
  readonly decision: 'keep' | 'remove' | 'add';
  /** For `add`, the label to give. */
  readonly added: string | null;
  /** Mark of the words that the person read, as `review` wrote it; null where the file has none. */
  readonly textMark: string | null;
  readonly line: number;
}

function readDecision(row: SideRow): ReviewDecision | null {
  const text = row.text('Decision').toLowerCase().replaceAll(/\s+/g, '');
  if (text === '') return null;
  const added = /^add:([a-z_]+(?:\.[a-z_]+)*)$/.exec(text)?.[1] ?? null;
  if (text !== 'keep' && text !== 'remove' && added === null) {
    row.refuse(
      'Decision',
      'is not a decision.',
      'Write keep, remove or add:CODE (such as add:bullying.verbal), or leave it blank.',
    );
  }
  return {
    incidentId: row.required('Incident ID'),
    school: row.optional('School'),
    code: row.optional('Code'),
    decision: added !== null ? 'add' : text === 'keep' ? 'keep' : 'remove',
    added,
    textMark: row.optional('Text Mark'),
    line: row.line,
  };
}

/** Reads decisions.csv as written by `review`; rows without a decision are passed over. */
export async function readDecisions(path: string): Promise<readonly ReviewDecision[]> {
  const rows = await readSideTable(path, {
    required: ['Incident ID', 'Decision'],
    optional: ['School', 'Code', 'Text Mark'],
  });
  return rows.map(readDecision).filter((decision) => decision !== null);
}
