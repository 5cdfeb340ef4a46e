import type { Label, ReviewReason, SuppressedLabel } from '../incident/classification.ts';
import { acceptCategories } from './accept-categories.ts';
import { acceptText, dropBackground } from './accept-text.ts';
import { aimHarassment, aimPrejudice } from './aim-labels.ts';
import type { Candidate } from './candidate.ts';
import { closeLabels } from './close-labels.ts';
import { decideBullying } from './decide-bullying.ts';
import { dropNonIncident } from './drop-non-incident.ts';
import { hearSecondReader, type SecondHearing } from './hear-second-reader.ts';
import { kindOf } from './label-kind.ts';
import type { FoundCategory, LabelWork, RecordAnswers } from './label-work.ts';
import { listSigns, type RecordSigns } from './list-signs.ts';
import { listStopped } from './list-stopped.ts';
import { rankDoubts, reviewSoftWords, reviewVictim } from './review-doubts.ts';
import type { SecondOpinion, SignsListener } from './weigh-labels.ts';

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

/** What a person is asked, the most pressing first; how much is likely missing is told with that. */
function listReview({ review, missing }: LabelWork): ReviewReason[] {
  review.sort((a, b) => b.priority - a.priority || a.start - b.start);
  const [first, ...others] = review;
  return first === undefined || missing === 0 ? review : [{ ...first, missing }, ...others];
}

/** How the second reader is asked, and who listens. */
export interface Hearing {
  /** Null for the rules alone. */
  readonly second: {
    readonly ask: (signs: RecordSigns) => SecondOpinion;
    readonly askNone: (signs: RecordSigns) => number;
  } | null;
  readonly listen?: SignsListener | undefined;
  /** Told of what the rules make of each record, whether the second reader is asked or not: to learn from. */
  readonly listenSigns?: ((signs: RecordSigns) => void) | undefined;
}

function about(work: LabelWork, { ask, askNone }: NonNullable<Hearing['second']>): SecondHearing {
  return { ask: () => ask(listSigns(work)), askNone: () => askNone(listSigns(work)) };
}

/** Comes from candidates and categories to the labels of a record, those suppressed, and what a person should see. */
export function combineLabels(
  candidates: readonly Candidate[],
  categories: readonly FoundCategory[],
  answers: RecordAnswers,
  { second, listen, listenSigns }: Hearing = { second: null },
): Combined {
  const work: LabelWork = {
    answers,
    candidates,
    categories,
    drafts: [],
    signals: [],
    review: [],
    missing: 0,
  };
  acceptText(work);
  dropBackground(work);
  acceptCategories(work);
  decideBullying(work);
  aimPrejudice(work);
  aimHarassment(work);
  const untold = dropNonIncident(work);
  listenSigns?.(listSigns(work));
  const doubted = second === null || untold.isSure ? [] : hearSecondReader(work, about(work, second), listen);
  closeLabels(work);
  const { stopped, kept } = listStopped(work);
  stopped.push(...untold.dropped, ...doubted);
  reviewSoftWords(work);
  reviewVictim(work);
  rankDoubts(work, untold);
  return {
    labels: listLabels(work, kept),
    suppressed: stopped.length > 1 ? stopped.sort(byOrder) : stopped,
    review: listReview(work),
  };
}
