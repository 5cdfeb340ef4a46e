import type { Command } from 'commander';
import { TermwiseError } from '../errors.ts';

/** Options that gather all their values. */
export const REPEATED: ReadonlySet<string> = new Set(['map']);

/**
 * Makes a command refuse (`usage`) an option that takes one value and is given twice with two: the first would be
 * dropped in silence, a second roll or a term that somebody believes to be in the numbers.
 */
export function refuseRepeats(command: Command): void {
  for (const option of command.options) {
    if (!option.required || REPEATED.has(option.name())) continue;
    let before: string | undefined;
    command.on(`option:${option.name()}`, (value: string) => {
      if (before !== undefined && before !== value)
        throw new TermwiseError(
          'usage',
          `${option.long} ${before} and ${option.long} ${value}: expected this option once`,
          'Leave one of the two out.',
        );
      before = value;
    });
  }
  for (const below of command.commands) refuseRepeats(below);
}
