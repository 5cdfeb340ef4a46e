import type { Finding } from '../incident/finding.ts';
import type { ReportPeriod } from '../incident/period.ts';

/**
 * The findings a report of one period is about: those whose days reach into it, in their order.
 *
 * Patterns are looked for in the whole record, because four days over two terms are a pattern that neither term shows;
 * a report then leaves out what had ended before its first day.
 */
export function findingsInPeriod(
  findings: readonly Finding[],
  { from, to }: ReportPeriod,
): readonly Finding[] {
  return findings.filter((finding) => finding.from <= to && from <= finding.to && hasEvidenceBy(finding, to));
}

/** A window may be a whole year: what had not begun by the end of the period is not of it. */
function hasEvidenceBy(finding: Finding, to: string): boolean {
  return finding.started === null || finding.started.from <= to;
}
