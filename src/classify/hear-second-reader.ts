import type { Evidence, SuppressedLabel } from '../incident/classification.ts';
import readerData from './data/second-reader.yaml';
import type { LabelKind } from './label-kind.ts';
import { askPerson, findDraft, type LabelDraft, type LabelWork } from './label-work.ts';
import { OWN_RULE } from './own-rule.ts';
import {
  SECOND_READER,
  type SecondOpinion,
  type SignsListener,
  type WeighedLabel,
  weighLabels,
} from './weigh-labels.ts';

/** How far a label must be believed for each thing that may be done with it; 0 to 1. */
interface BeliefLimits {
  /** Stands, from here on: what the rules gave, or what they found words for that may mean it. */
  readonly gives: number;
  /** The same for a serious label: one that is overlooked costs more than one that a person takes back. */
  readonly givesSerious: number;
  /** The same where a single word may mean it and no phrase does. */
  readonly givesSeriousWord: number;
  /** What was done about it stands from here on, where the rules found only words that may mean it. */
  readonly givesDone: number;
  /** The same for a label that says of no kind what happened. */
  readonly givesBare: number;
  /** The same for what the recorded category and the text both say: the school and the rules against one reader. */
  readonly keepsAgreed: number;
  /** The same for a serious label: what a school recorded and its words say is hardly ever taken back. */
  readonly keepsAgreedSerious: number;
  /** The same for a serious label that the recorded category alone gives: the school's own statement. */
  readonly keepsRecorded: number;
  /** The same for a serious label that the rules gave: to drop one wrongly costs most. */
  readonly keepsSerious: number;
  /** The same for one whose words are sure by themselves. */
  readonly keepsSure: number;
  /** The same for any other label whose words are sure by themselves, and how surely a record deserves none to lose it. */
  readonly keepsPlain: number;
  readonly emptiesPlain: number;
  /** How sure the second reader must be for what a negation or the like stopped: it reads the rest of the record too. */
  readonly outweighs: number;
  /** Nothing stands in a record that is believed from here on to deserve no label. */
  readonly empties: number;
  /** The same where the school recorded something serious. */
  readonly emptiesRecorded: number;
  /** The same in a record too short for more to be heard of it, by the second reader alone. */
  readonly emptiesShort: number;
  /** The same for a serious label, a child's own trouble or what the school recorded: to drop one wrongly costs most. */
  readonly emptiesShortSerious: number;
  /** A serious label that does not stand goes to a person, from here on. */
  readonly asks: number;
  /** Sums of what is believed of serious labels that do not stand, from which a record goes to the head of the queue, or near it. */
  readonly first: number;
  readonly soon: number;
  /** Words that a narrative must have for it to be heard: of a single sentence it knows less than the rules do. */
  readonly fewestWords: number;
  /** The same where neither a category nor what was done stands beside them: it has learned from whole records. */
  readonly fewestWordsAlone: number;
  /** Words that it must have for anything to be given that the rules do not give. */
  readonly fewestWordsGiven: number;
  /** Words that it must have for what the school recorded, or serious words that are sure, to be taken back. */
  readonly fewestWordsRecorded: number;
  /** Words that it must have for its labels to be taken back, where it is too short to be heard of each. */
  readonly fewestWordsEmptied: number;
}

const LIMITS = readerData as BeliefLimits;

/** Asks the second reader about the record at hand. */
export interface SecondHearing {
  readonly ask: () => SecondOpinion;
  /** Only how likely the record deserves no label. */
  readonly askNone: () => number;
}

/** Why a label of the rules is not given, and what a person is asked of it. */
const DOUBTED = 'second_reader_doubts';

/** Strength of rules whose words are sure by themselves. */
const SURE = 3;

const NARRATIVE: Evidence = { field: 'narrative', start: 0, end: 0, text: '', rule: SECOND_READER };

/** Whether a label stands whatever is believed: the school counts it by recording it so, or wrote the rule itself. */
function isSchools({ kind, evidence }: LabelDraft): boolean {
  return evidence.some(
    ({ field, rule }) => rule.startsWith(OWN_RULE) || (kind.is.counted && field !== 'narrative'),
  );
}

/** Whether the recorded category says it. */
function isRecorded({ evidence }: LabelDraft): boolean {
  return evidence.some(({ field }) => field === 'category');
}

/** Whether the recorded category and the text both say it. */
function isAgreed(draft: LabelDraft): boolean {
  return isRecorded(draft) && draft.evidence.some(({ field }) => field !== 'category');
}

/** Whether the words of a label are sure by themselves. */
function isPlain(draft: LabelDraft | undefined): boolean {
  return draft?.strength === SURE;
}

/** Whether there is enough of a record for the second reader to know better than the school that recorded it. */
function isLong({ answers }: LabelWork): boolean {
  return answers.countWords() >= LIMITS.fewestWordsRecorded;
}

/** Whether the school recorded it, and it is serious: its own statement, which a text that says little does not take back. */
function isGravelyRecorded(draft: LabelDraft): boolean {
  return draft.kind.serious && isRecorded(draft);
}

/** Whether the record deserves no label as far as can be seen; never where school and text agree on something serious. */
function isEmpty({ drafts }: LabelWork, empty: number): boolean {
  if (drafts.some((draft) => draft.kind.serious && isAgreed(draft))) return false;
  return empty >= (drafts.some(isGravelyRecorded) ? LIMITS.emptiesRecorded : LIMITS.empties);
}

/** From which belief on a label stands. */
function findLimit({ kind, draft, isPhrase }: WeighedLabel): number {
  if (draft === undefined) {
    if (kind.serious) return isPhrase ? LIMITS.givesSerious : LIMITS.givesSeriousWord;
    if (kind.is.bare) return LIMITS.givesBare;
    return kind.is.response ? LIMITS.givesDone : LIMITS.gives;
  }
  const { serious } = draft.kind;
  if (isAgreed(draft)) return serious ? LIMITS.keepsAgreedSerious : LIMITS.keepsAgreed;
  if (!serious) return isPlain(draft) ? LIMITS.keepsPlain : LIMITS.gives;
  if (isGravelyRecorded(draft)) return LIMITS.keepsRecorded;
  return isPlain(draft) ? LIMITS.keepsSure : LIMITS.keepsSerious;
}

/** Takes back a label of the rules, and asks a person of it unless it is only what was done. */
function takeBack(work: LabelWork, draft: LabelDraft, chance: number): SuppressedLabel {
  const { kind, evidence } = draft;
  work.drafts = work.drafts.filter((other) => other !== draft);
  if (!kind.is.response)
    askPerson(work, kind, evidence[0] ?? NARRATIVE, DOUBTED, kind.serious ? 3 : 1, null, chance);
  return { code: kind.name, reason: DOUBTED, evidence };
}

/** Decides one label; gives it back where the rules gave it and it is not believed. */
function decideLabel(
  work: LabelWork,
  label: WeighedLabel,
  isNothing: boolean,
  empty: number,
  { findLike }: SecondOpinion,
): readonly SuppressedLabel[] {
  const { kind, place, draft, cue, belief } = label;
  const isEmptied = isNothing && !(isPlain(draft) && empty < LIMITS.emptiesPlain);
  const isBelieved = !isEmptied && belief >= findLimit(label);
  if (draft !== undefined) {
    const stands =
      isBelieved || isSchools(draft) || (!isLong(work) && (isRecorded(draft) || isSurelySerious(draft)));
    return stands ? [] : [takeBack(work, draft, kind.serious ? belief : 0)];
  }
  const isOutweighed = label.isStopped && label.seems < LIMITS.outweighs;
  const isTold = work.answers.countWords() >= LIMITS.fewestWordsGiven;
  if (!isBelieved || isOutweighed || cue === null || kind.is.owed || !isTold) return [];
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

/** Whether a category or what was done stands beside the narrative. */
function isBeside({ answers }: LabelWork): boolean {
  return answers.tellsCategory() || answers.tellsAction();
}

/** Whether there is enough of a record for the second reader to know better than the rules. */
function isWhole(work: LabelWork): boolean {
  return work.answers.countWords() >= (isBeside(work) ? LIMITS.fewestWords : LIMITS.fewestWordsAlone);
}

/** Whether it is serious or counted for authorities, and either recorded or told in words that are sure by themselves. */
function isSurelySerious(draft: LabelDraft): boolean {
  const { kind, strength } = draft;
  const isGrave = kind.serious || kind.is.counted;
  return isGrave && (strength === SURE || isRecorded(draft));
}

/** Whether it is something that was done, by what the record says was done. */
function isDone({ kind, evidence }: LabelDraft): boolean {
  return kind.is.response && evidence.some(({ field }) => field === 'action');
}

/**
 * Takes back the labels of a short record in which the second reader sees nothing; never what category and text both
 * say, what is serious and recorded or in sure words, nor what the action says was done. `See form.` says nothing against
 * its category.
 */
function emptyShort(work: LabelWork, { ask, askNone }: SecondHearing): readonly SuppressedLabel[] {
  if (!isBeside(work) || work.answers.countWords() < LIMITS.fewestWordsEmptied) return [];
  const unsure = work.drafts.filter(
    (draft) => !isSchools(draft) && !isAgreed(draft) && !isSurelySerious(draft) && !isDone(draft),
  );
  if (unsure.length === 0) return [];
  const empty = askNone();
  const emptied = unsure.filter((draft) => {
    const { kind } = draft;
    const isGrave = kind.serious || kind.is.welfare || isRecorded(draft) || isPlain(draft);
    return empty >= (isGrave ? LIMITS.emptiesShortSerious : LIMITS.emptiesShort);
  });
  // Hardly any is as empty as that: only then is the rest of the opinion worked out.
  if (emptied.length === 0) return [];
  const { kinds, likely } = ask();
  const chanceOf = (kind: LabelKind): number => (kind.serious ? (likely[kinds.indexOf(kind)] ?? 0) : 0);
  return emptied.map((draft) => takeBack(work, draft, chanceOf(draft.kind)));
}

/**
 * Lets the second reader have its say: together with what the rules found it decides how far each label is believed.
 * It confirms words that by themselves prove nothing, and doubts what reads like no such thing. What it alone believes
 * goes to a person, never into a table. Returns the labels of the rules that it takes back.
 */
export function hearSecondReader(
  work: LabelWork,
  hearing: SecondHearing,
  listen?: SignsListener,
): readonly SuppressedLabel[] {
  if (!isWhole(work)) return emptyShort(work, hearing);
  const opinion = hearing.ask();
  const { weighed, empty } = weighLabels(work, opinion, listen);
  const isNothing = isEmpty(work, empty);
  const dropped = weighed.flatMap((label) => decideLabel(work, label, isNothing, empty, opinion));
  askOfOthers(work, weighed, opinion);
  return dropped;
}
