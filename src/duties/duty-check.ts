import type { IsoDate } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import type { DutyStatus } from './duty-row.ts';

/** What one check says of one incident. */
export interface DutyVerdict {
  readonly status: DutyStatus;
  readonly due: IsoDate | null;
  readonly done: IsoDate | null;
  readonly message: string;
}

/** What a check may look at besides the incident. */
export interface DutyContext {
  readonly categoryMap: CategoryMap;
}

/** One kind of duty check: a pure function of the rule and the incident. */
export type DutyCheck = (rule: DutyRule, labelled: LabelledIncident, context: DutyContext) => DutyVerdict;
