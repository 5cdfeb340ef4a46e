import { joinPatterns } from '../policy/join-patterns.ts';
import { readClockSpans } from './read-clock-spans.ts';
import { readMinutes } from './read-minutes.ts';
import wordData from './removal-words.yaml';

const { out, other, parts } = wordData as Readonly<Record<'out' | 'other' | 'parts', readonly string[]>>;
const OUT = new RegExp(`\\b${joinPatterns(out, 'removal-words.yaml: out')}\\b`, 'i');
const OTHER = new RegExp(joinPatterns(other, 'removal-words.yaml: other'), 'gi');
const PART = new RegExp(`[;\\n]|\\.(?!\\d)|${joinPatterns(parts, 'removal-words.yaml: parts')}`, 'i');

/** The parts of sentences that say that a child was out, without the times in them that are of something else. */
function listPartsOut(text: string): readonly string[] {
  return text
    .replaceAll(OTHER, ' ')
    .split(PART)
    .filter((part) => OUT.test(part));
}

/**
 * The minutes out of the room that a text states, the longest if several; null when it states none. Only those in a
 * part of a sentence that says that a child was out are such: a meeting, a detention and a lesson take minutes too.
 */
export function readMinutesOut(text: string): number | null {
  const parts = listPartsOut(text);
  // Where minutes are stated, two times beside them may be those of the lesson.
  const stated = readMinutes(parts.join('\n'));
  const spans = stated === null ? parts.flatMap(readClockSpans) : [];
  return spans.length === 0 ? stated : Math.max(...spans);
}

/** Whether words of a text (`an hour`, `all morning`) stand where it says that a child was out, and so say how long. */
export function saysOut(text: string, words: string): boolean {
  return listPartsOut(text).some((part) => part.includes(words));
}
