import { countOf } from './describe-numbers.ts';

/**
 * Of how many pupils a question of pairs could be asked and of how many not, each school year by itself: a number of
 * pairs alone hides that it is always the same few pupils who have enough days. `what` goes after `days on which`.
 */
export function sayPupilsTold(told: number, fewer: number, what: string, fewest: number): string {
  const all = told + fewer;
  if (all === 0) return `There is no day on which ${what}, so this cannot be told.`;
  const have = (count: number): string => `${count} ${count === 1 ? 'has' : 'have'}`;
  const rest = told === 0 ? 'nobody has more' : `the other ${have(told)} enough`;
  return `Of ${countOf(all, 'pupil')} with a day on which ${what}, ${have(fewer)} fewer than ${fewest} in a school year; ${rest}.`;
}
