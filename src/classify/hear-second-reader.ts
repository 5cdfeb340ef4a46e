import type { Evidence, SuppressedLabel } from '../incident/classification.ts';
import { askOfMissing } from './ask-of-missing.ts';
import { LIMITS } from './belief-limits.ts';
import { listImplied } from './close-labels.ts';
import { askPerson, type LabelDraft, type LabelWork } from './label-work.ts';
import { noteMissing } from './note-missing.ts';
import { OWN_RULE } from './own-rule.ts';
import {
  SECOND_READER,
  type SecondOpinion,
  type SignsListener,
  type WeighedLabel,
  weighLabels,
} from './weigh-labels.ts';

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
function takeBack(work: LabelWork, draft: LabelDraft): SuppressedLabel {
  const { kind, evidence } = draft;
  work.drafts = work.drafts.filter((other) => other !== draft);
  if (!kind.is.response) askPerson(work, kind, evidence[0] ?? NARRATIVE, DOUBTED, kind.serious ? 3 : 1);
  return { code: kind.name, reason: DOUBTED, evidence };
}

/** What is believed of a record as a whole. */
interface Heard {
  readonly opinion: SecondOpinion;
  /** How likely it deserves no label, and whether that is enough for nothing to stand. */
  readonly empty: number;
  readonly isNothing: boolean;
}

function isBelieved(label: WeighedLabel, { empty, isNothing }: Heard): boolean {
  const isEmptied = isNothing && !(isPlain(label.draft) && empty < LIMITS.emptiesPlain);
  return !isEmptied && label.belief >= findLimit(label);
}

/** Takes a label of the rules back unless it is believed, or is the school's own; null where it stands. */
function doubtLabel(work: LabelWork, label: WeighedLabel, heard: Heard): SuppressedLabel | null {
  const { draft } = label;
  if (draft === undefined || isBelieved(label, heard) || isSchools(draft)) return null;
  if (!isLong(work) && (isRecorded(draft) || isSurelySerious(draft))) return null;
  return takeBack(work, draft);
}

/** Gives a label that the rules found no more than words for, where it is believed. */
function confirmLabel(work: LabelWork, label: WeighedLabel, heard: Heard): void {
  const { kind, place, draft, cue } = label;
  if (draft !== undefined || cue === null || kind.is.owed || !isBelieved(label, heard)) return;
  if (label.isStopped && label.seems < LIMITS.outweighs) return;
  if (work.answers.countWords() < LIMITS.fewestWordsGiven) return;
  work.drafts.push({ kind, status: 'alleged', strength: 1, evidence: [{ ...cue, rule: SECOND_READER }] });
  askPerson(work, kind, cue, 'second_reader_confirms', 1, heard.opinion.findLike(place));
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
  const dropped = emptied.map((draft) => takeBack(work, draft));
  noteMissing(work, weighLabels(work, ask(), undefined).weighed);
  return dropped;
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
  const heard = { opinion, empty, isNothing: isEmpty(work, empty) };
  const dropped = weighed.flatMap((label) => doubtLabel(work, label, heard) ?? []);
  // What follows from the labels that stand is no less sure than they are: it is not given on a word of its own.
  const implied = listImplied(work);
  for (const label of weighed) if (!implied.has(label.kind)) confirmLabel(work, label, heard);
  askOfMissing(work, weighed, opinion);
  return dropped;
}
