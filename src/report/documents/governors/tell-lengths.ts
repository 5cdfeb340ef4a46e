import { fillWords } from '../words/fill-words.ts';
import { readGovernorWords } from '../words/read-governor-words.ts';

/** Two terms are called much the same length where one has less than a tenth of its school days more. */
const ALIKE = 1.1;

/** Whether two periods have so many school days alike that their counts can be looked at side by side. */
export function areAlike(days: number, others: number): boolean {
  return Math.max(days, others) < ALIKE * Math.min(days, others);
}

/** That counts drawn side by side are of more days and fewer; nothing where the periods are much alike. */
export function tellLengths(now: number, before: number): string {
  if (areAlike(now, before)) return '';
  return ` ${fillWords(readGovernorWords().lengths, { before: String(before), now: String(now) })}`;
}
