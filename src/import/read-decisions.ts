import { suggestWord } from '../policy/suggest-word.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { readSideTable, type SideRow } from './read-side-table.ts';
import { refuseContradictions } from './refuse-contradictions.ts';

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

/** Refuses a code that no label has: the decision would be lost, and the person who made it would not know. */
function checkCode(row: SideRow, column: 'Code' | 'Decision', code: string, codes: readonly string[]): void {
  if (codes.includes(code)) return;
  const meant = suggestWord(code, codes);
  row.refuse(
    column,
    `names no label${meant === null ? '' : ` (did you mean '${meant}'?)`}.`,
    'Write a code as `termwise policy facts` lists them, such as bullying.verbal.',
  );
}

function readDecision(row: SideRow, codes: readonly string[]): ReviewDecision | null {
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
  const code = row.optional('Code');
  if (text === 'remove' && code === null)
    row.refuse(
      'Code',
      'where the label to remove is needed.',
      'Write its code, or leave the decision blank.',
    );
  if (added !== null) checkCode(row, 'Decision', added, codes);
  else if (code !== null) checkCode(row, 'Code', code, codes);
  return {
    incidentId: row.required('Incident ID'),
    school: row.optional('School'),
    code,
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
  const codes = readTaxonomy().labels.map(({ code }) => code);
  const decisions = rows.map((row) => readDecision(row, codes)).filter((decision) => decision !== null);
  refuseContradictions(path, decisions);
  return decisions;
}
