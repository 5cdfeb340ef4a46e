import type { TrustAnalysis } from '../incident/trust-analysis.ts';
import { ofSchool } from './collect-cells.ts';
import { type CountCell, isShown } from './count-cell.ts';
import { DUTY_PARTS, dutyCell, LEAST_CASES, listOwnDuties } from './duty-cells.ts';
import type { EditionDuty, EditionSchool } from './trust-edition.ts';

interface EditedDuties {
  readonly totals: readonly EditionDuty[];
  /** A row a school, duties with cases there. */
  readonly schools: readonly EditionSchool['duties'][];
}

/** Duties over the trust in counts and by school in per cent, as far as the edition's decision shows their numbers. */
export function editTrustDuties(trust: TrustAnalysis, show: (id: string) => CountCell): EditedDuties {
  const share = (duty: string, at: number | null): number | null => {
    const read = (name: Parameters<typeof dutyCell>[1]): CountCell =>
      show(at === null ? dutyCell(duty, name) : ofSchool(dutyCell(duty, name), at));
    const [cases, met] = [read('cases'), read('met')];
    const isWhole = DUTY_PARTS.every((part) => isShown(read(part)));
    return isWhole && isShown(cases) && isShown(met) && cases >= LEAST_CASES ? met / cases : null;
  };
  return {
    totals: trust.duties.map(({ duty }) => ({
      duty,
      schools: trust.schools.filter(({ duties }) =>
        duties.some(({ duty: own, cases }) => own === duty && cases > 0),
      ).length,
      cases: show(dutyCell(duty, 'cases')),
      met: show(dutyCell(duty, 'met')),
      not_met: show(dutyCell(duty, 'not_met')),
      not_evidenced: show(dutyCell(duty, 'not_evidenced')),
      per_cent: share(duty, null),
    })),
    schools: trust.schools.map((_, at) =>
      trust.duties.flatMap(({ duty }) =>
        (listOwnDuties(trust, duty)[at]?.cases ?? 0) === 0 ? [] : [{ duty, per_cent: share(duty, at) }],
      ),
    ),
  };
}
