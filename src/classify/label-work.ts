import type { Evidence, LabelStatus, ReviewReason } from '../incident/classification.ts';
import type { CategoryMeaning } from '../policy/category-map.ts';
import type { Candidate } from './candidate.ts';
import type { Target } from './find-target.ts';
import { kindOf, type LabelKind } from './label-kind.ts';
import type { Wanted } from './read-rule.ts';

/** A recorded category that the map knows, with its place in the category text. */
export interface FoundCategory {
  readonly meaning: CategoryMeaning;
  readonly evidence: Evidence;
}

/** What the decision may ask of the record that is being read. */
export interface RecordAnswers {
  readonly showEvidence: (candidate: Candidate) => Evidence;
  /** The cue that stopped a candidate, if it was one. */
  readonly showCue: (candidate: Candidate) => Evidence | null;
  readonly target: (candidate: Candidate, near: boolean) => Target;
  /** At whom the record as a whole is aimed, for labels that rest on the category. */
  readonly targetOfRecord: () => Target;
  readonly isReported: (candidate: Candidate) => boolean;
  /** Whether the text names or stands for a member of staff. */
  readonly namesStaff: () => boolean;
  /** Whether the words of a candidate name a child, rather than a pronoun or initials. */
  readonly namesChild: (candidate: Candidate) => boolean;
  /** The first word of narrative or action that is one of those wanted. */
  readonly findWord: (wanted: ReadonlySet<string>, rule: string) => Evidence | null;
  /** The first pupil whom narrative or action names. */
  readonly findPupil: (rule: string) => Evidence | null;
  /** Classes of the words of the record, with their fields. */
  readonly listClasses: () => readonly string[];
  /** Number of the sentence of a token. */
  readonly sentence: (token: number) => number;
  /** Words of the narrative. */
  readonly countWords: () => number;
  /** Whether a category and some sentences are recorded. */
  readonly isNoted: () => boolean;
  /** Whether a category is recorded, known or not. */
  readonly tellsCategory: () => boolean;
  /** Whether a word was written of what was done. */
  readonly tellsAction: () => boolean;
  /** Whether the narrative tells enough that what the category says ought to show in it. */
  readonly isToldAtLength: () => boolean;
  /** Whether anything speaks against taking the category at its word. */
  readonly isDoubtful: () => boolean;
  /** How much speaks against there having been an incident, and the words that say so most plainly. */
  readonly weighNoIncident: () => { readonly points: number; readonly said: Evidence | null };
}

/** A label that is being given. */
export interface LabelDraft {
  readonly kind: LabelKind;
  status: LabelStatus;
  strength: 1 | 2 | 3;
  readonly evidence: Evidence[];
}

/** The labels of one record in the making. Lists, because a record has few of anything. */
export interface LabelWork {
  readonly answers: RecordAnswers;
  readonly candidates: readonly Candidate[];
  readonly categories: readonly FoundCategory[];
  drafts: LabelDraft[];
  readonly signals: LabelKind[];
  review: ReviewReason[];
  /** How much of what counts is likely missing from the record (note-missing.ts). */
  missing: number;
}

const MOST_EVIDENCE = 6;

/** The draft of a label, if it is being given. */
export function findDraft({ drafts }: LabelWork, kind: LabelKind): LabelDraft | undefined {
  for (const draft of drafts) if (draft.kind === kind) return draft;
  return undefined;
}

/** Takes a label back. */
export function dropDraft(work: LabelWork, kind: LabelKind): void {
  work.drafts = work.drafts.filter((draft) => draft.kind !== kind);
}

/** Gives a label, or puts further evidence to it: what is stated outweighs what is only said by somebody. */
export function addLabel(
  work: LabelWork,
  kind: LabelKind,
  strength: 1 | 2 | 3,
  evidence: Evidence,
  isReported = false,
): void {
  const known = findDraft(work, kind);
  if (known === undefined) {
    const status = isReported ? 'alleged' : 'observed';
    work.drafts.push({ kind, status, strength, evidence: [evidence] });
    return;
  }
  if (strength > known.strength) known.strength = strength;
  if (!isReported) known.status = 'observed';
  for (const { field, start, end } of known.evidence)
    if (start === evidence.start && end === evidence.end && field === evidence.field) return;
  if (known.evidence.length < MOST_EVIDENCE) known.evidence.push(evidence);
}

/** Whether a label or signal is there that a rule asks for. */
export function holds(work: LabelWork, wanted: readonly Wanted[]): boolean {
  for (const { kind, start } of wanted) {
    for (const draft of work.drafts)
      if (draft.kind === kind || (start !== null && draft.kind.name.startsWith(start))) return true;
    for (const signal of work.signals)
      if (signal === kind || (start !== null && signal.name.startsWith(start))) return true;
  }
  return false;
}

/** The first candidate for a label that nothing stops. */
export function findFree({ candidates }: LabelWork, kind: LabelKind): Candidate | undefined {
  for (const candidate of candidates)
    if (candidate.kind === kind && candidate.stop === null) return candidate;
  return undefined;
}

/** Sends a label to a person. */
export function askPerson(
  { review }: LabelWork,
  kind: LabelKind,
  { field, start, end }: Evidence,
  reason: string,
  priority: number,
  like: string | null = null,
): void {
  const asked: ReviewReason = { reason, code: kind.name, priority, field, start, end };
  review.push({ ...asked, ...(like === null ? {} : { like }) });
}

/** Whether a recorded category gives a label, or what a label says or something of its kind. */
export function categoryAgrees({ categories }: LabelWork, { group }: LabelKind): boolean {
  return categories.some(
    ({ meaning }) =>
      meaning.nature !== 'context' && meaning.codes.some((code) => kindOf(code).group === group),
  );
}

/** Whether the record has no label but for what the school did. */
export function tellsNothing({ drafts }: LabelWork): boolean {
  return drafts.every(({ kind }) => kind.is.response);
}

/** Whether the record tells of harm. */
export function hasHarm({ drafts }: LabelWork): boolean {
  for (const { kind } of drafts) if (kind.is.harm) return true;
  return false;
}
