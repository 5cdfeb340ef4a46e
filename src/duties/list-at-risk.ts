import type { AtRiskCandidate } from '../incident/at-risk-candidate.ts';
import { compareText } from '../incident/compare-text.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import type { DutyInput } from './check-duties.ts';
import type { DutyCase } from './duty-case.ts';
import { groupByActor } from './list-repeats.ts';
import { listRiskReasons } from './list-risk-reasons.ts';
import { readPeople } from './read-case.ts';

const ALL_BEHAVIOUR: DutyRule = { id: 'at-risk', title: 'at risk', check: 'at_risk', when: [] };

/**
 * Pupils with a reason to stand on the term's at-risk register, by name in the order of the alphabet: the same reasons
 * as the duty check gives, with their numbers. Nothing is added up and nobody is ranked, because a person decides.
 */
export function listAtRisk(
  input: Pick<DutyInput, 'labelled' | 'pupils' | 'thresholds' | 'span'>,
): readonly AtRiskCandidate[] {
  const [from, to] = input.span ?? ['', '9'];
  const cases = input.labelled
    .filter(({ incident: { date } }) => date >= from && date <= to)
    .map(
      (labelled): DutyCase => ({
        labelled,
        acts: [],
        signs: labelled.codes,
        touched: labelled.codes,
        recorded: new Set(),
        ...readPeople(labelled, input.pupils),
      }),
    );
  const candidates = [...groupByActor(ALL_BEHAVIOUR, cases)].flatMap(([key, records]) => {
    const reasons = listRiskReasons(records, input.thresholds);
    if (reasons.length === 0) return [];
    const own = records.flatMap(({ labelled: { incident } }) =>
      incident.involvements.filter(({ pupil }) => pupil === key),
    );
    const last = <T>(values: readonly (T | null)[]): T | null =>
      values.findLast((value) => value !== null) ?? null;
    return [
      {
        pupil: input.pupils.get(key)?.label ?? key,
        year_group: last(own.map(({ yearGroup }) => yearGroup)),
        class_name: last(own.map(({ className }) => className)),
        records: records.length,
        reasons,
      },
    ];
  });
  return candidates.sort((a, b) => compareText(a.pupil, b.pupil));
}
