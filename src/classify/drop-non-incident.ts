import type { Evidence, SuppressedLabel } from '../incident/classification.ts';
import { askPerson, categoryAgrees, type LabelDraft, type LabelWork } from './label-work.ts';
import { isTurned } from './turned-rule.ts';

/** Points from which a record is taken to tell of no incident, and from which what is weak in it is not believed. */
const ENOUGH = 4;
/** The same where the narrative itself tells of harm to somebody. */
const ENOUGH_TOLD = 5;
const DOUBTFUL = 3;
/** The same for what the category alone says. */
const DOUBTFUL_CATEGORY = 2;

/** Asked of a label that stands because it was recorded, in a record that tells of no incident. */
export const RECORDED = 'recorded_but_untold';

/** What a record that tells of no incident loses. */
export interface NonIncident {
  readonly points: number;
  readonly isSure: boolean;
  readonly dropped: readonly SuppressedLabel[];
}

/** Whether the school counts a label by recording it so. */
function isRecorded({ kind, evidence }: LabelDraft): boolean {
  return kind.is.counted && evidence.some(({ field }) => field === 'category');
}

/** Whether a label stands although the record tells of no incident: it is no part of one, or the action says it was done. */
function stands({ kind, evidence }: LabelDraft): boolean {
  if (kind.is.stands) return !kind.is.unsure || evidence.some(({ field }) => field !== 'category');
  return kind.is.response && evidence.some(({ field }) => field === 'action');
}

/** Whether a label rests on the category alone, or on one phrase with which the category does not agree. */
function isWeak(work: LabelWork, { kind, evidence }: LabelDraft, points: number): boolean {
  if (kind.is.response) return false;
  if (evidence.every(({ field }) => field === 'category')) return true;
  if (points < DOUBTFUL || kind.serious) return false;
  return (
    evidence.length === 1 && evidence[0]?.rule.startsWith('event.') !== true && !categoryAgrees(work, kind)
  );
}

function tellsHarm({ drafts }: LabelWork): boolean {
  return drafts.some(
    ({ kind, evidence }) => kind.is.harm && evidence.some(({ field }) => field === 'narrative'),
  );
}

function overlaps(one: Evidence, other: Evidence): boolean {
  return one.field === other.field && one.start < other.end && other.start < one.end;
}

/**
 * Takes back the labels of a record that tells, as a whole, of no incident, and weak ones where it may. What it says of
 * an accident, of good behaviour or of a child's welfare stands, and so does what the action says was done. Serious
 * ones go to a person.
 */
export function dropNonIncident(work: LabelWork): NonIncident {
  const { points, said } = work.answers.weighNoIncident();
  const isSure = said !== null && points >= (tellsHarm(work) ? ENOUGH_TOLD : ENOUGH);
  if (said === null || points < DOUBTFUL_CATEGORY) return { points, isSure, dropped: [] };
  const dropped: SuppressedLabel[] = [];
  work.drafts = work.drafts.filter((draft) => {
    const [first] = draft.evidence;
    if (first !== undefined && isSure && isRecorded(draft)) {
      // What governors and authorities count is not taken back by reading: a person says whether it was here and now.
      askPerson(work, draft.kind, first, RECORDED, 3);
      return true;
    }
    if (first === undefined || stands(draft) || isRecorded(draft) || !(isSure || isWeak(work, draft, points)))
      return true;
    // `Pretended to have a fit` is no play where it is itself what was done to somebody.
    if (draft.kind.is.harm && overlaps(first, said)) return true;
    if (draft.evidence.some(({ rule }) => isTurned(rule))) return true;
    dropped.push({ code: draft.kind.name, reason: 'no_incident', evidence: [first, said] });
    if (draft.kind.serious) askPerson(work, draft.kind, first, 'suppressed_no_incident', 2);
    return false;
  });
  return { points, isSure, dropped };
}
