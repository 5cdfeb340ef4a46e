import { titleOfLabel } from '../policy/title-of-label.ts';
import type { DutyCheck } from './duty-check.ts';
import { findRecordedCodes } from './recorded-codes.ts';

/** Whether every tag that the policy wants together stands in the category cell; a missing tag is a breach of the record. */
export const checkTaggedTogether: DutyCheck = (rule, { incident }, { categoryMap }) => {
  const recorded = findRecordedCodes(incident, categoryMap);
  const has = (need: string) => [...recorded].some((code) => code === need || code.startsWith(`${need}.`));
  const missing = rule.needs.filter((need) => !has(need));
  if (missing.length === 0) return { status: 'met', due: null, done: null, message: 'All tags are there.' };
  return {
    status: 'not_met',
    due: null,
    done: null,
    message: `Add the tag for: ${missing.map(titleOfLabel).join(', ')}. Recorded now: ${incident.categoryText || 'no category'}.`,
  };
};
