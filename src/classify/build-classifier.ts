import type { Classification, Evidence, ReviewReason } from '../incident/classification.ts';
import type { Incident, Pupil, PupilKey } from '../incident/incident.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { applyCues, type CueHit, createModifiers } from './apply-cues.ts';
import { assignRoles, createPeople, ROLE, readInitialsAsStaff } from './assign-roles.ts';
import type { Candidate } from './candidate.ts';
import { combineLabels, type FoundCategory } from './combine-labels.ts';
import { type CompiledRules, compileRules, type KnowledgeFiles } from './compile-rules.ts';
import { createHitFinder } from './create-hit-finder.ts';
import { maskWord } from './create-slur-mask.ts';
import { FLAG } from './cue.ts';
import { extractEvents, findEventWords } from './extract-events.ts';
import { findTarget } from './find-target.ts';
import { hashKnowledge } from './hash-knowledge.ts';
import { judgeCandidates } from './judge-candidates.ts';
import { readKnowledge } from './knowledge.ts';
import { listOwnPupils } from './list-own-pupils.ts';
import { namePupilRoles } from './name-pupil-roles.ts';
import { createMatcher, createScan, findPhrases, spanOf } from './scan.ts';
import {
  ACTION_FIELD,
  CATEGORY_FIELD,
  createTokenBuffer,
  FIELD_NAMES,
  MARK,
  NARRATIVE_FIELD,
  type TokenBuffer,
} from './token-buffer.ts';
import { resetTokens, tokeniseField } from './tokenise.ts';

/** Labels incidents. One holds its own working arrays: use one for each thread, for any number of records. */
export interface Classifier {
  /** Hash of the words and rules: the same version gives the same labels. */
  readonly version: string;
  readonly classify: (incident: Incident, pupils: ReadonlyMap<PupilKey, Pupil>) => Classification;
}

export interface ClassifierOptions {
  readonly categoryMap: CategoryMap;
  /** A school's own words and rules, added to ours. */
  readonly extraRules?: Partial<KnowledgeFiles>;
}

/** Modifiers that count only in the writer's own words: a "not" inside an insult denies nothing. */
const OF_THE_WRITER: ReadonlySet<string> = new Set(['negated', 'hypothetical', 'planned', 'historical']);

const TRUNCATED: ReviewReason = {
  reason: 'truncated',
  code: null,
  priority: 3,
  field: 'narrative',
  start: 0,
  end: 0,
};

/** Most category texts that are kept: enough for any school, and hostile data cannot fill the memory. */
const MOST_CATEGORY_TEXTS = 2000;

/** A shorter narrative is a plain statement, not a note. */
const NOTE_WORDS = 9;

/** Fewer words than these beside the category tell nothing. */
const FEW_WORDS = 3;

function mask(text: string, from: number, words: readonly { start: number; end: number }[]): string {
  let out = text;
  for (const { start, end } of words) {
    out = out.slice(0, start - from) + maskWord(out.slice(start - from, end - from)) + out.slice(end - from);
  }
  return out;
}

function findCategories(incident: Incident, map: CategoryMap): FoundCategory[] {
  const found: FoundCategory[] = [];
  const seen = new Set<string>();
  const evidence: Evidence = {
    field: 'category',
    start: 0,
    end: incident.categoryText.length,
    text: incident.categoryText,
    rule: 'category',
  };
  for (const path of incident.categories) {
    const outer = path.split(' > ')[0] ?? path;
    for (const part of new Set([path, outer])) {
      const meaning = map.find(part);
      if (meaning === null || seen.has(meaning.matched)) continue;
      if (
        part !== path &&
        !meaning.codes.some((code) => code.startsWith('bullying') || code.startsWith('prejudice'))
      )
        continue;
      seen.add(meaning.matched);
      found.push({ meaning, evidence: { ...evidence, rule: `category.${meaning.matched.toLowerCase()}` } });
    }
  }
  return found;
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
  readonly read: (incident: Incident, pupils: ReadonlyMap<PupilKey, Pupil>) => Reading;
}

/** Like `buildClassifier`, with the inner view that tests and explanations need. */
export function buildEngine(options: ClassifierOptions): Engine {
  const knowledge = readKnowledge(options.extraRules);
  const compiled = compileRules(knowledge);
  const taxonomy = new Map(readTaxonomy().labels.map((label) => [label.code, label]));
  const tokens = createTokenBuffer();
  const size = tokens.start.length;
  const scan = createScan(size);
  const people = createPeople(size);
  const mods = createModifiers(size);
  const words = findEventWords(compiled);
  const view = { tokens, scan, people, compiled, words };
  const matcher = createMatcher(scan, compiled.grammar, tokens, compiled.bits, compiled.width);
  const findHits = createHitFinder(compiled);
  const slur = compiled.grammar.symbols.get('c:SLUR') ?? -1;
  const stops = {
    ends: (at: number) => spanOf(scan, compiled.grammar, tokens, at, words.terminator) > 0,
    newSubject: (at: number) => {
      const role = people.role[at] ?? 0;
      if (role === ROLE.none || role === ROLE.object || people.length[at] === 0) return false;
      const next = at + (people.length[at] ?? 1);
      return (
        tokens.sentence[next] === tokens.sentence[at] &&
        (spanOf(scan, compiled.grammar, tokens, next, words.finite) > 0 ||
          spanOf(scan, compiled.grammar, tokens, next, compiled.roles.auxiliary) > 0)
      );
    },
  };

  // Schools have few different category texts and many records.
  const knownCategories = new Map<string, readonly FoundCategory[]>();
  const categoriesOf = (incident: Incident): readonly FoundCategory[] => {
    const key = `${incident.categoryText}\u0000${incident.categories.join('\u0000')}`;
    const known = knownCategories.get(key);
    if (known !== undefined) return known;
    const found = findCategories(incident, options.categoryMap);
    if (knownCategories.size < MOST_CATEGORY_TEXTS) knownCategories.set(key, found);
    return found;
  };

  const read = (incident: Incident, pupils: ReadonlyMap<PupilKey, Pupil>): Reading => {
    resetTokens(tokens);
    tokeniseField(tokens, 0, incident.categoryText, compiled.grammar.findWord);
    tokeniseField(tokens, 1, incident.narrative, compiled.grammar.findWord);
    tokeniseField(tokens, 2, incident.action, compiled.grammar.findWord);
    tokens.sentence[tokens.count] = -1;
    findPhrases(scan, compiled.grammar, tokens);
    const pass = {
      tokens,
      scan,
      grammar: compiled.grammar,
      symbols: compiled.roles,
      people,
      own: listOwnPupils(incident, pupils),
    };
    assignRoles(pass);
    readInitialsAsStaff(pass);
    const hits = findHits(scan, tokens, matcher);
    const shields = hits.filter((hit) => {
      const owner = compiled.owners[hit.owner];
      return owner?.kind === 'cue' && owner.cue.flag === 'shield';
    });
    const cues: CueHit[] = [];
    for (const hit of hits) {
      const owner = compiled.owners[hit.owner];
      if (owner?.kind !== 'cue' || owner.cue.flag === 'shield') continue;
      const field = tokens.field[hit.from] ?? 0;
      const wanted = owner.cue.in ?? 'text';
      if (wanted === 'text' ? field === CATEGORY_FIELD : wanted !== 'any' && FIELD_NAMES[field] !== wanted)
        continue;
      const quoted = ((tokens.marks[hit.from] ?? 0) & MARK.quoted) !== 0;
      if (quoted && OF_THE_WRITER.has(owner.cue.flag)) continue;
      if (
        !owner.cue.id.startsWith('attempt') &&
        shields.some((shield) => shield.from <= hit.from && shield.to >= hit.to)
      )
        continue;
      cues.push({
        id: owner.cue.id,
        flag: owner.cue.flag,
        reach: owner.cue.reach,
        size: owner.cue.size ?? 0,
        from: hit.from,
        to: hit.to,
      });
    }
    applyCues(tokens, mods, cues, stops);
    const candidates = judgeCandidates(view, mods, hits, extractEvents(view));
    return { tokens, candidates, cues };
  };

  const countIn = (field: number): number => {
    let count = 0;
    for (let at = 0; at < tokens.count; at++) if (tokens.field[at] === field) count++;
    return count;
  };

  const isNote = (): boolean => countIn(CATEGORY_FIELD) > 0 && countIn(NARRATIVE_FIELD) >= NOTE_WORDS;

  const showEvidence = (candidate: Pick<Candidate, 'from' | 'to' | 'rule'>): Evidence => {
    const field = tokens.field[candidate.from] ?? 0;
    const start = tokens.start[candidate.from] ?? 0;
    const end = tokens.end[candidate.to - 1] ?? start;
    const slurs: { start: number; end: number }[] = [];
    for (let at = candidate.from; at < candidate.to; at++) {
      if (spanOf(scan, compiled.grammar, tokens, at, slur) > 0) {
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

  return {
    version: hashKnowledge(knowledge),
    compiled,
    read,
    classify: (incident, pupils) => {
      const reading = read(incident, pupils);
      const nobody = cuesSay(reading.cues, 'nobody');
      const combined = combineLabels({
        candidates: reading.candidates,
        categories: categoriesOf(incident),
        taxonomy,
        showEvidence,
        showCue: ({ from, stop }) => {
          const same = reading.cues.filter((cue) => cue.flag === stop);
          const near = same.find((cue) => tokens.sentence[cue.from] === tokens.sentence[from]) ?? same[0];
          return near === undefined ? null : showEvidence({ from: near.from, to: near.to, rule: near.id });
        },
        namesChild: ({ patientAt, to }) => {
          const at = patientAt >= 0 ? patientAt : to - 1;
          const width = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0);
          return people.role[at] === ROLE.pupil && width > 2;
        },
        sentence: (token) => tokens.sentence[token] ?? 0,
        target: (candidate, near) =>
          nobody ? { child: false, staff: false } : findTarget(view, candidate.from, near),
        noted: isNote(),
        nothingDone: isNote() && countIn(ACTION_FIELD) === 0,
        namesStaff: people.role
          .subarray(0, tokens.count)
          .some((role) => role === ROLE.staff || role === ROLE.author),
        silent: tokens.count - countIn(CATEGORY_FIELD) < FEW_WORDS,
        targetOfRecord: () => {
          let at = 0;
          while (at < tokens.count && tokens.field[at] === CATEGORY_FIELD) at++;
          return nobody || at === tokens.count ? { child: false, staff: false } : findTarget(view, at, false);
        },
        reported: (candidate) => ((mods.flags[candidate.from] ?? 0) & FLAG.reported) !== 0,
        doubts: reading.cues
          .filter((cue) => ['not_upheld', 'lesson', 'accident', 'ordinary'].includes(cue.flag))
          .map((cue) => cue.flag),
      });
      const review = tokens.truncated ? [...combined.review, TRUNCATED] : combined.review;
      return { ...combined, review, roles: namePupilRoles(incident, people, reading.candidates) };
    },
  };
}

function cuesSay(cues: readonly CueHit[], flag: CueHit['flag']): boolean {
  return cues.some((cue) => cue.flag === flag);
}

/**
 * Builds the classifier: compiles words and rules (some tens of milliseconds), then labels records without
 * looking at anything else. Same records and same `version`: same labels, byte for byte.
 */
export function buildClassifier(options: ClassifierOptions): Classifier {
  const { version, classify } = buildEngine(options);
  return { version, classify };
}
