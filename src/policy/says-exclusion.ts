import { readReasonCell } from './exclusion-reasons.ts';
import wordData from './exclusion-words.yaml';
import { joinPatterns } from './join-patterns.ts';

const { out, permanent } = wordData as unknown as {
  readonly out: readonly string[];
  readonly permanent: readonly string[];
};
const WORDS = new RegExp(`\\b${joinPatterns([...out, ...permanent], 'exclusion-words.yaml: out')}`, 'i');

/** Whether the cells of a row speak of a suspension or exclusion, or give a national reason of one. */
export function saysExclusion(cells: readonly string[]): boolean {
  return cells.some((cell) => WORDS.test(cell) || readReasonCell(cell).length > 0);
}
