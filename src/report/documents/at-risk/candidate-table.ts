import type { Analysis } from '../../../incident/analysis.ts';
import type { AtRiskCandidate, RiskReason } from '../../../incident/at-risk-candidate.ts';
import type { Finding } from '../../../incident/finding.ts';
import type { ReportTable } from '../../report-document.ts';
import { formatCount } from '../sentences/format-number.ts';
import { type KindWords, sayWords } from '../words/read-kind-words.ts';

/** Of the page's width, so that a decision, a name and a day can be written in by hand. */
const DECISION_WIDTH = 0.26;

/** Incident ids named for a pupil; the page of the pupil has the rest. */
const MAX_IDS = 6;

const FOUND: Partial<Record<Finding['kind'], string>> = {
  pupil_pattern: 'a pattern',
  pupil_trend: 'a clear rise',
  serious_repeat: 'a serious repeat',
};

/** One row a pupil: the reasons with their numbers, what else was found, and room for a person's decision. */
export function candidateTable(
  words: KindWords,
  candidates: readonly AtRiskCandidate[],
  analysis: Analysis,
): ReportTable {
  return {
    type: 'table',
    caption: sayWords(words, 'candidates_caption'),
    columns: [
      { header: 'Pupil', align: 'left', width: 0.13 },
      { header: 'Year and class', align: 'left', width: 0.09 },
      { header: 'Records', align: 'right', width: 0.07 },
      { header: 'Reasons, with their numbers', align: 'left', width: 0.24 },
      { header: 'Findings', align: 'left', width: 0.09 },
      { header: 'Incidents', align: 'left', width: 0.12 },
      { header: 'Decision', align: 'left', width: DECISION_WIDTH },
    ],
    rows: candidates.map((each) => ({
      cells: [
        each.pupil,
        [each.year_group, each.class_name].filter((part) => part !== null).join(', ') || '–',
        formatCount(each.records),
        each.reasons.map((reason) => sayReason(words, reason)).join('; '),
        listFindings(each.pupil, analysis),
        listIds(each.incident_ids),
        '',
      ],
    })),
    note: sayWords(words, 'candidates_note'),
  };
}

/** `2 records towards staff (from 2 on, our number)`. */
function sayReason(words: KindWords, { count, say, from, whose }: RiskReason): string {
  const limit = from === 1 ? '' : `, ${sayWords(words, `whose_${whose}`)}`;
  return sayWords(words, 'reason', {
    count: formatCount(count),
    records: count === 1 ? 'record' : 'records',
    say,
    from: `${sayWords(words, 'from', { from: formatCount(from) })}${limit}`,
  });
}

function listFindings(pupil: string, { findings, meta }: Analysis): string {
  const own = findings.filter(
    ({ subject, tier, direction, from, to }) =>
      subject === pupil &&
      tier === 'clear' &&
      direction !== 'down' &&
      to >= meta.period.from &&
      from <= meta.period.to,
  );
  const named = [...new Set(own.flatMap(({ kind }) => FOUND[kind] ?? []))];
  return named.length === 0 ? '–' : named.join(', ');
}

function listIds(ids: readonly string[]): string {
  const shown = ids.slice(-MAX_IDS).join(', ');
  return ids.length > MAX_IDS ? `the latest ${MAX_IDS}: ${shown}` : shown;
}
