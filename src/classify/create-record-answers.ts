import type { Evidence } from '../incident/classification.ts';
import type { Modifiers } from './apply-cues.ts';
import { ROLE } from './assign-roles.ts';
import type { Candidate } from './candidate.ts';
import { createClassList } from './create-class-list.ts';
import { maskWord } from './create-slur-mask.ts';
import { FLAG } from './cue.ts';
import type { CueHit } from './cue-hit.ts';
import { type EventView, is } from './event-view.ts';
import { findTarget, type Target } from './find-target.ts';
import type { RecordAnswers } from './label-work.ts';
import { spanOf } from './scan.ts';
import {
  ACTION_FIELD,
  CATEGORY_FIELD,
  FIELD_NAMES,
  NARRATIVE_FIELD,
  readToken,
  type TokenBuffer,
} from './token-buffer.ts';
import { weighIncident } from './weigh-incident.ts';

const NOT_AIMED: Target = { child: false, staff: false };

/** A shorter narrative is a plain statement, not a note. */
const NOTE_WORDS = 9;

/** A longer narrative tells what happened, whatever category it was filed under: with and without any action taken. */
const TOLD_WORDS = 30;
const TOLD_WORDS_NOTHING_DONE = 20;

/** A pupil of no more letters is written by initials. */
const INITIALS = 2;

/** Modifiers that make it doubtful whether a recorded category may be taken at its word. */
const DOUBTS = FLAG.not_upheld | FLAG.lesson | FLAG.accident | FLAG.ordinary;

function countIn(tokens: TokenBuffer, field: number): number {
  let count = 0;
  for (let at = 0; at < tokens.count; at++) if (tokens.field[at] === field) count++;
  return count;
}

function has(cues: readonly CueHit[], flags: number): boolean {
  for (const { flag } of cues) if ((FLAG[flag] & flags) !== 0) return true;
  return false;
}

/** No slur of the lexicon has more words. */
const LONGEST_SLUR = 6;

/** Where the slur that starts at a token ends; the token itself when none does. */
function endOfSlur(view: EventView, at: number): number {
  if (!is(view, at, view.words.slur)) return at;
  const { tokens, scan, compiled } = view;
  return at + spanOf(scan, compiled.grammar, tokens, at, compiled.slur);
}

/** The words from a token up to another, with each word of a slur masked, also of one that began before. */
function showWords(view: EventView, from: number, to: number, rule: string): Evidence {
  const { tokens } = view;
  const field = tokens.field[from] ?? 0;
  const start = tokens.start[from] ?? 0;
  const end = tokens.end[to - 1] ?? start;
  let text = (tokens.texts[field] ?? '').slice(start, end);
  let masked = 0;
  for (let at = Math.max(0, from - LONGEST_SLUR); at < to; at++) {
    masked = Math.max(masked, endOfSlur(view, at));
    if (at < from || at >= masked) continue;
    const first = (tokens.start[at] ?? 0) - start;
    const last = (tokens.end[at] ?? 0) - start;
    text = text.slice(0, first) + maskWord(text.slice(first, last)) + text.slice(last);
  }
  return { field: FIELD_NAMES[field] ?? 'narrative', start, end, text, rule };
}

/** Makes what answers the questions of the decision, about whatever record the arrays of `view` hold. */
export function createRecordAnswers(
  view: EventView,
  mods: Modifiers,
  readCues: () => readonly CueHit[],
): RecordAnswers {
  const { tokens, people } = view;
  const sentence = (token: number): number => tokens.sentence[token] ?? 0;
  const isNamedPupil = (at: number): boolean =>
    people.role[at] === ROLE.pupil && (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) > INITIALS;
  const listClasses = createClassList(view);
  const showEvidence = ({ from, to, rule }: Candidate): Evidence => showWords(view, from, to, rule);
  const isNoted = (): boolean =>
    countIn(tokens, CATEGORY_FIELD) > 0 && countIn(tokens, NARRATIVE_FIELD) >= NOTE_WORDS;
  // What was asked last, of which record (its cues are a list of its own): candidates of one sentence ask in turn.
  let cues: readonly CueHit[] | null = null;
  let askedOf = -1;
  let askedNear = false;
  let answer = NOT_AIMED;
  const findAimed = (at: number, near: boolean): Target => {
    if (cues === readCues() && askedOf === sentence(at) && askedNear === near) return answer;
    cues = readCues();
    askedOf = sentence(at);
    askedNear = near;
    answer = has(cues, FLAG.nobody) ? NOT_AIMED : findTarget(view, at, near);
    return answer;
  };
  return {
    sentence,
    showEvidence,
    showCue: ({ from, stop }) => {
      const same = readCues().filter((cue) => cue.flag === stop);
      const near = same.find((cue) => sentence(cue.from) === sentence(from)) ?? same[0];
      return near === undefined ? null : showWords(view, near.from, near.to, near.id);
    },
    target: ({ from }, near) => findAimed(from, near),
    targetOfRecord: () => {
      let at = 0;
      while (at < tokens.count && tokens.field[at] === CATEGORY_FIELD) at++;
      return at === tokens.count ? NOT_AIMED : findAimed(at, false);
    },
    isReported: ({ from }) => ((mods.flags[from] ?? 0) & FLAG.reported) !== 0,
    namesStaff: () => {
      for (let at = 0; at < tokens.count; at++)
        if (people.role[at] === ROLE.staff || people.role[at] === ROLE.author) return true;
      return false;
    },
    namesChild: ({ patientAt, from, to }) => {
      if (patientAt >= 0) return isNamedPupil(patientAt);
      for (let at = from; at < to; at++) if (isNamedPupil(at)) return true;
      return false;
    },
    listClasses,
    countWords: () => countIn(tokens, NARRATIVE_FIELD),
    isNoted,
    findWord: (wanted, rule) => {
      for (let at = 0; at < tokens.count; at++) {
        if (tokens.field[at] === CATEGORY_FIELD) continue;
        if (wanted.has(readToken(tokens, at).toLowerCase())) return showWords(view, at, at + 1, rule);
      }
      return null;
    },
    findPupil: (rule) => {
      for (let at = 0; at < tokens.count; at++)
        if (tokens.field[at] !== CATEGORY_FIELD && isNamedPupil(at)) return showWords(view, at, at + 1, rule);
      return null;
    },
    tellsCategory: () => countIn(tokens, CATEGORY_FIELD) > 0,
    tellsAction: () => countIn(tokens, ACTION_FIELD) > 0,
    isToldAtLength: () =>
      countIn(tokens, NARRATIVE_FIELD) >
      (countIn(tokens, ACTION_FIELD) === 0 ? TOLD_WORDS_NOTHING_DONE : TOLD_WORDS),
    isDoubtful: () => has(readCues(), DOUBTS),
    weighNoIncident: () => {
      const { points, plainest } = weighIncident(
        readCues(),
        isNoted() && countIn(tokens, ACTION_FIELD) === 0,
        ({ from }) => tokens.field[from] === ACTION_FIELD,
      );
      if (plainest === null) return { points, said: null };
      return { points, said: showWords(view, plainest.from, plainest.to, plainest.id) };
    },
  };
}
