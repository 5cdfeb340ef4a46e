import { kindOf, type LabelKind } from './label-kind.ts';
import { findDraft, type LabelDraft, type LabelWork } from './label-work.ts';

const BULLYING_HOMOPHOBIC = kindOf('bullying.homophobic');
const TRANSPHOBIC = kindOf('prejudice.transphobic');
const HOMOPHOBIC = 'prejudice.homophobic';

function namesImplied(work: LabelWork, kind: LabelKind): readonly string[] {
  if (kind !== BULLYING_HOMOPHOBIC || findDraft(work, TRANSPHOBIC) !== undefined) return kind.implies;
  return [...kind.implies, HOMOPHOBIC];
}

/** Lists what follows from the labels given and is not given itself yet: `closeLabels` will give it. */
export function listImplied(work: LabelWork): ReadonlySet<LabelKind> {
  const implied = new Set<LabelKind>();
  const queue = work.drafts.map(({ kind }) => kind);
  for (let kind = queue.pop(); kind !== undefined; kind = queue.pop()) {
    for (const name of namesImplied(work, kind)) {
      const other = kindOf(name);
      if (implied.has(other) || findDraft(work, other) !== undefined) continue;
      implied.add(other);
      queue.push(other);
    }
  }
  return implied;
}

/** Gives what follows from the labels given, by the taxonomy: each label resting on the words of the one before. */
export function closeLabels(work: LabelWork): void {
  const queue = [...work.drafts];
  for (let draft = queue.pop(); draft !== undefined; draft = queue.pop()) {
    for (const name of namesImplied(work, draft.kind)) {
      const kind = kindOf(name);
      if (findDraft(work, kind) !== undefined) continue;
      const { status, evidence } = draft;
      const implied: LabelDraft = { kind, status, strength: 1, evidence: evidence.slice(0, 1) };
      work.drafts.push(implied);
      queue.push(implied);
    }
  }
}
