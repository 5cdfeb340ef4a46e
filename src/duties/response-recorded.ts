import { titleOfLabel } from '../policy/title-of-label.ts';
import type { DutyCheck } from './duty-check.ts';

/** Whether the record shows the response the policy asks for; silence is 'not evidenced', never a breach. */
export const checkResponseRecorded: DutyCheck = (rule, { codes }) => {
  const found = rule.needs.filter((need) => codes.has(need));
  if (found.length > 0) {
    return {
      status: 'met',
      due: null,
      done: null,
      message: `Recorded: ${found.map(titleOfLabel).join(', ')}.`,
    };
  }
  return {
    status: 'not_evidenced',
    due: null,
    done: null,
    message: `The record does not show: ${rule.needs.map(titleOfLabel).join(' or ')}. If it was done, add it.`,
  };
};
