import type { ReviewReason } from '../../incident/classification.ts';
import type { LabelledIncident } from '../../incident/labelled-incident.ts';
import { readTaxonomy } from '../../policy/taxonomy.ts';
import { sayReason } from './status-words.ts';
import { type Cell, writeCsv } from './write-csv.ts';

const HEADER = [
  'Incident ID',
  'Date',
  'Priority',
  'Why',
  'Code',
  'Label',
  'Words',
  'Category',
  'Narrative',
  'Action',
  'Decision',
];

interface Doubt {
  readonly labelled: LabelledIncident;
  readonly reason: ReviewReason;
}

/** Doubts most in need of a person first; within a priority by date and id, so that the order never changes. */
function rankDoubts(labelled: readonly LabelledIncident[]): readonly Doubt[] {
  const doubts = labelled.flatMap((one) =>
    one.classification.review.map((reason) => ({ labelled: one, reason })),
  );
  return doubts.sort(
    (one, other) =>
      other.reason.priority - one.reason.priority ||
      compare(one.labelled.incident.date, other.labelled.incident.date) ||
      compare(one.labelled.incident.id, other.labelled.incident.id),
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function writeDoubt({ labelled, reason }: Doubt, titles: ReadonlyMap<string, string>): readonly Cell[] {
  const { incident } = labelled;
  const texts = { category: incident.categoryText, narrative: incident.narrative, action: incident.action };
  return [
    incident.id,
    incident.date,
    reason.priority,
    sayReason(reason.reason),
    reason.code,
    reason.code === null ? null : (titles.get(reason.code) ?? reason.code),
    texts[reason.field].slice(reason.start, reason.end),
    incident.categoryText,
    incident.narrative,
    incident.action,
    null,
  ];
}

/**
 * The doubtful labels, ranked, with the words and a blank Decision column: `keep`, `remove` or `add:CODE`. Given
 * back with `--decisions`.
 */
export function* reviewCsv(labelled: readonly LabelledIncident[]): Iterable<string> {
  const titles = new Map(readTaxonomy().labels.map(({ code, title }) => [code, title]));
  yield* writeCsv(
    HEADER,
    rankDoubts(labelled).map((doubt) => writeDoubt(doubt, titles)),
  );
}
