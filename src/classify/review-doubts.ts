import type { Candidate } from './candidate.ts';
import { type NonIncident, RECORDED } from './drop-non-incident.ts';
import { kindOf } from './label-kind.ts';
import { askPerson, findDraft, findFree, type LabelWork, tellsNothing } from './label-work.ts';

const STAFF_BLOW = kindOf('staff.physical');
const PEER_BLOW = kindOf('child_on_child.physical');
const FIGHTING = kindOf('fighting');
const BLOW_AT_SOMEBODY = kindOf('~hit.unsaid');
const GRAVE = kindOf('~grave');
const DISTRESS = kindOf('~distress');
const PEERS = kindOf('child_on_child');
const BULLYING = kindOf('bullying');
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

/** Reasons that say how sure they are by themselves; the others grow with how gravely the record was taken. */
const OWN_RANK: ReadonlySet<string> = new Set([
  'category_contradicted',
  'category_only',
  'not_upheld',
  'kind_unsure',
]);
const FIRST = 5;

/** Whether the record has a label that is serious by itself. */
function isTaken({ drafts }: LabelWork): boolean {
  return drafts.some(({ kind }) => kind.serious);
}

/** Asks about a record that was taken gravely, or that tells of a child in distress, and names no serious harm. */
function askUnexplained(work: LabelWork): void {
  const grave = findFree(work, GRAVE);
  const distress = findFree(work, DISTRESS);
  if (!tellsNothing(work)) return;
  if (grave !== undefined && !work.review.some(({ code }) => code?.startsWith(PEERS.name) === true))
    askPerson(work, PEERS, work.answers.showEvidence(grave), 'grave_response', 1);
  if (distress !== undefined && !work.review.some(({ code }) => code === BULLYING.name))
    askPerson(work, BULLYING, work.answers.showEvidence(distress), 'distress', 1);
}

function countSigns(work: LabelWork, points: number): number {
  const groups = new Set(work.review.map(({ code }) => (code === null ? '' : kindOf(code).group)));
  let signs = groups.size - 1;
  if (findFree(work, GRAVE) !== undefined) signs++;
  if (findFree(work, DISTRESS) !== undefined) signs++;
  if (tellsNothing(work)) signs++;
  if (isTaken(work)) signs--;
  return signs - Math.max(0, points);
}

/**
 * Ranks what is asked of a record by how much speaks for serious harm that no label tells: kinds of harm hinted at, a
 * grave response, a child in distress. A record that tells of no incident comes last, but for what was found untrue.
 */
export function rankDoubts(work: LabelWork, { points, isSure }: NonIncident): void {
  if (isSure) {
    work.review = work.review.map((one) => ({
      ...one,
      priority: one.reason === 'not_upheld' || one.reason === RECORDED ? 3 : 1,
    }));
    return;
  }
  askUnexplained(work);
  const signs = countSigns(work, points);
  work.review = work.review.map((one) =>
    OWN_RANK.has(one.reason)
      ? one
      : { ...one, priority: Math.max(1, Math.min(FIRST, one.priority + signs - 1)) },
  );
}
