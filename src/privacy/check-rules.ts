import { TermwiseError } from '../errors.ts';
import type { HidingRules } from './hiding-rules.ts';

/** Below these a count or a rate can point at one pupil, whatever a settings file asks for. */
const [LEAST_THRESHOLD, LEAST_GROUP] = [3, 5];

/** Refuses rules under which a report without names could still point at a pupil (TermwiseError `config`). */
export function checkRules({ threshold, groupMinimum }: HidingRules): void {
  const fault = (key: string, value: number, least: number): TermwiseError =>
    new TermwiseError(
      'config',
      `suppression.${key}: ${value} is too low for a report without names`,
      `give ${least} or more, or print only the pastoral pack`,
    );
  if (threshold < LEAST_THRESHOLD) throw fault('threshold', threshold, LEAST_THRESHOLD);
  if (groupMinimum < LEAST_GROUP) throw fault('group_minimum', groupMinimum, LEAST_GROUP);
}
