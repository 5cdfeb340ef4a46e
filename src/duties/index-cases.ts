import type { DutyRule } from '../policy/duty-rule.ts';
import { appliesTo } from './applies-to.ts';
import type { DutyCase } from './duty-case.ts';

/** Finds the records that a duty is about, by date. */
export type CaseIndex = (rule: DutyRule) => readonly DutyCase[];

/** Indexes records by their signs, so that a duty about few of them looks at these alone. */
export function indexCases(cases: readonly DutyCase[]): CaseIndex {
  const places = new Map<string, number[]>();
  cases.forEach(({ signs }, place) => {
    for (const sign of signs) {
      const list = places.get(sign);
      if (list === undefined) places.set(sign, [place]);
      else list.push(place);
    }
  });
  return (rule) => {
    if (rule.when.length === 0) return cases.filter((one) => appliesTo(rule, one));
    const found = new Set(rule.when.flatMap((code) => places.get(code) ?? []));
    return [...found]
      .sort((a, b) => a - b)
      .flatMap((place) => cases[place] ?? [])
      .filter((one) => appliesTo(rule, one));
  };
}
