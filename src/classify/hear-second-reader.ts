import type { Evidence, SuppressedLabel } from '../incident/classification.ts';
import type { Candidate } from './candidate.ts';
import hintData from './data/hints.yaml';
import readerData from './data/second-reader.yaml';
import { kindOf, type LabelKind } from './label-kind.ts';
import { askPerson, type FoundCategory, findDraft, type LabelDraft, type LabelWork } from './label-work.ts';
import { OWN_RULE } from './own-rule.ts';
import { type LabelSigns, weighBelief } from './weigh-belief.ts';
import { createCompanyWeigher, SEEN_FROM } from './weigh-company.ts';

/** How far a label must be believed for each thing that may be done with it; 0 to 1. */
interface BeliefLimits {
  /** Stands, from here on: what the rules gave, or what they found words for that may mean it. */
  readonly gives: number;
  /** What was done about it stands from here on, where the rules found only words that may mean it. */
  readonly givesDone: number;
  /** The same for what the recorded category and the text both say: the school and the rules against one reader. */
  readonly keepsAgreed: number;
  /** The same for a serious label that the rules gave: to drop one wrongly costs most. */
  readonly keepsSerious: number;
  /** The same for one whose words are sure by themselves. */
  readonly keepsSure: number;
  /** Nothing stands in a record that is believed from here on to deserve no label. */
  readonly empties: number;
  /** A serious label that does not stand goes to a person, from here on. */
  readonly asks: number;
  /** Sums of what is believed of serious labels that do not stand, from which a record goes to the head of the queue, or near it. */
  readonly first: number;
  readonly soon: number;
  /** Words that a narrative must have for it to be heard: of a single sentence it knows less than the rules do. */
  readonly fewestWords: number;
  /** The same where neither a category nor what was done stands beside them: it has learned from whole records. */
  readonly fewestWordsAlone: number;
}

const HINTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(hintData as Readonly<Record<string, string>>).map(([code, words]) => [
    code,
    new Set(words.split(' ')),
  ]),
);

const LIMITS = readerData as BeliefLimits;

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
interface WeighedLabel {
  readonly kind: LabelKind;
  readonly place: number;
  readonly draft: LabelDraft | undefined;
  /** Words that may mean it, where the rules do not give it. */
  readonly cue: Evidence | null;
  readonly belief: number;
}

/** Told of what speaks for each label of a record, before anything is decided: to learn from. */
export type SignsListener = (signs: readonly LabelSigns[]) => void;

/** Stands as the rule of evidence that the second reader confirmed. */
const SECOND_READER = 'second_reader';

/** Why a label of the rules is not given, and what a person is asked of it. */
const DOUBTED = 'second_reader_doubts';

/** Strength of rules whose words are sure by themselves. */
const SURE = 3;

const NARRATIVE: Evidence = { field: 'narrative', start: 0, end: 0, text: '', rule: SECOND_READER };

function mayMean({ kind, stop }: Candidate, wanted: LabelKind): boolean {
  if (stop !== null) return false;
  if (kind === wanted) return true;
  if (kind.is.soft) return kindOf(kind.meant).group === wanted.group;
  return kind.signal && (wanted.is.harm || wanted.serious) && kind.name.startsWith('~harm');
}

function findCue(
  { candidates, categories, answers }: LabelWork,
  kind: LabelKind,
): { readonly evidence: Evidence | null; readonly isPhrase: boolean } {
  const phrase = candidates.find((candidate) => mayMean(candidate, kind));
  if (phrase !== undefined) return { evidence: answers.showEvidence(phrase), isPhrase: true };
  const hint = HINTS.get(kind.name) ?? HINTS.get(kind.family);
  const word = hint === undefined ? null : answers.findWord(hint, SECOND_READER);
  if (word !== null) return { evidence: word, isPhrase: false };
  return { evidence: findNamed(categories, kind)?.evidence ?? null, isPhrase: false };
}

/** The first recorded category that names a label or something of its kind. */
function findNamed(categories: readonly FoundCategory[], { group }: LabelKind): FoundCategory | undefined {
  return categories.find(({ meaning }) => meaning.codes.some((code) => kindOf(code).group === group));
}

const weighCompany = createCompanyWeigher();

function weighLabels(
  work: LabelWork,
  { kinds, likely, none }: SecondOpinion,
  listen: SignsListener | undefined,
): { readonly weighed: readonly WeighedLabel[]; readonly empty: number } {
  const heard: LabelSigns[] = [];
  const weighed = kinds.flatMap((kind, place): Omit<WeighedLabel, 'belief'>[] => {
    const draft = findDraft(work, kind);
    const seems = likely[place] ?? 0;
    if (draft === undefined && seems < SEEN_FROM) return [];
    const cue = draft === undefined ? findCue(work, kind) : { evidence: null, isPhrase: false };
    const signs: LabelSigns = {
      kind,
      seems,
      none,
      strength: draft?.strength ?? 0,
      isByCategory: draft?.evidence.some(({ field }) => field === 'category') === true,
      isByText: draft?.evidence.some(({ field }) => field !== 'category') === true,
      evidence: draft?.evidence.length ?? 0,
      hasCue: cue.evidence !== null,
      hasPhrase: cue.isPhrase,
      isStopped: work.candidates.some((candidate) => candidate.kind === kind && candidate.stop !== null),
      isNamed: findNamed(work.categories, kind) !== undefined,
    };
    heard.push(signs);
    // What a negation or the like stopped stays stopped.
    return [{ kind, place, draft, cue: signs.isStopped ? null : cue.evidence }];
  });
  listen?.(heard);
  const company = weighCompany(heard);
  return {
    weighed: weighed.map((label, at) => ({
      ...label,
      belief: weighBelief(heard[at] as LabelSigns, company.of(label.kind)),
    })),
    empty: company.empty,
  };
}

/** Whether a label stands whatever is believed: the school counts it by recording it so, or wrote the rule itself. */
function isSchools({ kind, evidence }: LabelDraft): boolean {
  return evidence.some(
    ({ field, rule }) => rule.startsWith(OWN_RULE) || (kind.is.counted && field !== 'narrative'),
  );
}

/** Whether the recorded category and the text both say it. */
function isAgreed({ evidence }: LabelDraft): boolean {
  return (
    evidence.some(({ field }) => field === 'category') && evidence.some(({ field }) => field !== 'category')
  );
}

/** Whether the record deserves no label as far as can be seen; never where school and text agree on something serious. */
function isEmpty({ drafts }: LabelWork, empty: number): boolean {
  return empty >= LIMITS.empties && !drafts.some((draft) => draft.kind.serious && isAgreed(draft));
}

/** From which belief on a label stands. */
function findLimit(kind: LabelKind, draft: LabelDraft | undefined): number {
  if (draft === undefined) return kind.is.response ? LIMITS.givesDone : LIMITS.gives;
  if (isAgreed(draft)) return LIMITS.keepsAgreed;
  if (!draft.kind.serious) return LIMITS.gives;
  return draft.strength === SURE ? LIMITS.keepsSure : LIMITS.keepsSerious;
}

/** Decides one label; gives it back where the rules gave it and it is not believed. */
function decideLabel(
  work: LabelWork,
  label: WeighedLabel,
  isNothing: boolean,
  { findLike }: SecondOpinion,
): readonly SuppressedLabel[] {
  const { kind, place, draft, cue, belief } = label;
  const isBelieved = !isNothing && belief >= findLimit(kind, draft);
  if (draft !== undefined) {
    if (isBelieved || isSchools(draft)) return [];
    work.drafts = work.drafts.filter((other) => other !== draft);
    if (!kind.is.response)
      askPerson(
        work,
        kind,
        draft.evidence[0] ?? NARRATIVE,
        DOUBTED,
        kind.serious ? 3 : 1,
        null,
        kind.serious ? belief : 0,
      );
    return [{ code: kind.name, reason: DOUBTED, evidence: draft.evidence }];
  }
  if (!isBelieved || cue === null || kind.is.owed) return [];
  work.drafts.push({ kind, status: 'alleged', strength: 1, evidence: [{ ...cue, rule: SECOND_READER }] });
  askPerson(work, kind, cue, 'second_reader_confirms', 1, findLike(place));
  return [];
}

/** Serious labels that are not given although there is something in them: the more, the sooner a person should look. */
function askOfOthers(work: LabelWork, weighed: readonly WeighedLabel[], { findLike }: SecondOpinion): void {
  const missing = weighed.filter(
    ({ kind, belief }) => kind.serious && belief >= LIMITS.asks && findDraft(work, kind) === undefined,
  );
  const sum = missing.reduce((total, { belief }) => total + belief, 0);
  const priority = sum >= LIMITS.first ? 5 : sum >= LIMITS.soon ? 4 : 3;
  for (const { kind, place, belief, draft } of missing)
    if (draft === undefined)
      askPerson(work, kind, NARRATIVE, 'second_reader', priority, findLike(place), belief);
}

/** Whether there is enough of a record for the second reader to know better than the rules. */
function isWhole({ answers, categories }: LabelWork): boolean {
  const isAlone = categories.length === 0 && !answers.tellsAction();
  return answers.countWords() >= (isAlone ? LIMITS.fewestWordsAlone : LIMITS.fewestWords);
}

/**
 * Lets the second reader have its say: together with what the rules found it decides how far each label is believed.
 * It confirms words that by themselves prove nothing, and doubts what reads like no such thing. What it alone believes
 * goes to a person, never into a table. Returns the labels of the rules that it takes back.
 */
export function hearSecondReader(
  work: LabelWork,
  ask: () => SecondOpinion,
  listen?: SignsListener,
): readonly SuppressedLabel[] {
  if (!isWhole(work)) return [];
  const opinion = ask();
  const { weighed, empty } = weighLabels(work, opinion, listen);
  const isNothing = isEmpty(work, empty);
  const dropped = weighed.flatMap((label) => decideLabel(work, label, isNothing, opinion));
  askOfOthers(work, weighed, opinion);
  return dropped;
}
