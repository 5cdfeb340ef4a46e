import { TermwiseError } from '../errors.ts';
import { LEAST_SUPPRESSION } from '../policy/least-suppression.ts';
import type { HidingRules } from './hiding-rules.ts';

/** Refuses rules under which a report without names could still point at a pupil (TermwiseError `config`). */
export function checkRules({ threshold, groupMinimum }: HidingRules): void {
  const fault = (key: string, value: number, least: number): TermwiseError =>
    new TermwiseError(
      'config',
      `suppression.${key}: ${value} is too low for a report without names`,
      `give ${least} or more, or print only the pastoral pack`,
    );
  const least = LEAST_SUPPRESSION;
  if (threshold < least.threshold) throw fault('threshold', threshold, least.threshold);
  if (groupMinimum < least.group_minimum) throw fault('group_minimum', groupMinimum, least.group_minimum);
}
