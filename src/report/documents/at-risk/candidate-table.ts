import type { Analysis } from '../../../incident/analysis.ts';
import type { AtRiskCandidate, RiskReason } from '../../../incident/at-risk-candidate.ts';
import type { Finding } from '../../../incident/finding.ts';
import { sayRiskReason } from '../../../incident/say-risk-reason.ts';
import type { ReportTable } from '../../report-document.ts';
import { isSingle } from '../pastoral/order-findings.ts';
import { formatCount } from '../sentences/format-number.ts';
import { type KindWords, sayWords } from '../words/read-kind-words.ts';

/** Of the page's width, so that a decision, a name and a day can be written in by hand. */
const DECISION_WIDTH = 0.26;

/** Incident ids named under a reason; the page of the pupil has the rest. */
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
  const ours = candidates.some(({ reasons }) =>
    reasons.some(({ whose, from }) => whose === 'termwise' && from > 1),
  );
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
        each.reasons.map((reason) => sayReasonFrom(words, reason)).join('; '),
        listFindings(each.pupil, analysis),
        listIds(each.reasons),
        '',
      ],
    })),
    note: [sayWords(words, 'candidates_note'), ...(ours ? [sayWords(words, 'our_number')] : [])].join(' '),
  };
}

/** `2 records towards staff (from 2 on, our number)`. */
function sayReasonFrom(words: KindWords, reason: RiskReason): string {
  const { from, whose, times } = reason;
  const number = sayWords(words, `whose_${whose}`);
  const limit =
    from === 1
      ? ''
      : `, ${times === 1 ? number : sayWords(words, 'times', { times: formatCount(times), number })}`;
  return sayWords(words, 'reason', {
    reason: sayRiskReason(reason),
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
  const named = [
    ...new Set(
      own.flatMap((finding) => (isSingle(finding) ? 'a serious record' : (FOUND[finding.kind] ?? []))),
    ),
  ];
  return named.length === 0 ? '–' : named.join(', ');
}

/** The records that each reason rests on: the reader starts there. */
function listIds(reasons: readonly RiskReason[]): string {
  return reasons
    .map(({ say, incident_ids: ids }) => {
      const shown = ids.slice(-MAX_IDS).join(', ');
      const told = ids.length > MAX_IDS ? `the latest ${MAX_IDS}: ${shown}` : shown;
      return reasons.length === 1 ? told : `${say}: ${told}`;
    })
    .join('; ');
}
