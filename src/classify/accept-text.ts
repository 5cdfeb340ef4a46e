import type { Candidate } from './candidate.ts';
import { kindOf } from './label-kind.ts';
import { addLabel, askPerson, categoryAgrees, hasHarm, holds, type LabelWork } from './label-work.ts';

const STAFF_BLOW = kindOf('staff.physical');
const PEER_BLOW = kindOf('child_on_child.physical');
const HOLD = kindOf('positive_handling');
const BLOW_AT_SOMEBODY = kindOf('~hit.unsaid');
/** Strength of a rule whose words are sure by themselves. */
const SURE = 3;

/** A member of staff is there to be spoken to: for rules about words at staff. */
const STAFF_THERE = kindOf('~staff_there');

function accept(work: LabelWork, candidate: Candidate): void {
  const { kind, strength } = candidate;
  if (!kind.signal)
    addLabel(work, kind, strength, work.answers.showEvidence(candidate), work.answers.isReported(candidate));
  else if (!work.signals.includes(kind)) work.signals.push(kind);
}

function tellsStaffHarm({ kind, stop, unless }: Candidate): boolean {
  return stop === null && (kind === STAFF_BLOW || kind === HOLD) && unless.length === 0;
}

/**
 * Under a category for assaults on staff, and where the text tells of a blow at staff or of a hold, a blow whose victim
 * the text does not name as a child is a blow at staff: `bit her` in such a record is not about a pupil.
 */
function readVictims({ candidates, categories, answers }: LabelWork): readonly Candidate[] {
  const saysStaff = categories.some(({ meaning }) => meaning.codes.includes(STAFF_BLOW.name));
  if (!saysStaff && !candidates.some(tellsStaffHarm)) return candidates;
  const named = candidates.filter(
    (candidate) => candidate.stop !== null || candidate.kind !== PEER_BLOW || answers.namesChild(candidate),
  );
  if (!saysStaff) return named;
  return named.map((candidate) =>
    candidate.kind === BLOW_AT_SOMEBODY ? { ...candidate, kind: STAFF_BLOW } : candidate,
  );
}

/** Gives the labels that the text itself carries: first those that ask for no other, then twice those that do. */
export function acceptText(work: LabelWork): void {
  const conditional: Candidate[] = [];
  for (const candidate of readVictims(work)) {
    if (candidate.stop !== null) continue;
    if (candidate.needs.length > 0 || candidate.unless.length > 0) conditional.push(candidate);
    else accept(work, candidate);
  }
  if (conditional.length === 0) return;
  if (work.answers.namesStaff()) work.signals.push(STAFF_THERE);
  for (let round = 0; round < 2; round++) {
    for (const candidate of conditional) {
      const { needs, unless } = candidate;
      if ((needs.length === 0 || holds(work, needs)) && !holds(work, unless)) accept(work, candidate);
    }
  }
}

/** Most words of a narrative in which every deed is told for its own sake: `swore at Mr Dale and refused to move`. */
const FEW_WORDS = 24;

/** Drops what is told in one phrase beside harm, or told by one phrase too few; of the latter a person is asked. */
export function dropBackground(work: LabelWork): void {
  const beside = hasHarm(work);
  const isBrief = work.answers.countWords() <= FEW_WORDS;
  const noted = work.answers.isNoted();
  work.drafts = work.drafts.filter(({ kind, strength, evidence }) => {
    const [only] = evidence;
    if (only === undefined || evidence.length > 1 || categoryAgrees(work, kind)) return true;
    const unsure = kind.is.unsure && noted && strength < SURE;
    if (unsure) askPerson(work, kind, only, 'lonely_words', 2);
    return !unsure && !(beside && kind.is.background && !(isBrief && kind.is.own_deed && strength === SURE));
  });
}
