import { titleOfLabel } from '../policy/title-of-label.ts';
import type { DutyCheck } from './duty-check.ts';
import { findRecordedCodes } from './recorded-codes.ts';

/** Whether the recorded category says which kind it was; the narrative's kind is offered where it does not. */
export const checkSubtypeNamed: DutyCheck = (rule, { incident, codes }, { categoryMap }) => {
  const recorded = findRecordedCodes(incident, categoryMap);
  const named = rule.needs.filter((need) => recorded.has(need));
  if (named.length > 0) {
    return {
      status: 'met',
      due: null,
      done: null,
      message: `Kind named: ${named.map(titleOfLabel).join(', ')}.`,
    };
  }
  const read = rule.needs.filter((need) => codes.has(need));
  const offer =
    read.length > 0 ? ` The words of the record suggest: ${read.map(titleOfLabel).join(', ')}.` : '';
  return { status: 'not_met', due: null, done: null, message: `Name the kind in the category.${offer}` };
};
