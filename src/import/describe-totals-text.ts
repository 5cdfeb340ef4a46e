import type { FileAudit } from '../incident/import-audit.ts';

function sum(audits: readonly FileAudit[], of: (audit: FileAudit) => number): number {
  return audits.reduce((total, audit) => total + of(audit), 0);
}

/**
 * Writes what several files hold together, in the same sums as the page of each; '' for one file. Incidents are
 * counted in the file that had them first, so that overlapping exports add up.
 */
export function describeTotalsText(audits: readonly FileAudit[]): string {
  if (audits.length < 2) return '';
  const title = `All ${audits.length} files together`;
  const incidents = sum(audits, (audit) => audit.distinctIncidents);
  const behaviour = sum(audits, (audit) => audit.defaultBehaviourIncidents);
  return `${[
    title,
    '='.repeat(title.length),
    `  ${sum(audits, (audit) => audit.dataRecords)} records = ${sum(audits, (audit) => audit.acceptedRows)} accepted + ${sum(audits, (audit) => audit.rejectedRows)} rejected`,
    `  ${incidents} incidents, each counted in the file that had it first; ${behaviour} counted as behaviour`,
    `  left out of behaviour reports: ${sum(audits, ({ kinds }) => kinds.safeguarding)} safeguarding or welfare only, ${sum(audits, ({ kinds }) => kinds.positive)} positive, ${sum(audits, ({ kinds }) => kinds.accident)} accident or first aid`,
  ].join('\n')}\n`;
}
