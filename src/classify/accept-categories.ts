import type { Evidence } from '../incident/classification.ts';
import type { Candidate } from './candidate.ts';
import { kindOf, type LabelKind } from './label-kind.ts';
import { addLabel, askPerson, findDraft, hasHarm, type LabelWork, tellsNothing } from './label-work.ts';

const STAFF_BLOW = kindOf('staff.physical');
const HOLD = kindOf('positive_handling');
const ACCIDENT = kindOf('accident');
const OTHER_CONCERN = kindOf('safeguarding_other');
const PEERS = kindOf('child_on_child');
const EXCLUSIONS = 'exclusion';

function stoppedFor({ candidates }: LabelWork, { name, family }: LabelKind): Candidate | undefined {
  return candidates.find(
    ({ kind, stop }) =>
      stop !== null && (kind.name === name || kind.name === family || kind.name.startsWith(`${name}.`)),
  );
}

/** Whether the text tells of something beside which the category's name means little. */
function isOutweighed(work: LabelWork, kind: LabelKind): boolean {
  if (kind.is.sorting) return hasHarm(work);
  if (kind.family === PEERS.family) return findDraft(work, STAFF_BLOW) !== undefined;
  if (kind !== STAFF_BLOW) return false;
  return findDraft(work, HOLD) !== undefined || findDraft(work, ACCIDENT) !== undefined;
}

/** Whether the text tells of another outcome of the same family: `Exclusion` over a permanent one is no suspension. */
function isTold({ drafts }: LabelWork, kind: LabelKind): boolean {
  if (kind.family !== EXCLUSIONS) return false;
  return drafts.some((draft) => draft.kind.family === EXCLUSIONS && draft.kind !== kind);
}

/** What the text says against an outcome: that it was not so, or not really. That it is still to come says nothing. */
const AGAINST_OUTCOME: ReadonlySet<string> = new Set(['negated', 'not_upheld', 'undone', 'lesson']);

/** `No isolation, no letter`: the text takes back what is recorded as done. */
function isTakenBack(work: LabelWork, kind: LabelKind): boolean {
  const stop = stoppedFor(work, kind)?.stop ?? null;
  return stop !== null && AGAINST_OUTCOME.has(stop) && findDraft(work, kind) === undefined;
}

/** A category of which the text says nothing. */
function acceptAlone(work: LabelWork, kind: LabelKind, evidence: Evidence): void {
  if (stoppedFor(work, kind) !== undefined) {
    askPerson(work, kind, evidence, 'category_contradicted', kind.serious ? 5 : 3);
  } else if (work.answers.isDoubtful()) {
    if (kind.serious) askPerson(work, kind, evidence, 'category_contradicted', 3);
  } else if (kind === OTHER_CONCERN) {
    if (work.drafts.length === 0) askPerson(work, kind, evidence, 'category_only', 2);
  } else if (work.answers.isToldAtLength() && tellsNothing(work)) {
    askPerson(work, kind, evidence, 'category_only', kind.serious ? 3 : 1);
  } else if (!isOutweighed(work, kind)) {
    addLabel(work, kind, 1, evidence);
    if (kind.serious) askPerson(work, kind, evidence, 'category_only', 1);
  }
}

/**
 * Gives what the categories say. A category is the school's own statement: where the text is silent it stands, weakly,
 * and if serious it is asked about; only a text that denies it, or tells of a lesson or an accident, takes it back.
 * A text that tells at length of nothing that we know is not silent: there the category goes to a person.
 */
export function acceptCategories(work: LabelWork): void {
  for (const { meaning, evidence } of work.categories) {
    if (meaning.nature === 'context') continue;
    for (const code of meaning.codes) {
      const kind = kindOf(code);
      if (meaning.nature === 'outcome') {
        if (isTakenBack(work, kind)) askPerson(work, kind, evidence, 'category_contradicted', 5);
        else if (!isTold(work, kind)) addLabel(work, kind, 2, evidence);
      } else if (findDraft(work, kind) !== undefined) addLabel(work, kind, 3, evidence);
      else acceptAlone(work, kind, evidence);
    }
  }
}
