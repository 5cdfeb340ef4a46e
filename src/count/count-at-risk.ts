import type { AtRiskCandidate, RiskReason } from '../incident/at-risk-candidate.ts';
import type { CountSheet } from '../incident/count-sheet.ts';
import { pupilRow } from './tally-row.ts';

/** How many pupils have each reason, in counts for governors: a pupil can have several. */
export function countAtRisk(
  candidates: readonly AtRiskCandidate[],
  rules: readonly Pick<RiskReason, 'id' | 'title'>[],
): readonly CountSheet[] {
  return [
    {
      id: 'reasons',
      total: candidates.length,
      base: [],
      pupils: candidates.length,
      holds: 'marks',
      // A reason is what puts a pupil on the list.
      marked: true,
      named_by: 'termwise',
      rows: rules.map(({ id, title }) =>
        pupilRow(
          title,
          candidates.filter(({ reasons }) => reasons.some((reason) => reason.id === id)).length,
        ),
      ),
    },
  ];
}
