import type { Label, ReviewReason, SuppressedLabel } from '../incident/classification.ts';
import { acceptCategories } from './accept-categories.ts';
import { acceptText, doubtLonelyWords, dropBackground } from './accept-text.ts';
import { aimHarassment, aimPrejudice } from './aim-labels.ts';
import type { Candidate } from './candidate.ts';
import { closeLabels } from './close-labels.ts';
import { decideBullying } from './decide-bullying.ts';
import { dropNonIncident } from './drop-non-incident.ts';
import { hearSecondReader, type SecondOpinion, type SignsListener } from './hear-second-reader.ts';
import { kindOf } from './label-kind.ts';
import type { FoundCategory, LabelWork, RecordAnswers } from './label-work.ts';
import { listStopped } from './list-stopped.ts';
import { rankDoubts, reviewSoftWords, reviewVictim } from './review-doubts.ts';

/** What a record comes to. */
export interface Combined {
  readonly labels: readonly Label[];
  readonly suppressed: readonly SuppressedLabel[];
  readonly review: readonly ReviewReason[];
}

function byOrder(a: { readonly code: string }, b: { readonly code: string }): number {
  return kindOf(a.code).order - kindOf(b.code).order;
}

function listLabels({ drafts }: LabelWork, kept: readonly Label[]): Label[] {
  const labels: Label[] = drafts.map(({ kind, status, strength, evidence }) => ({
    code: kind.name,
    status,
    strength,
    evidence,
  }));
  labels.push(...kept);
  return labels.length > 1 ? labels.sort(byOrder) : labels;
}

/** Comes from candidates and categories to the labels of a record, those suppressed, and what a person should see. */
export function combineLabels(
  candidates: readonly Candidate[],
  categories: readonly FoundCategory[],
  answers: RecordAnswers,
  askSecond: (() => SecondOpinion) | null = null,
  listen: SignsListener | null = null,
): Combined {
  const work: LabelWork = { answers, candidates, categories, drafts: [], signals: [], review: [] };
  acceptText(work);
  doubtLonelyWords(work);
  dropBackground(work);
  acceptCategories(work);
  decideBullying(work);
  aimPrejudice(work);
  aimHarassment(work);
  const untold = dropNonIncident(work);
  const doubted = askSecond === null || untold.isSure ? [] : hearSecondReader(work, askSecond, listen);
  closeLabels(work);
  const { stopped, kept } = listStopped(work);
  stopped.push(...untold.dropped, ...doubted);
  reviewSoftWords(work);
  reviewVictim(work);
  rankDoubts(work, untold);
  return {
    labels: listLabels(work, kept),
    suppressed: stopped.length > 1 ? stopped.sort(byOrder) : stopped,
    review: work.review.sort((a, b) => b.priority - a.priority || a.start - b.start),
  };
}
