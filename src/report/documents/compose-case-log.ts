import type { Analysis } from '../../incident/analysis.ts';
import type { DutyStanding } from '../../incident/duty-standing.ts';
import type { ExclusionList } from '../../incident/exclusion-list.ts';
import type { RecordedCase } from '../../incident/recorded-case.ts';
import type { ReportDocument } from '../report-document.ts';
import { dutyBlocks } from './duties/duty-blocks.ts';
import { exclusionBlocks } from './exclusions/exclusion-blocks.ts';
import { caseTable } from './logs/case-table.ts';
import { listFaults, tellCases } from './logs/tell-cases.ts';
import { callPeriods, namePeriod, spellSpan } from './sentences/name-period.ts';
import { readDutyWords } from './words/read-duty-words.ts';
import { readExclusionWords } from './words/read-exclusion-words.ts';
import { readLog, readLogWords } from './words/read-log-words.ts';

/**
 * A log with one row a case, by name: what it shows, the records to put right, and the cases on pages turned
 * sideways.
 * Restricted, and says so on every page.
 */
export function composeCaseLog(
  kind: string,
  analysis: Analysis,
  cases: readonly RecordedCase[],
  duties: readonly DutyStanding[] = [],
  /** Of the log of exclusions: what every list that was given says of days, reasons and limits. */
  exclusions: ExclusionList | null = null,
): ReportDocument {
  const words = readLogWords();
  const { school, period, as_at, fingerprint, nation } = analysis.meta;
  const log = readLog(kind, nation);
  const name = namePeriod(period);
  const faults = listFaults(cases);
  const told = exclusions === null ? [] : exclusionBlocks(exclusions, nation);
  const stood = cases.length === 0 ? [] : dutyBlocks(duties, callPeriods(period).now, '');
  return {
    kind,
    title: log.title,
    subtitle: `${school} · ${name}${name === period.name ? '' : ` · ${spellSpan(period)}`}`,
    author: school,
    subject: `${log.subject} With pupils' names, for staff on these cases only.`,
    edition: 'restricted',
    handling: words.handling,
    date: as_at,
    fingerprint,
    sections: [
      { heading: words.headings.shows, blocks: tellCases(log, analysis, cases) },
      ...(cases.length === 0
        ? []
        : [
            {
              heading: words.headings.fix,
              blocks: [
                faults.length === 0
                  ? { type: 'paragraph' as const, text: words.none_to_fix }
                  : { type: 'bullets' as const, items: faults },
              ],
            },
          ]),
      ...(told.length === 0 ? [] : [{ heading: readExclusionWords(nation).heading, blocks: told }]),
      ...(stood.length === 0 ? [] : [{ heading: readDutyWords().heading, blocks: stood }]),
      { heading: words.headings.limits, blocks: [{ type: 'bullets', items: log.limits }] },
      ...(cases.length === 0
        ? []
        : [
            {
              heading: words.headings.cases,
              landscape: true,
              newPage: true,
              blocks: [caseTable(cases, log)],
            },
          ]),
    ],
  };
}
