import type { ReviewReason } from '../incident/classification.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import type { SchoolKnowledge } from './compile-rules.ts';
import { createSlurMask } from './create-slur-mask.ts';
import { markText } from './mark-text.ts';
import { sayReason } from './say-reason.ts';

/** One row of review.csv. The person fills in `decision`: keep, remove or add:CODE. */
export interface ReviewRow {
  readonly rank: number;
  readonly school: string;
  readonly incident_id: string;
  readonly date: string;
  readonly category: string;
  /** Label in doubt, or empty when none was found. */
  readonly code: string;
  readonly label: string;
  readonly why: string;
  readonly words: string;
  readonly excerpt: string;
  readonly decision: string;
  /** Mark of the record's words, so that a decision is flagged when they have changed. */
  readonly text_mark: string;
}

/** Most records sent to review, as a share of all. */
const REVIEW_SHARE = 0.12;

/** One step of priority weighs as much as so many hundredths of what is likely missing: it decides between records alike. */
const STEP = 3;

/** How much a record needs a person: what is likely missing from it, and how pressing the first of its reasons is. */
function weighUrgency(reasons: readonly ReviewReason[]): number {
  const { missing = 0, priority = 0 } = reasons[0] ?? {};
  return missing + STEP * priority;
}

const EXCERPT = 160;

function cutExcerpt(text: string, start: number, end: number): string {
  const flat = text.replaceAll('\n', ' ').replaceAll('\r', ' ').replaceAll('\t', ' ');
  const from = Math.max(0, Math.min(start, flat.length) - EXCERPT / 2);
  const to = Math.min(flat.length, Math.max(end, from + EXCERPT));
  return `${from > 0 ? '… ' : ''}${flat.slice(from, to)}${to < flat.length ? ' …' : ''}`;
}

function makeRow(
  item: LabelledIncident,
  reason: ReviewReason,
  rank: number,
  titles: ReadonlyMap<string, string>,
  maskSlurs: (text: string) => string,
): ReviewRow {
  const { incident, classification } = item;
  const field = reason.field === 'category' ? incident.categoryText : incident[reason.field];
  const known = [...classification.labels, ...classification.suppressed].find(
    (label) => label.code === reason.code,
  );
  const evidence =
    known?.evidence.find((one) => one.start === reason.start && one.field === reason.field) ??
    known?.evidence[0];
  const inCategory = reason.field === 'category';
  return {
    rank,
    school: incident.school ?? '',
    incident_id: incident.id,
    date: incident.date,
    category: incident.categoryText,
    code: reason.code ?? '',
    label: reason.code === null ? '' : (titles.get(reason.code) ?? reason.code),
    why: `${sayReason('review', reason.reason)}${reason.like === undefined ? '' : `: "${maskSlurs(reason.like)}"`}`,
    words: maskSlurs(evidence?.text ?? field.slice(reason.start, reason.end)),
    excerpt: maskSlurs(
      inCategory ? cutExcerpt(incident.narrative, 0, EXCERPT) : cutExcerpt(field, reason.start, reason.end),
    ),
    decision: '',
    text_mark: markText(incident),
  };
}

/**
 * The review queue: the records most in need of a person first, and never more than `share` of all records
 * (at least one), because a queue that nobody finishes protects nobody. One row for each reason of a record; slurs
 * are masked in what is quoted.
 */
export function rankReview(
  labelled: readonly LabelledIncident[],
  share: number = REVIEW_SHARE,
  own: SchoolKnowledge = {},
): ReviewRow[] {
  const maskSlurs = createSlurMask(own);
  const titles = new Map(readTaxonomy().labels.map((label) => [label.code, label.title]));
  const doubtful = labelled
    .map((item, index) => ({
      item,
      index,
      priority: item.classification.review[0]?.priority ?? 0,
      reasons: item.classification.review.length,
      urgency: weighUrgency(item.classification.review),
    }))
    .filter(({ priority }) => priority > 0)
    .sort((a, b) => b.urgency - a.urgency || b.reasons - a.reasons || a.index - b.index)
    .slice(0, Math.max(1, Math.floor(labelled.length * share)));
  return doubtful.flatMap(({ item }, place) =>
    item.classification.review.map((reason) => makeRow(item, reason, place + 1, titles, maskSlurs)),
  );
}
