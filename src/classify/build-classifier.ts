import type { Classification, ReviewReason } from '../incident/classification.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import { applyCues, createModifiers } from './apply-cues.ts';
import { assignRoles, createPeople, ROLE, type RolePass, readInitialsAsStaff } from './assign-roles.ts';
import { createNameBlind } from './blind-names.ts';
import type { Candidate } from './candidate.ts';
import { combineLabels } from './combine-labels.ts';
import type { CompiledRules, KnowledgeFiles } from './compile-rules.ts';
import { createCategoryFinder } from './create-category-finder.ts';
import { createHitFinder } from './create-hit-finder.ts';
import { createMatcher } from './create-matcher.ts';
import { createRecordAnswers } from './create-record-answers.ts';
import { createSecondOpinion } from './create-second-opinion.ts';
import type { CueHit } from './cue-hit.ts';
import { cutsPerson } from './cuts-person.ts';
import { endsCue } from './ends-cue.ts';
import { type EventView, is } from './event-view.ts';
import { extractEvents } from './extract-events.ts';
import { givesReason } from './gives-reason.ts';
import { judgeCandidates } from './judge-candidates.ts';
import { createOwnPupilList } from './list-own-pupils.ts';
import type { RecordSigns } from './list-signs.ts';
import { loadCompiledRules } from './load-compiled-rules.ts';
import { loadReaderModel } from './load-reader-model.ts';
import { namePupilRoles } from './name-pupil-roles.ts';
import { readCues } from './read-cues.ts';
import { readEventRule, readRule } from './read-rule.ts';
import type { PupilNames, RecordWords } from './record-words.ts';
import { createScan, findPhrases } from './scan.ts';
import type { ReaderModel } from './second-reader.ts';
import { isOfPart } from './stands-behind.ts';
import { createTokenBuffer, type TokenBuffer } from './token-buffer.ts';
import { resetTokens, tokeniseField } from './tokenise.ts';
import type { SignsListener } from './weigh-labels.ts';

/** Labels incidents. One holds its own working arrays: use one for each thread, for any number of records. */
export interface Classifier {
  /** Hash of the words and rules: with the second reader and stand-in names of one build, it tells the labels. */
  readonly version: string;
  readonly classify: (incident: RecordWords, pupils: PupilNames) => Classification;
  /** Does the same to a record that stand-ins were put into already (blind-names.ts). */
  readonly classifyBlind: (incident: RecordWords, pupils: PupilNames) => Classification;
}

export interface ClassifierOptions {
  readonly categoryMap: CategoryMap;
  /** A school's own words and rules, added to ours. */
  readonly extraRules?: Partial<KnowledgeFiles> | undefined;
  /** Another model for the second reader, or null for the rules alone; ours when left out. */
  readonly secondReader?: ReaderModel | null;
  /** Told of what speaks for each label of a record that the second reader is asked about. */
  readonly listen?: SignsListener;
  /** Told of what the rules make of each record: what a second reader is to learn from. */
  readonly listenSigns?: (signs: RecordSigns) => void;
}

/** Words that may stand before a person: `a Year 8 | boy`. */
const NEAR_PERSON = 2;

const TRUNCATED: ReviewReason = {
  reason: 'truncated',
  code: null,
  priority: 3,
  field: 'narrative',
  start: 0,
  end: 0,
};

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
  const tokens = createTokenBuffer();
  const size = tokens.start.length;
  const scan = createScan(size);
  const people = createPeople(size);
  const mods = createModifiers(size);
  const { grammar, words, owners } = compiled;
  const readings = owners.map((owner) => (owner.kind === 'rule' ? readRule(owner.rule) : null));
  const eventRules = new Map(
    [...compiled.eventsByVerb].map(([verb, rules]) => [verb, rules.map(readEventRule)]),
  );
  const view: EventView = { tokens, scan, people, compiled, words, readings, eventRules };
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
    ends: (at: number) => is(view, at, words.terminator) || endsCue(tokens, at),
    newSubject: (at: number) => {
      const role = people.role[at] ?? 0;
      if (role === ROLE.none || role === ROLE.object || people.length[at] === 0) return false;
      const next = at + (people.length[at] ?? 1);
      return tokens.sentence[next] === tokens.sentence[at] && is(view, next, words.finite | words.auxiliary);
    },
    inSubject: (at: number) =>
      (people.role[at] ?? ROLE.none) !== ROLE.none ||
      is(view, at, words.article | words.and) ||
      isOfPart(view, at),
    joins: (at: number) => is(view, at, words.and),
    reasons: (at: number) => givesReason(tokens, at),
    person: (at: number) => {
      for (let next = at; next <= at + NEAR_PERSON && tokens.sentence[next] === tokens.sentence[at]; next++)
        if ((people.role[next] ?? ROLE.none) !== ROLE.none) return true;
      return false;
    },
    passive: (at: number) => is(view, at, words.passive) && is(view, at, words.auxiliary),
    finite: (at: number) =>
      tokens.sentence[at] === tokens.sentence[at - 1] && is(view, at, words.finite | words.auxiliary),
  };

  let cues: readonly CueHit[] = [];
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
    const hits = findHits(scan, tokens, match).filter(
      (hit) => owners[hit.owner]?.kind !== 'ordinary' || !cutsPerson(tokens, people, hit),
    );
    cues = readCues(hits, owners, tokens);
    applyCues(tokens, mods, cues, stops);
    const candidates = judgeCandidates(view, mods, hits, extractEvents(view));
    return { tokens, candidates, cues };
  };

  const { listen, listenSigns } = options;
  const model = options.secondReader === undefined ? loadReaderModel() : options.secondReader;
  const second = model === null ? null : createSecondOpinion(model);
  const answers = createRecordAnswers(view, mods, () => cues);
  const findCategories = createCategoryFinder(options.categoryMap);
  const blindNames = createNameBlind();
  const classifyBlind: Classifier['classifyBlind'] = (incident, pupils) => {
    const { candidates } = read(incident, pupils);
    const { labels, suppressed, review } = combineLabels(candidates, findCategories(incident), answers, {
      second:
        second === null
          ? null
          : {
              ask: (signs) => second.ask(incident, signs),
              askNone: (signs) => second.askNone(incident, signs),
            },
      listen,
      listenSigns,
    });
    return {
      labels,
      suppressed,
      review: tokens.truncated ? [...review, TRUNCATED] : review,
      roles: namePupilRoles(incident, people, candidates),
    };
  };

  return {
    version: compiled.version,
    compiled,
    read,
    classifyBlind,
    classify: (incident, pupils) => {
      const { record, pupils: others, restore } = blindNames(incident, pupils);
      return restore(classifyBlind(record, others));
    },
  };
}

/**
 * Builds the classifier: compiles words and rules (some tens of milliseconds), then labels records without
 * looking at anything else. Same records and same `version`: same labels, byte for byte.
 */
export function buildClassifier(options: ClassifierOptions): Classifier {
  const { version, classify, classifyBlind } = buildEngine(options);
  return { version, classify, classifyBlind };
}
