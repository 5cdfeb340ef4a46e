import type { Ladder, LadderStep } from '../policy/duty-rule.ts';
import type { DutyCase } from './duty-case.ts';
import { isStageReached } from './is-stage-reached.ts';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const patterns = new Map<string, RegExp>();

/** Figures are one and the same sign to the classifier's engine, so the number behind `stage` is read here. */
function patternOf(ladder: Ladder): RegExp {
  const words = ladder.words.join('|');
  const known = patterns.get(words);
  if (known !== undefined) return known;
  const escaped = ladder.words.map((word) => word.replaceAll(/[^\p{L}\p{N} ]/gu, '').replaceAll(' ', '\\s+'));
  const made = new RegExp(
    `(?<!\\p{L})(?:${escaped.join('|')})\\s*[:#-]?\\s*(\\d|${NUMBERS.join('|')})(?![\\p{L}\\d])`,
    'giu',
  );
  patterns.set(words, made);
  return made;
}

const plainWords = new Map<string, RegExp>();

/** Whether a text holds the ladder's words at all, by a search that is far cheaper than the one for their numbers. */
function holdsWord(ladder: Ladder, text: string): boolean {
  const words = ladder.words.join('|');
  let plain = plainWords.get(words);
  if (plain === undefined) {
    const last = ladder.words.map(
      (word) =>
        word
          .replaceAll(/[^\p{L}\p{N} ]/gu, '')
          .split(' ')
          .at(-1) ?? '',
    );
    plain = new RegExp([...new Set(last)].join('|'), 'i');
    plainWords.set(words, plain);
  }
  return plain.test(text);
}

function readNumbers(ladder: Ladder, text: string): readonly number[] {
  if (ladder.words.length === 0 || !holdsWord(ladder, text)) return [];
  return [...text.matchAll(patternOf(ladder))].flatMap((match) => {
    if (!isStageReached(text.slice(0, match.index), text.slice(match.index + match[0].length))) return [];
    const written = (match[1] ?? '').toLowerCase();
    return Number(written) || NUMBERS.indexOf(written) + 1;
  });
}

/** Stages read before: several duties ask for the same one. */
const stages = new WeakMap<Ladder, WeakMap<DutyCase, LadderStep | null>>();

/**
 * The highest step of a ladder that a record shows as reached: a number written behind the ladder's word (`Stage 3`),
 * else the highest step whose signs it holds; null when it shows none.
 */
export function readStage(ladder: Ladder, one: DutyCase): LadderStep | null {
  let known = stages.get(ladder);
  if (known === undefined) {
    known = new WeakMap();
    stages.set(ladder, known);
  }
  let stage = known.get(one);
  if (stage === undefined) {
    stage = findStage(ladder, one);
    known.set(one, stage);
  }
  return stage;
}

function findStage(ladder: Ladder, one: DutyCase): LadderStep | null {
  const { categoryText, narrative, action } = one.labelled.incident;
  const numbers = readNumbers(ladder, `${categoryText}\n${narrative}\n${action}`);
  const written = ladder.steps.filter(({ step }) => numbers.includes(step)).at(-1);
  if (written !== undefined) return written;
  return ladder.steps.filter(({ shown_by }) => shown_by.some((code) => one.signs.has(code))).at(-1) ?? null;
}
