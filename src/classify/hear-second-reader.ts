import type { Evidence } from '../incident/classification.ts';
import type { Candidate } from './candidate.ts';
import hintData from './data/hints.yaml';
import readerData from './data/second-reader.yaml';
import { kindOf, type LabelKind } from './label-kind.ts';
import { askPerson, findDraft, isTold, type LabelWork } from './label-work.ts';

/** How likely the second reader must find a label for each thing that it may do; 0 to 1. */
interface ReaderLimits {
  /** Confirms words that may mean it, from here on. */
  readonly confirms: number;
  /** Sends a record to a person that no word of ours says it of, from here on. */
  readonly asks: number;
  /** Doubts a label that the rules gave, below this. */
  readonly doubts: number;
  /** Doubts every label of a record that seems to deserve none, from here on. */
  readonly doubtsAll: number;
  /** The same where words of the narrative tell of something serious. */
  readonly doubtsTold: number;
  /** But not one that it finds at least this likely. */
  readonly keeps: number;
  /** Sums of what it finds likely, from which a record goes to the head of the queue, or near it. */
  readonly first: number;
  readonly soon: number;
  /** Words that a narrative must have for it to be heard: of a single sentence it knows less than the rules do. */
  readonly fewestWords: number;
}

const HINTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(hintData as Readonly<Record<string, string>>).map(([code, words]) => [
    code,
    new Set(words.split(' ')),
  ]),
);

const READER_LIMITS = readerData as ReaderLimits;

/** What the second reader found: how likely each label is, and that the record deserves none. */
export interface SecondOpinion {
  readonly kinds: readonly LabelKind[];
  /** In the order of `kinds`. */
  readonly likely: Float32Array;
  readonly none: number;
  /** The start of the labelled record most like this one that has the label of a place in `kinds`. */
  readonly findLike: (place: number) => string | null;
}

/** Stands as the rule of evidence that the second reader confirmed. */
const SECOND_READER = 'second_reader';

const NARRATIVE: Evidence = { field: 'narrative', start: 0, end: 0, text: '', rule: SECOND_READER };

/** Whether the record reads like one that deserves no label; where its words tell of something serious, surely so. */
function readsLikeNothing(work: LabelWork, none: number): boolean {
  return none >= (isTold(work) ? READER_LIMITS.doubtsTold : READER_LIMITS.doubtsAll);
}

function doubtLabels(work: LabelWork, { kinds, likely, none }: SecondOpinion): void {
  const isNothing = readsLikeNothing(work, none);
  work.drafts = work.drafts.filter(({ kind, evidence }) => {
    const place = kinds.indexOf(kind);
    if (place < 0) return true;
    const seems = likely[place] ?? 0;
    if (kind.is.counted && evidence.some(({ field }) => field !== 'narrative')) return true;
    if (isNothing ? seems >= READER_LIMITS.keeps : kind.is.response || seems >= READER_LIMITS.doubts)
      return true;
    if (!kind.is.response)
      askPerson(work, kind, evidence[0] ?? NARRATIVE, 'second_reader_doubts', kind.serious ? 3 : 1);
    return false;
  });
}

function mayMean({ kind, stop }: Candidate, wanted: LabelKind): boolean {
  if (stop !== null) return false;
  if (kind === wanted) return true;
  if (kind.is.soft) return kindOf(kind.meant).group === wanted.group;
  return kind.signal && (wanted.is.harm || wanted.serious) && kind.name.startsWith('~harm');
}

function findCue({ candidates, categories, answers }: LabelWork, kind: LabelKind): Evidence | null {
  const cue = candidates.find((candidate) => mayMean(candidate, kind));
  if (cue !== undefined) return answers.showEvidence(cue);
  const hint = HINTS.get(kind.name) ?? HINTS.get(kind.family);
  const word = hint === undefined ? null : answers.findWord(hint, SECOND_READER);
  if (word !== null) return word;
  const named = categories.find(({ meaning }) =>
    meaning.codes.some((code) => kindOf(code).group === kind.group),
  );
  return named?.evidence ?? null;
}

function confirmLabels(work: LabelWork, { kinds, likely, none, findLike }: SecondOpinion): void {
  if (none >= READER_LIMITS.doubtsAll) return;
  kinds.forEach((kind, place) => {
    // What the school did is what duties and returns rest on: no mere mention of it will do.
    if (kind.is.response || (likely[place] ?? 0) < READER_LIMITS.confirms) return;
    if (findDraft(work, kind) !== undefined) return;
    // What a negation or the like stopped stays stopped.
    if (work.candidates.some((candidate) => candidate.kind === kind && candidate.stop !== null)) return;
    const cue = findCue(work, kind);
    if (cue === null) return;
    const evidence = [{ ...cue, rule: SECOND_READER }];
    work.drafts.push({ kind, status: 'alleged', strength: 1, evidence });
    askPerson(work, kind, cue, 'second_reader_confirms', 1, findLike(place));
  });
}

/** Serious labels that it alone believes: the likelier they are together, the sooner a person should look. */
function askOfOthers(work: LabelWork, { kinds, likely, none, findLike }: SecondOpinion): void {
  if (none >= READER_LIMITS.doubtsAll) return;
  const missing = kinds
    .map((kind, place) => ({ kind, place, seems: likely[place] ?? 0 }))
    .filter(({ kind, seems }) => kind.serious && seems >= READER_LIMITS.asks)
    .filter(({ kind }) => findDraft(work, kind) === undefined);
  const sum = missing.reduce((total, { seems }) => total + seems, 0);
  const priority = sum >= READER_LIMITS.first ? 5 : sum >= READER_LIMITS.soon ? 4 : 3;
  for (const { kind, place } of missing)
    askPerson(work, kind, NARRATIVE, 'second_reader', priority, findLike(place));
}

/**
 * Lets the second reader have its say: it doubts what reads like no such thing, and confirms words that by themselves
 * prove nothing. What it alone believes goes to a person, never into a table.
 */
export function hearSecondReader(work: LabelWork, ask: () => SecondOpinion): void {
  if (work.answers.countWords() < READER_LIMITS.fewestWords) return;
  const opinion = ask();
  doubtLabels(work, opinion);
  confirmLabels(work, opinion);
  askOfOthers(work, opinion);
}
