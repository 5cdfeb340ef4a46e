import { type Decision, isFewOf } from './decide-table.ts';

/**
 * Hides the pupils of records that are few more than the pupils: nine suspensions of eight pupils are one pupil's second.
 * `ends` are those of the schools' cells and of the trust's.
 */
export function hideFewAgain(
  records: string,
  pupils: string,
  ends: readonly string[],
  decision: Decision,
): void {
  const { cells } = decision.system;
  for (const end of ends) {
    const own = cells.get(pupils + end);
    const over = (cells.get(records + end)?.value ?? 0) - (own?.value ?? 0);
    if (own !== undefined && isFewOf(over, decision)) decision.hidden.add(pupils + end);
  }
}
