import type { Finding } from '../incident/finding.ts';

/** A finding against an earlier analysis: found there too, or not. */
export type MarkedFinding = Finding & { readonly status: 'new' | 'still' };

/** An analysis's findings against an earlier one's. */
export interface MarkedFindings {
  readonly findings: readonly MarkedFinding[];
  /** Earlier findings that are no longer found, as they were told then. */
  readonly over: readonly Finding[];
}

/**
 * Marks each finding as new or still there since an earlier analysis, and lists those that are over. The same episode
 * is never new twice: a finding is known by its kind, subject, category and direction, not by its dates or figures,
 * which move from week to week. A serious record of another school year is another one, though: it was not known then.
 */
export function markFindings(findings: readonly Finding[], previous: readonly Finding[]): MarkedFindings {
  const before = groupByKey(previous);
  const now = groupByKey(findings);
  const isIn = (known: ReadonlyMap<string, readonly Finding[]>, one: Finding): boolean =>
    known.get(keyOf(one))?.some((other) => isSameEpisode(one, other)) === true;
  return {
    findings: findings.map((finding) => ({ ...finding, status: isIn(before, finding) ? 'still' : 'new' })),
    over: previous.filter((finding) => !isIn(now, finding)),
  };
}

function groupByKey(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** Serious records are listed by school year: those of one year have days in common, however many have come since. */
function isSameEpisode(one: Finding, other: Finding): boolean {
  return one.kind !== 'serious_repeat' || (one.from <= other.to && other.from <= one.to);
}

function keyOf({ kind, subject, category, direction }: Finding): string {
  return JSON.stringify([kind, subject, category, direction]);
}
