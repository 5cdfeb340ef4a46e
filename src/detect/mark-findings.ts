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
 * which move from week to week.
 */
export function markFindings(findings: readonly Finding[], previous: readonly Finding[]): MarkedFindings {
  const before = new Set(previous.map(keyOf));
  const now = new Set(findings.map(keyOf));
  return {
    findings: findings.map((finding) => ({
      ...finding,
      status: before.has(keyOf(finding)) ? 'still' : 'new',
    })),
    over: previous.filter((finding) => !now.has(keyOf(finding))),
  };
}

function keyOf({ kind, subject, category, direction }: Finding): string {
  return JSON.stringify([kind, subject, category, direction]);
}
