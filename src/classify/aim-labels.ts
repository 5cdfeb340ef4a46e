import { kindOf, type LabelKind } from './label-kind.ts';
import { addLabel, dropDraft, findDraft, findFree, type LabelDraft, type LabelWork } from './label-work.ts';

const PREJUDICE = 'prejudice.';
const DAMAGE = kindOf('damage');
const PEERS = kindOf('child_on_child');
const STAFF_ABUSE = kindOf('staff.verbal');
const HARASSMENT = kindOf('child_on_child.sexual_harassment');

/** Prejudice that rests on the category alone is aimed at whom the record as a whole is aimed. */
function aimWholeRecord(work: LabelWork, { evidence }: LabelDraft): void {
  const [first] = evidence;
  if (first === undefined) return;
  const { child, staff } = work.answers.targetOfRecord();
  if (child && !staff) addLabel(work, PEERS, 1, first);
}

function aimWords(work: LabelWork, aimed: LabelKind): void {
  const { target, showEvidence } = work.answers;
  for (const candidate of work.candidates) {
    if (candidate.kind !== aimed || candidate.stop !== null) continue;
    const { child, staff } = target(candidate, findDraft(work, DAMAGE) !== undefined);
    if (child) addLabel(work, PEERS, 2, showEvidence(candidate));
    else if (staff) addLabel(work, STAFF_ABUSE, 2, showEvidence(candidate));
  }
}

/** Prejudice at a child is harm among children; at staff only, it is abuse of staff. */
export function aimPrejudice(work: LabelWork): void {
  // Labels that this adds are of other families, so the list may grow while it is read.
  for (const draft of work.drafts) {
    if (!draft.kind.name.startsWith(PREJUDICE)) continue;
    if (findFree(work, draft.kind) === undefined) aimWholeRecord(work, draft);
    else aimWords(work, draft.kind);
  }
}

/** Sexual remarks that are aimed at staff only are abuse of staff, not harassment of a child. */
export function aimHarassment(work: LabelWork): void {
  const evidence = findDraft(work, HARASSMENT)?.evidence[0];
  if (evidence === undefined) return;
  const own = work.candidates.filter(({ kind, stop }) => kind === HARASSMENT && stop === null);
  const isAtStaff = own.every((candidate) => {
    const { child, staff } = work.answers.target(candidate, false);
    return staff && !child;
  });
  if (own.length === 0 || !isAtStaff) return;
  if (work.categories.some(({ meaning }) => meaning.codes.includes(HARASSMENT.name))) return;
  dropDraft(work, HARASSMENT);
  addLabel(work, STAFF_ABUSE, 2, evidence);
}
