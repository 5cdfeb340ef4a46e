import type { Classification, Evidence, ReviewReason } from '../incident/classification.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { applyCues, type CueHit, createModifiers } from './apply-cues.ts';
import { assignRoles, createPeople, ROLE, type RolePass, readInitialsAsStaff } from './assign-roles.ts';
import type { Candidate } from './candidate.ts';
import { type CombineInput, combineLabels } from './combine-labels.ts';
import type { CompiledRules, KnowledgeFiles } from './compile-rules.ts';
import { createCategoryFinder } from './create-category-finder.ts';
import { createHitFinder } from './create-hit-finder.ts';
import { createMatcher } from './create-matcher.ts';
import { maskWord } from './create-slur-mask.ts';
import { FLAG } from './cue.ts';
import { extractEvents, is } from './extract-events.ts';
import { findTarget, type Target } from './find-target.ts';
import { judgeCandidates } from './judge-candidates.ts';
import { createOwnPupilList } from './list-own-pupils.ts';
import { loadCompiledRules } from './load-compiled-rules.ts';
import { namePupilRoles } from './name-pupil-roles.ts';
import { readCues } from './read-cues.ts';
import type { PupilNames, RecordWords } from './record-words.ts';
import { createScan, findPhrases } from './scan.ts';
import {
  ACTION_FIELD,
  CATEGORY_FIELD,
  createTokenBuffer,
  FIELD_NAMES,
  NARRATIVE_FIELD,
  type TokenBuffer,
} from './token-buffer.ts';
import { resetTokens, tokeniseField } from './tokenise.ts';

/** Labels incidents. One holds its own working arrays: use one for each thread, for any number of records. */
export interface Classifier {
  /** Hash of the words and rules: the same version gives the same labels. */
  readonly version: string;
  readonly classify: (incident: RecordWords, pupils: PupilNames) => Classification;
}

export interface ClassifierOptions {
  readonly categoryMap: CategoryMap;
  /** A school's own words and rules, added to ours. */
  readonly extraRules?: Partial<KnowledgeFiles>;
}

const NOT_AIMED: Target = { child: false, staff: false };

const TRUNCATED: ReviewReason = {
  reason: 'truncated',
  code: null,
  priority: 3,
  field: 'narrative',
  start: 0,
  end: 0,
};

/** A shorter narrative is a plain statement, not a note. */
const NOTE_WORDS = 9;

/** A longer narrative tells what happened, whatever category it was filed under: with and without any action taken. */
const TOLD_WORDS = 30;
const TOLD_WORDS_NOTHING_DONE = 20;

function mask(text: string, from: number, words: readonly { start: number; end: number }[]): string {
  let out = text;
  for (const { start, end } of words) {
    out = out.slice(0, start - from) + maskWord(out.slice(start - from, end - from)) + out.slice(end - from);
  }
  return out;
}

/** Everything that is found in one record, before labels are decided: for tests and for `explain`. */
export interface Reading {
  readonly tokens: TokenBuffer;
  readonly candidates: readonly Candidate[];
  readonly cues: readonly CueHit[];
}

/** The engine with its inner view, for tests and `explain`. */
export interface Engine extends Classifier {
  readonly compiled: CompiledRules;
  readonly read: (incident: RecordWords, pupils: PupilNames) => Reading;
}

/** Like `buildClassifier`, with the inner view that tests and explanations need. */
export function buildEngine(options: ClassifierOptions): Engine {
  const compiled = loadCompiledRules(options.extraRules);
  const taxonomy = new Map(readTaxonomy().labels.map((label) => [label.code, label]));
  const tokens = createTokenBuffer();
  const size = tokens.start.length;
  const scan = createScan(size);
  const people = createPeople(size);
  const mods = createModifiers(size);
  const { grammar, words, owners } = compiled;
  const view = { tokens, scan, people, compiled, words };
  const match = createMatcher(scan, grammar, tokens, compiled.patterns);
  const findHits = createHitFinder(grammar, compiled.patterns);
  const listOwnPupils = createOwnPupilList();
  const pass: RolePass = {
    tokens,
    scan,
    grammar,
    symbols: compiled.roles,
    bits: compiled.persons,
    ofWord: compiled.traits.persons.ofWord,
    people,
    own: listOwnPupils({ involvements: [] }, new Map()),
  };
  const stops = {
    ends: (at: number) => is(view, at, words.terminator),
    newSubject: (at: number) => {
      const role = people.role[at] ?? 0;
      if (role === ROLE.none || role === ROLE.object || people.length[at] === 0) return false;
      const next = at + (people.length[at] ?? 1);
      return tokens.sentence[next] === tokens.sentence[at] && is(view, next, words.finite | words.auxiliary);
    },
  };

  const read = (incident: RecordWords, pupils: PupilNames): Reading => {
    resetTokens(tokens);
    tokeniseField(tokens, 0, incident.categoryText, grammar.vocabulary);
    tokeniseField(tokens, 1, incident.narrative, grammar.vocabulary);
    tokeniseField(tokens, 2, incident.action, grammar.vocabulary);
    tokens.sentence[tokens.count] = -1;
    findPhrases(scan, grammar, tokens, compiled.traits);
    pass.own = listOwnPupils(incident, pupils);
    assignRoles(pass);
    readInitialsAsStaff(pass);
    const hits = findHits(scan, tokens, match);
    const cues = readCues(hits, owners, tokens);
    applyCues(tokens, mods, cues, stops);
    const candidates = judgeCandidates(view, mods, hits, extractEvents(view));
    return { tokens, candidates, cues };
  };

  const countIn = (field: number): number => {
    let count = 0;
    for (let at = 0; at < tokens.count; at++) if (tokens.field[at] === field) count++;
    return count;
  };

  const namesStaff = (): boolean => {
    for (let at = 0; at < tokens.count; at++)
      if (people.role[at] === ROLE.staff || people.role[at] === ROLE.author) return true;
    return false;
  };

  const isNote = (): boolean => countIn(CATEGORY_FIELD) > 0 && countIn(NARRATIVE_FIELD) >= NOTE_WORDS;

  const showEvidence = (candidate: Pick<Candidate, 'from' | 'to' | 'rule'>): Evidence => {
    const field = tokens.field[candidate.from] ?? 0;
    const start = tokens.start[candidate.from] ?? 0;
    const end = tokens.end[candidate.to - 1] ?? start;
    const slurs: { start: number; end: number }[] = [];
    for (let at = candidate.from; at < candidate.to; at++) {
      if (is(view, at, words.slur)) {
        slurs.push({ start: tokens.start[at] ?? 0, end: tokens.end[at] ?? 0 });
      }
    }
    const text = (tokens.texts[field] ?? '').slice(start, end);
    return {
      field: FIELD_NAMES[field] ?? 'narrative',
      start,
      end,
      text: mask(text, start, slurs),
      rule: candidate.rule,
    };
  };

  /** Written by more than a pronoun or initials. */
  const isNamedPupil = (at: number): boolean =>
    people.role[at] === ROLE.pupil && (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) > 2;

  let cues: readonly CueHit[] = [];
  const showCue: CombineInput['showCue'] = ({ from, stop }) => {
    const same = cues.filter((cue) => cue.flag === stop);
    const near = same.find((cue) => tokens.sentence[cue.from] === tokens.sentence[from]) ?? same[0];
    return near === undefined ? null : showEvidence({ from: near.from, to: near.to, rule: near.id });
  };
  const combine = {
    taxonomy,
    showEvidence,
    showCue,
    namesChild: ({ patientAt, from, to }: Candidate) => {
      if (patientAt >= 0) return isNamedPupil(patientAt);
      for (let at = from; at < to; at++) if (isNamedPupil(at)) return true;
      return false;
    },
    sentence: (token: number) => tokens.sentence[token] ?? 0,
    target: (candidate: Candidate, near: boolean) =>
      cuesSay(cues, 'nobody') ? NOT_AIMED : findTarget(view, candidate.from, near),
    targetOfRecord: () => {
      let at = 0;
      while (at < tokens.count && tokens.field[at] === CATEGORY_FIELD) at++;
      return at === tokens.count || cuesSay(cues, 'nobody') ? NOT_AIMED : findTarget(view, at, false);
    },
    reported: (candidate: Candidate) => ((mods.flags[candidate.from] ?? 0) & FLAG.reported) !== 0,
  };
  const findCategories = createCategoryFinder(options.categoryMap);

  return {
    version: compiled.version,
    compiled,
    read,
    classify: (incident, pupils) => {
      const reading = read(incident, pupils);
      cues = reading.cues;
      const combined = combineLabels({
        ...combine,
        candidates: reading.candidates,
        categories: findCategories(incident),
        doubts: listDoubts(cues),
        noted: isNote(),
        nothingDone: isNote() && countIn(ACTION_FIELD) === 0,
        toldAtLength:
          countIn(NARRATIVE_FIELD) > (countIn(ACTION_FIELD) === 0 ? TOLD_WORDS_NOTHING_DONE : TOLD_WORDS),
        namesStaff: namesStaff(),
      });
      const review = tokens.truncated ? [...combined.review, TRUNCATED] : combined.review;
      return { ...combined, review, roles: namePupilRoles(incident, people, reading.candidates) };
    },
  };
}

function cuesSay(cues: readonly CueHit[], flag: CueHit['flag']): boolean {
  return cues.some((cue) => cue.flag === flag);
}

/** Modifiers that make it doubtful whether a recorded category may be taken at its word. */
const DOUBTS: ReadonlySet<string> = new Set(['not_upheld', 'lesson', 'accident', 'ordinary']);

const NO_DOUBTS: readonly string[] = [];

function listDoubts(cues: readonly CueHit[]): readonly string[] {
  if (cues.length === 0) return NO_DOUBTS;
  return cues.filter(({ flag }) => DOUBTS.has(flag)).map(({ flag }) => flag);
}

/**
 * Builds the classifier: compiles words and rules (some tens of milliseconds), then labels records without
 * looking at anything else. Same records and same `version`: same labels, byte for byte.
 */
export function buildClassifier(options: ClassifierOptions): Classifier {
  const { version, classify } = buildEngine(options);
  return { version, classify };
}
