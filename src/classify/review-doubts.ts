import type { Candidate } from './candidate.ts';
import { kindOf } from './label-kind.ts';
import { askPerson, findDraft, type LabelWork, tellsNothing } from './label-work.ts';

const STAFF_BLOW = kindOf('staff.physical');
const PEER_BLOW = kindOf('child_on_child.physical');
const FIGHTING = kindOf('fighting');
const BLOW_AT_SOMEBODY = kindOf('~hit.unsaid');
const SEXUAL = 'sexual';

function reviewSoftWord(work: LabelWork, candidate: Candidate, namesStaff: boolean): void {
  const { soft } = candidate.kind.is;
  const kind = soft ? kindOf(candidate.kind.meant) : namesStaff ? STAFF_BLOW : PEER_BLOW;
  if (work.drafts.some((draft) => draft.kind.group === kind.group)) return;
  if (work.review.some(({ code }) => code === kind.name)) return;
  const evidence = work.answers.showEvidence(candidate);
  const isNamed = evidence.field === 'category' || kind.group === SEXUAL;
  const priority = tellsNothing(work) && (soft || namesStaff) ? 4 : isNamed ? 3 : 1;
  askPerson(work, kind, evidence, soft ? 'soft_cue' : 'harm_unresolved', priority);
}

/** Asks about words that may mean more, and blows at nobody knows whom, where no label of their family was given. */
export function reviewSoftWords(work: LabelWork): void {
  let namesStaff: boolean | undefined;
  for (const candidate of work.candidates) {
    const { kind, stop } = candidate;
    if (stop !== null || !(kind.is.soft || kind === BLOW_AT_SOMEBODY)) continue;
    namesStaff ??= work.answers.namesStaff();
    reviewSoftWord(work, candidate, namesStaff);
  }
}

/** `AK bit CT`, `hit her ear`: a blow at a child, as far as we know, whose victim no word shows to be one. */
export function reviewVictim(work: LabelWork): void {
  const evidence = findDraft(work, PEER_BLOW)?.evidence[0];
  if (evidence === undefined || findDraft(work, STAFF_BLOW) !== undefined) return;
  if (findDraft(work, FIGHTING) !== undefined) return;
  const blows = work.candidates.filter(({ kind, stop }) => kind === PEER_BLOW && stop === null);
  if (blows.length === 0 || blows.some(work.answers.namesChild)) return;
  askPerson(work, STAFF_BLOW, evidence, 'victim_unsure', 2);
}
