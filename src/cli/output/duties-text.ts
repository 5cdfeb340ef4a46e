import type { DutyReport } from '../../duties/check-duties.ts';
import { countOf } from './count-of.ts';

/** Rows to put right that are listed on a screen; `--format csv` gives all. */
const LISTED = 50;

/** What the policy asks and how the records stand, then the rows to put right. */
export function dutiesText(report: DutyReport, policy: string): string {
  if (report.summary.length === 0) {
    return `The policy '${policy}' states no duty that can be checked yet.\n`;
  }
  const rowsWith = (wanted: string) => report.rows.filter(({ status }) => status === wanted);
  const open = [...rowsWith('not_met'), ...rowsWith('not_evidenced')];
  const more = open.length - LISTED;
  return `${[
    `Duties of the policy '${policy}'`,
    ...report.summary.map(
      ({ duty, title, cases, met, not_met, not_evidenced, per_cent }) =>
        `  ${duty.padEnd(8)}${title}: ${countOf(cases, 'case')}, ${met} met${per_cent === null ? '' : ` (${per_cent} %)`}, ${not_met} not met, ${not_evidenced} not evidenced`,
    ),
    ...(open.length > 0 ? ['', 'To put right or to complete'] : []),
    ...open
      .slice(0, LISTED)
      .map(
        ({ duty, incident_id, pupils, message, status, assigned_to }) =>
          `  ${duty.padEnd(8)}${incident_id ?? pupils.join(', ')}: ${message} [${status.replaceAll('_', ' ')}${assigned_to === null ? '' : `; ${assigned_to}`}]`,
      ),
    ...(more > 0 ? [`  and ${more} more: --format csv gives all`] : []),
  ].join('\n')}\n`;
}
