import type { Evidence } from '../incident/classification.ts';
import type { Candidate } from './candidate.ts';
import hintData from './data/hints.yaml';
import { kindOf, type LabelKind } from './label-kind.ts';
import { type FoundCategory, findDraft, type LabelDraft, type LabelWork } from './label-work.ts';
import { type LabelSigns, weighBelief } from './weigh-belief.ts';
import { createCompanyWeigher, SEEN_FROM } from './weigh-company.ts';

const HINTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(hintData as Readonly<Record<string, string>>).map(([code, words]) => [
    code,
    new Set(words.split(' ')),
  ]),
);

/** What the second reader found: how likely each label is, and that the record deserves none. */
export interface SecondOpinion {
  readonly kinds: readonly LabelKind[];
  /** In the order of `kinds`. */
  readonly likely: Float32Array;
  readonly none: number;
  /** The start of the labelled record most like this one that has the label of a place in `kinds`. */
  readonly findLike: (place: number) => string | null;
}

/** One label with what speaks for it. */
export interface WeighedLabel {
  readonly kind: LabelKind;
  readonly place: number;
  readonly draft: LabelDraft | undefined;
  /** Words that may mean it, where the rules do not give it. */
  readonly cue: Evidence | null;
  /** Whether that is a phrase that would mean it, and no single word. */
  readonly isPhrase: boolean;
  /** Whether a negation or the like stopped a rule for it. */
  readonly isStopped: boolean;
  /** How likely the second reader by itself finds it. */
  readonly seems: number;
  readonly belief: number;
}

/** Told of what speaks for each label of a record, before anything is decided: to learn from. */
export type SignsListener = (signs: readonly LabelSigns[]) => void;

/** All labels of a record that there is something in, and how likely it deserves none. */
export interface WeighedRecord {
  readonly weighed: readonly WeighedLabel[];
  readonly empty: number;
}

/** Stands as the rule of evidence that the second reader confirmed. */
export const SECOND_READER = 'second_reader';

function mayMean({ kind, stop }: Candidate, wanted: LabelKind): boolean {
  if (stop !== null) return false;
  if (kind === wanted) return true;
  if (kind.is.soft) return kindOf(kind.meant).group === wanted.group;
  return kind.signal && (wanted.is.harm || wanted.serious) && kind.name.startsWith('~harm');
}

const PEERS = kindOf('child_on_child');

interface Cue {
  readonly evidence: Evidence | null;
  readonly isPhrase: boolean;
}

const NO_CUE: Cue = { evidence: null, isPhrase: false };

function findCue({ candidates, categories, answers }: LabelWork, kind: LabelKind): Cue {
  const phrase = candidates.find((candidate) => mayMean(candidate, kind));
  if (phrase !== undefined) return { evidence: answers.showEvidence(phrase), isPhrase: true };
  const hint = HINTS.get(kind.name) ?? HINTS.get(kind.family);
  const word = hint === undefined ? null : answers.findWord(hint, SECOND_READER);
  if (word !== null) return { evidence: word, isPhrase: false };
  const pupil = kind === PEERS ? answers.findPupil(SECOND_READER) : null;
  if (pupil !== null) return { evidence: pupil, isPhrase: false };
  return { evidence: findNamed(categories, kind)?.evidence ?? null, isPhrase: false };
}

/** The first recorded category that names a label or something of its kind. */
function findNamed(categories: readonly FoundCategory[], { group }: LabelKind): FoundCategory | undefined {
  return categories.find(({ meaning }) => meaning.codes.some((code) => kindOf(code).group === group));
}

const weighCompany = createCompanyWeigher();

/**
 * Weighs how far each label of a record is believed, by what the rules found, what the second reader makes of it, and
 * what the labels say of each other; and how likely the record deserves none.
 */
export function weighLabels(
  work: LabelWork,
  { kinds, likely, none }: SecondOpinion,
  listen: SignsListener | undefined,
): WeighedRecord {
  const heard: LabelSigns[] = [];
  const seen: Omit<WeighedLabel, 'belief'>[] = [];
  for (let place = 0; place < kinds.length; place++) {
    const kind = kinds[place] as LabelKind;
    const draft = findDraft(work, kind);
    const seems = likely[place] as number;
    if (draft === undefined && seems < SEEN_FROM) continue;
    const cue = draft === undefined ? findCue(work, kind) : NO_CUE;
    const isStopped = work.candidates.some((candidate) => candidate.kind === kind && candidate.stop !== null);
    heard.push({
      kind,
      seems,
      none,
      strength: draft?.strength ?? 0,
      isByCategory: draft?.evidence.some(({ field }) => field === 'category') === true,
      isByText: draft?.evidence.some(({ field }) => field !== 'category') === true,
      evidence: draft?.evidence.length ?? 0,
      hasCue: cue.evidence !== null,
      hasPhrase: cue.isPhrase,
      isStopped,
      isNamed: findNamed(work.categories, kind) !== undefined,
    });
    seen.push({ kind, place, draft, cue: cue.evidence, isPhrase: cue.isPhrase, isStopped, seems });
  }
  listen?.(heard);
  const company = weighCompany(heard);
  return {
    weighed: seen.map((label, at) => ({
      ...label,
      belief: weighBelief(heard[at] as LabelSigns, company.of(label.kind)),
    })),
    empty: company.empty,
  };
}
