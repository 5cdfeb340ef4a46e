import { findTerm } from '../calendar/find-term.ts';
import type { PupilKey } from '../incident/incident.ts';
import { sayRiskReason } from '../incident/say-risk-reason.ts';
import type { DutyCase, DutyContext, DutyFinding, WholeCheck } from './duty-case.ts';
import { groupByActor } from './list-repeats.ts';
import { listRiskReasons } from './list-risk-reasons.ts';
import { splitByTerm } from './split-by-term.ts';

function countPositives(records: readonly DutyCase[]): ReadonlyMap<PupilKey, number> {
  const counts = new Map<PupilKey, number>();
  for (const { labelled } of records) {
    for (const { pupil } of labelled.incident.involvements) counts.set(pupil, (counts.get(pupil) ?? 0) + 1);
  }
  return counts;
}

function nameTerm(records: readonly DutyCase[], { calendar }: DutyContext): string {
  return findTerm(calendar, records[0]?.labelled.incident.date ?? '')?.name ?? 'the term';
}

/** The pupils with most positive entries each term, all who are tied at the last place among them. */
export const checkTopPositives: WholeCheck = (rule, cases, context) => {
  const places = context.thresholds[rule.threshold ?? 'top_positives']?.value ?? 5;
  const positive = cases.filter(({ labelled }) => labelled.incident.kind === 'positive');
  return splitByTerm(positive, context.calendar).flatMap((term): readonly DutyFinding[] => {
    const ranked = [...countPositives(term)].sort((a, b) => b[1] - a[1]);
    const last = ranked[Math.min(places, ranked.length) - 1]?.[1] ?? 0;
    return ranked
      .filter(([, count]) => count >= last)
      .map(([pupil, count]) => {
        const own = term.filter(({ roles }) => roles.has(pupil));
        const isShown = own.some(({ signs }) => signs.has('trip_taken'));
        const ties = ranked.filter(([, other]) => other === count).length;
        const place = ranked.findIndex(([, other]) => other === count) + 1;
        const tied = ties > 1 ? `, with ${ties - 1} more` : '';
        return {
          status: isShown ? 'met' : 'not_evidenced',
          incident: null,
          pupils: [pupil],
          message: `${nameTerm(term, context)}: ${count} positive entries, place ${place}${tied}. ${isShown ? 'The trip is recorded.' : 'The record does not show the trip.'}`,
        };
      });
  });
};

/** Pupils whom the safeguarding lead may want on the term's at-risk register, with the reasons; a question, never a score. */
export const checkAtRisk: WholeCheck = (rule, cases, context) => {
  const found: DutyFinding[] = [];
  for (const [pupil, records] of groupByActor(rule, cases)) {
    for (const term of splitByTerm(records, context.calendar)) {
      const reasons = listRiskReasons(term, context.thresholds).map(sayRiskReason);
      if (reasons.length === 0) continue;
      const isListed = term.some(({ signs }) => signs.has('at_risk_register'));
      found.push({
        status: isListed ? 'met' : 'not_evidenced',
        incident: null,
        pupils: [pupil],
        message: `${nameTerm(term, context)}: ${reasons.join('; ')}. ${isListed ? 'On the register.' : 'Should this child be on the at risk register?'}`,
      });
    }
  }
  return found;
};
