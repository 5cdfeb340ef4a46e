import { joinPatterns } from '../policy/join-patterns.ts';
import { readMinutes } from './read-minutes.ts';
import wordData from './removal-words.yaml';

const { out, other } = wordData as Readonly<Record<'out' | 'other', readonly string[]>>;
const OUT = new RegExp(`\\b${joinPatterns(out, 'removal-words.yaml: out')}\\b`, 'i');
const OTHER = new RegExp(joinPatterns(other, 'removal-words.yaml: other'), 'gi');
const PART = /[;\n]|\.(?!\d)|\b(?:and then|then)\b/;

/**
 * The minutes out of the room that a text states, the longest if several; null when it states none. Only those in a
 * part of a sentence that says that a child was out are such: a meeting, a detention and a lesson take minutes too.
 */
export function readMinutesOut(text: string): number | null {
  const parts = text.replaceAll(OTHER, ' ').split(PART);
  return readMinutes(parts.filter((part) => OUT.test(part)).join('\n'));
}
