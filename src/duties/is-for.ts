import type { DutyNeed } from '../policy/duty-rule.ts';
import type { Act } from './act.ts';
import type { DutyCase } from './duty-case.ts';
import { HELPED_STAFF } from './find-helped.ts';
import { helpsSomebody } from './judge-acts.ts';

/** The one part that each sort of mark stands for, whatever the record's roles. */
const SAID: Readonly<Record<string, DutyNeed['to'] | 'both'>> = {
  both: 'both',
  harmed: 'harmed',
  harming: 'harming',
  [HELPED_STAFF]: 'harmed',
};

/**
 * Whether help was for the one whom a need is about. Help for nobody named is help for the harmed child. Of two pupils
 * whose parts are not said one named alone may be the harmed one, and only both are sure to be the other one too.
 */
export function isFor(to: DutyNeed['to'], { code, families }: Act, { roles }: DutyCase): boolean {
  if (to === undefined || !helpsSomebody(code)) return true;
  if (families.length === 0) return to === 'harmed' || code !== 'support_given';
  const parts = families.map((mark) => SAID[mark] ?? roles.get(mark) ?? 'unknown');
  if (parts.some((part) => part === to || part === 'both')) return true;
  const unsaid = new Set(families.filter((mark) => roles.get(mark) === 'unknown')).size;
  return to === 'harmed' ? unsaid > 0 : unsaid > 1;
}
