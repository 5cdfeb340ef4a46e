import { kindOf } from './label-kind.ts';
import { findDraft, type LabelDraft, type LabelWork } from './label-work.ts';

const BULLYING_HOMOPHOBIC = kindOf('bullying.homophobic');
const TRANSPHOBIC = kindOf('prejudice.transphobic');
const HOMOPHOBIC = 'prejudice.homophobic';

function listImplied(work: LabelWork, { kind }: LabelDraft): readonly string[] {
  if (kind !== BULLYING_HOMOPHOBIC || findDraft(work, TRANSPHOBIC) !== undefined) return kind.implies;
  return [...kind.implies, HOMOPHOBIC];
}

/** Gives what follows from the labels given, by the taxonomy: each label resting on the words of the one before. */
export function closeLabels(work: LabelWork): void {
  const queue = [...work.drafts];
  for (let draft = queue.pop(); draft !== undefined; draft = queue.pop()) {
    for (const name of listImplied(work, draft)) {
      const kind = kindOf(name);
      if (findDraft(work, kind) !== undefined) continue;
      const { status, evidence } = draft;
      const implied: LabelDraft = { kind, status, strength: 1, evidence: evidence.slice(0, 1) };
      work.drafts.push(implied);
      queue.push(implied);
    }
  }
}
