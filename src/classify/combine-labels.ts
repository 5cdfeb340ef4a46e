import type {
  Evidence,
  Label,
  LabelStatus,
  ReviewReason,
  SuppressedLabel,
} from '../incident/classification.ts';
import type { CategoryMeaning } from '../policy/category-map.ts';
import type { LabelTier, TaxonomyLabel } from '../policy/taxonomy.ts';
import type { Candidate } from './candidate.ts';
import { decideBullying, HARM_LABELS } from './decide-bullying.ts';
import type { Target } from './find-target.ts';

/** A recorded category that the map knows, with its place in the category text. */
export interface FoundCategory {
  readonly meaning: CategoryMeaning;
  readonly evidence: Evidence;
}

/** What a record gives to the decision. */
export interface CombineInput {
  readonly candidates: readonly Candidate[];
  readonly categories: readonly FoundCategory[];
  readonly taxonomy: ReadonlyMap<string, TaxonomyLabel>;
  readonly showEvidence: (candidate: Candidate) => Evidence;
  readonly target: (candidate: Candidate, near: boolean) => Target;
  /** At whom the record as a whole is aimed, for labels that rest on the category. */
  readonly targetOfRecord: () => Target;
  readonly reported: (candidate: Candidate) => boolean;
  /** The cue that stopped a candidate, if it was one. */
  readonly showCue: (candidate: Candidate) => Evidence | null;
  /** Whether the text names or stands for a member of staff. */
  readonly namesStaff: boolean;
  /** Whether the words of a candidate name a child, rather than a pronoun or initials. */
  readonly namesChild: (candidate: Candidate) => boolean;
  /** Number of the sentence of a token. */
  readonly sentence: (token: number) => number;
  /** Whether a category and some sentences are recorded. */
  readonly noted: boolean;
  /** The same, and not a word of what was done. */
  readonly nothingDone: boolean;
  /** Whether the narrative tells enough that what the category says ought to show in it. */
  readonly toldAtLength: boolean;
  /** Whole-record reasons against taking the category at its word. */
  readonly doubts: readonly string[];
}

export interface Combined {
  readonly labels: readonly Label[];
  readonly suppressed: readonly SuppressedLabel[];
  readonly review: readonly ReviewReason[];
}

interface Draft {
  readonly code: string;
  status: LabelStatus;
  strength: 1 | 2 | 3;
  readonly evidence: Evidence[];
}

interface Work {
  readonly input: CombineInput;
  readonly drafts: Map<string, Draft>;
  readonly signals: Set<string>;
  readonly review: ReviewReason[];
}

const MOST_EVIDENCE = 6;

function addLabel(
  work: Work,
  code: string,
  strength: 1 | 2 | 3,
  evidence: Evidence,
  reported: boolean,
): void {
  const known = work.drafts.get(code);
  if (known === undefined) {
    work.drafts.set(code, {
      code,
      status: reported ? 'alleged' : 'observed',
      strength,
      evidence: [evidence],
    });
    return;
  }
  if (strength > known.strength) known.strength = strength;
  if (!reported) known.status = 'observed';
  const same = known.evidence.some(
    (other) => other.field === evidence.field && other.start === evidence.start && other.end === evidence.end,
  );
  if (!same && known.evidence.length < MOST_EVIDENCE) known.evidence.push(evidence);
}

/** Signal that a member of staff is there to be spoken to: for rules about words at staff. */
const STAFF_THERE = '~staff_there';

function holds(work: Work, label: string): boolean {
  if (label.endsWith('*')) {
    const start = label.slice(0, -1);
    return [...work.drafts.keys(), ...work.signals].some((other) => other.startsWith(start));
  }
  return work.drafts.has(label) || work.signals.has(label);
}

function accept(work: Work, candidate: Candidate): void {
  if (candidate.label.startsWith('~')) work.signals.add(candidate.label);
  else
    addLabel(
      work,
      candidate.label,
      candidate.strength,
      work.input.showEvidence(candidate),
      work.input.reported(candidate),
    );
}

/**
 * Under a category for assaults on staff, and where the text tells of a blow at staff or of a hold, a blow whose victim
 * the text does not name as a child is a blow at staff: `bit her` in such a record is not about a pupil.
 */
function readVictims(work: Work): Candidate[] {
  const free = work.input.candidates.filter((candidate) => candidate.stop === null);
  const saysStaff = work.input.categories.some(({ meaning }) => meaning.codes.includes('staff.physical'));
  const tellsStaff = free.some(
    ({ label, unless }) =>
      (label === 'staff.physical' || label === 'positive_handling') && unless.length === 0,
  );
  if (!saysStaff && !tellsStaff) return free;
  const named = free.filter(
    (candidate) => candidate.label !== 'child_on_child.physical' || work.input.namesChild(candidate),
  );
  if (!saysStaff) return named;
  return named.map((candidate) =>
    candidate.label === '~hit.unsaid' ? { ...candidate, label: 'staff.physical' } : candidate,
  );
}

function acceptText(work: Work): void {
  if (work.input.namesStaff) work.signals.add(STAFF_THERE);
  const free = readVictims(work);
  const conditional: Candidate[] = [];
  for (const candidate of free) {
    if (candidate.needs.length > 0 || candidate.unless.length > 0) conditional.push(candidate);
    else accept(work, candidate);
  }
  for (let round = 0; round < 2; round++) {
    for (const candidate of conditional) {
      const needed = candidate.needs.length === 0 || candidate.needs.some((label) => holds(work, label));
      if (needed && !candidate.unless.some((label) => holds(work, label))) accept(work, candidate);
    }
  }
}

function tierOf(work: Work, code: string): LabelTier {
  return work.input.taxonomy.get(code)?.tier ?? 'B';
}

function stoppedFor(work: Work, code: string): Candidate | undefined {
  const family = code.split('.')[0] ?? code;
  return work.input.candidates.find(
    (candidate) =>
      candidate.stop !== null &&
      (candidate.label === code || candidate.label === family || candidate.label.startsWith(`${code}.`)),
  );
}

function reviewCategory(
  work: Work,
  code: string,
  evidence: Evidence,
  reason: string,
  priority: number,
): void {
  work.review.push({
    reason,
    code,
    priority,
    field: evidence.field,
    start: evidence.start,
    end: evidence.end,
  });
}

/** Whether the recorded category says what a label says, or something of its kind. */
function categoryAgrees(work: Work, code: string): boolean {
  return work.input.categories.some(
    ({ meaning }) =>
      meaning.nature !== 'context' && meaning.codes.some((other) => groupOf(other) === groupOf(code)),
  );
}

/**
 * A record in which nothing was done is more often a note than an incident: there, a single phrase is no proof
 * unless the category agrees or the grammar says who did what to whom. What is not believed goes to review.
 */
function doubtLonelyWords(work: Work): void {
  if (!work.input.nothingDone && !(work.input.noted && work.signals.has('~nothing_done'))) return;
  for (const [code, { evidence }] of [...work.drafts]) {
    const [only] = evidence;
    if (only === undefined || evidence.length > 1 || only.field !== 'narrative') continue;
    if (only.rule.startsWith('event.') || isResponseCode(code) || categoryAgrees(work, code)) continue;
    work.drafts.delete(code);
    reviewCategory(work, code, only, 'lonely_words', tierOf(work, code) === 'A' ? 3 : 1);
  }
}

/** Conduct that is background when harm is told: one phrase of it is no finding, unless the category agrees. */
const BACKGROUND: ReadonlySet<string> = new Set([
  'absconding',
  'accident',
  'defiance',
  'disruption',
  'safeguarding_other',
  'swearing',
  'theft',
]);

function dropBackground(work: Work): void {
  if (!hasHarm(work)) return;
  for (const [code, { evidence }] of [...work.drafts]) {
    if (BACKGROUND.has(code) && evidence.length === 1 && !categoryAgrees(work, code))
      work.drafts.delete(code);
  }
}

function isResponseCode(code: string): boolean {
  return code.startsWith('response.') || code.startsWith('exclusion.');
}

/** Sorting names that mean little when the text tells of something worse. */
const CONDUCT: ReadonlySet<string> = new Set(['disruption', 'defiance', 'swearing', 'device', 'positive']);

function hasHarm(work: Work): boolean {
  return [...work.drafts.keys()].some((code) =>
    ['bullying', 'child_on_child', 'prejudice', 'staff'].includes(code.split('.')[0] ?? ''),
  );
}

/**
 * Gives what the categories say. A category is the school's own statement: where the text is silent it stands, weakly,
 * and if serious it is asked about; only a text that denies it, or tells of a lesson or an accident, takes it back.
 * A text that tells at length of nothing that we know is not silent: there the category goes to a person.
 */
function acceptCategories(work: Work): void {
  for (const { meaning, evidence } of work.input.categories) {
    if (meaning.nature === 'context') continue;
    for (const code of meaning.codes) {
      if (meaning.nature === 'outcome') {
        addLabel(work, code, 2, evidence, false);
        continue;
      }
      if (work.drafts.has(code)) {
        addLabel(work, code, 3, evidence, false);
        continue;
      }
      const serious = tierOf(work, code) === 'A';
      const stopped = stoppedFor(work, code);
      if (stopped !== undefined) {
        reviewCategory(work, code, evidence, 'category_contradicted', serious ? 5 : 3);
        continue;
      }
      const doubt = work.input.doubts[0];
      if (doubt !== undefined) {
        if (serious) reviewCategory(work, code, evidence, 'category_contradicted', 3);
        continue;
      }
      if (code === 'safeguarding_other') {
        if (work.drafts.size === 0) reviewCategory(work, code, evidence, 'category_only', 2);
        continue;
      }
      if (work.input.toldAtLength && tellsNothing(work)) {
        reviewCategory(work, code, evidence, 'category_only', serious ? 3 : 1);
        continue;
      }
      if ((CONDUCT.has(code) || code === 'accident') && hasHarm(work)) continue;
      if (code.startsWith('child_on_child') && work.drafts.has('staff.physical')) continue;
      if (code === 'staff.physical' && (work.drafts.has('positive_handling') || work.drafts.has('accident')))
        continue;
      addLabel(work, code, 1, evidence, false);
      if (serious) reviewCategory(work, code, evidence, 'category_only', 1);
    }
  }
}

function firstCandidate(work: Work, label: string): Candidate | undefined {
  return work.input.candidates.find((candidate) => candidate.label === label && candidate.stop === null);
}

/** Harm by words and looks, which may as well be aimed at staff: calling a teacher names is not bullying. */
const WORDS: ReadonlySet<string> = new Set(['~harm.verbal', '~harm.stare', '~harm.gesture']);

function aimedAtChild(work: Work, label: string): boolean {
  const words = WORDS.has(label);
  if (!words && !label.startsWith('prejudice.')) return true;
  const candidates = work.input.candidates
    .filter((candidate) => candidate.label === label && candidate.stop === null)
    .slice(0, MOST_ASKED);
  if (words) {
    return (
      candidates.length === 0 ||
      candidates.some((candidate) => {
        const target = work.input.target(candidate, false);
        return target.child || !target.staff;
      })
    );
  }
  return (
    candidates.length === 0 ||
    candidates.some((candidate) => work.input.target(candidate, work.drafts.has('damage')).child)
  );
}

const NEAR = 2;

/** Words of repetition count for harm told within two sentences of them: `again` about his shoes repeats nothing. */
function dropFarRepetition(work: Work, found: Set<string>): void {
  const sentences = (test: (label: string) => boolean): number[] =>
    work.input.candidates
      .filter(({ label, stop }) => stop === null && test(label))
      .map(({ from }) => work.input.sentence(from));
  const harms = sentences((label) => HARM_LABELS.some((harm) => label === harm));
  if (!found.has('~repeat')) return;
  const near = sentences((label) => label === '~repeat').some((at) =>
    harms.some((harm) => Math.abs(harm - at) <= NEAR),
  );
  if (!near) found.delete('~repeat');
}

/** Most records of bullying show two kinds of it; with fewer found, one may have been overlooked. */
const SURE_KINDS = 2;

function decide(work: Work): void {
  const found = new Set(work.signals);
  for (const code of work.drafts.keys()) found.add(code);
  dropFarRepetition(work, found);
  const verdict = decideBullying(found, (label) => aimedAtChild(work, label));
  const named = firstCandidate(work, 'bullying');
  const repeat = firstCandidate(work, '~repeat');
  if (verdict.holds) {
    const proof = named ?? repeat;
    const shown =
      proof === undefined ? work.drafts.get('bullying')?.evidence[0] : work.input.showEvidence(proof);
    for (const [kind, source] of verdict.kinds) {
      const candidate = firstCandidate(work, source);
      const evidence =
        candidate === undefined
          ? (work.drafts.get(source)?.evidence[0] ?? shown)
          : work.input.showEvidence(candidate);
      if (evidence !== undefined) addLabel(work, kind, 2, evidence, false);
    }
    if (shown !== undefined) {
      addLabel(work, 'bullying', named === undefined ? 2 : 3, shown, false);
      if (verdict.kinds.size < SURE_KINDS) reviewCategory(work, 'bullying', shown, 'kind_unsure', 4);
    }
  } else if (verdict.doubtful) {
    const harm = work.input.candidates.find(
      (candidate) => candidate.stop === null && candidate.label.startsWith('~harm'),
    );
    if (harm !== undefined) {
      const evidence = work.input.showEvidence(harm);
      work.review.push({
        reason: 'harm_without_repetition',
        code: 'bullying',
        priority: 1,
        field: evidence.field,
        start: evidence.start,
        end: evidence.end,
      });
    }
  }
}

/** Sexual remarks that are aimed at staff only are abuse of staff, not harassment of a child. */
function aimHarassment(work: Work): void {
  const code = 'child_on_child.sexual_harassment';
  const own = work.input.candidates
    .filter(({ label, stop }) => label === code && stop === null)
    .slice(0, MOST_ASKED);
  const atStaff = (candidate: Candidate): boolean => {
    const { child, staff } = work.input.target(candidate, false);
    return staff && !child;
  };
  const evidence = work.drafts.get(code)?.evidence[0];
  if (evidence === undefined || own.length === 0 || !own.every(atStaff)) return;
  if (work.input.categories.some(({ meaning }) => meaning.codes.includes(code))) return;
  work.drafts.delete(code);
  addLabel(work, 'staff.verbal', 2, evidence, false);
}

/** Findings of one kind for which it is asked at whom they were aimed: the answer takes a look at the whole record. */
const MOST_ASKED = 20;

function aimPrejudice(work: Work): void {
  for (const code of [...work.drafts.keys()]) {
    if (!code.startsWith('prejudice.')) continue;
    const draft = work.drafts.get(code);
    const evidence = draft?.evidence[0];
    if (draft === undefined || evidence === undefined) continue;
    if (firstCandidate(work, code) === undefined) {
      const { child, staff } = work.input.targetOfRecord();
      if (child && !staff) addLabel(work, 'child_on_child', 1, evidence, false);
      continue;
    }
    let asked = 0;
    for (const candidate of work.input.candidates) {
      if (candidate.label !== code || candidate.stop !== null) continue;
      if (++asked > MOST_ASKED) break;
      const target = work.input.target(candidate, work.drafts.has('damage'));
      if (target.child) addLabel(work, 'child_on_child', 2, work.input.showEvidence(candidate), false);
      if (target.staff && !target.child)
        addLabel(work, 'staff.verbal', 2, work.input.showEvidence(candidate), false);
    }
  }
}

function close(work: Work): void {
  const queue = [...work.drafts.keys()];
  while (queue.length > 0) {
    const code = queue.pop() ?? '';
    const draft = work.drafts.get(code);
    const implied = [...(work.input.taxonomy.get(code)?.implies ?? [])];
    if (code === 'bullying.homophobic' && !work.drafts.has('prejudice.transphobic'))
      implied.push('prejudice.homophobic');
    for (const next of implied) {
      if (work.drafts.has(next) || draft === undefined) continue;
      work.drafts.set(next, {
        code: next,
        status: draft.status,
        strength: 1,
        evidence: draft.evidence.slice(0, 1),
      });
      queue.push(next);
    }
  }
}

/** Whether the record has no label but for what the school did: then its soft words are all that there is. */
function tellsNothing(work: Work): boolean {
  return [...work.drafts.keys()].every(
    (code) => code.startsWith('response.') || code.startsWith('exclusion.'),
  );
}

const SEXUAL = 'sexual';
const SEXUAL_LABELS = ['sexual', 'nudes', 'upskirting', 'coerced'];

/** Labels that make a soft word of another superfluous: the family, and the sexual ones among children by themselves. */
function groupOf(code: string): string {
  const [family = code, kind = ''] = code.split('.');
  return SEXUAL_LABELS.some((start) => kind.startsWith(start)) ? SEXUAL : family;
}

/** Words that may mean more, and blows at nobody knows whom, where no label of their family was given. */
function reviewSoftWords(work: Work): void {
  for (const candidate of work.input.candidates) {
    if (candidate.stop !== null) continue;
    const soft = candidate.label.startsWith('~soft.') || candidate.label.startsWith('~cat.');
    if (!soft && candidate.label !== '~hit.unsaid') continue;
    const blow = work.input.namesStaff ? 'staff.physical' : 'child_on_child.physical';
    const code = soft ? candidate.label.slice(candidate.label.indexOf('.') + 1) : blow;
    const given = [...work.drafts.keys()].some((other) => groupOf(other) === groupOf(code));
    if (given || work.review.some((reason) => reason.code === code)) continue;
    const { field, start, end } = work.input.showEvidence(candidate);
    const named = field === 'category' || groupOf(code) === SEXUAL;
    const priority = tellsNothing(work) && (soft || work.input.namesStaff) ? 4 : named ? 3 : 1;
    work.review.push({ reason: soft ? 'soft_cue' : 'harm_unresolved', code, priority, field, start, end });
  }
}

/** `AK bit CT`, `hit her ear`: a blow at a child, as far as we know, whose victim no word shows to be one. */
function reviewVictim(work: Work): void {
  const code = 'child_on_child.physical';
  const evidence = work.drafts.get(code)?.evidence[0];
  if (evidence === undefined || work.drafts.has('staff.physical') || work.drafts.has('fighting')) return;
  const blows = work.input.candidates.filter(({ label, stop }) => label === code && stop === null);
  if (blows.length === 0 || blows.some((candidate) => work.input.namesChild(candidate))) return;
  reviewCategory(work, 'staff.physical', evidence, 'victim_unsure', 2);
}

function listStopped(work: Work): { stopped: SuppressedLabel[]; extra: Label[] } {
  const stopped: SuppressedLabel[] = [];
  const extra: Label[] = [];
  const seen = new Set<string>();
  for (const candidate of work.input.candidates) {
    const { label, stop } = candidate;
    if (stop === null || label.startsWith('~') || work.drafts.has(label) || seen.has(`${label} ${stop}`))
      continue;
    seen.add(`${label} ${stop}`);
    const evidence = work.input.showEvidence(candidate);
    if (stop === 'ordinary') continue;
    const cue = work.input.showCue(candidate);
    stopped.push({ code: label, reason: stop, evidence: cue === null ? [evidence] : [evidence, cue] });
    if ((stop === 'historical' || stop === 'not_upheld') && !extra.some((other) => other.code === label)) {
      extra.push({ code: label, status: stop, strength: 1, evidence: [evidence] });
    }
    if (stop === 'not_upheld') {
      work.review.push({
        reason: 'not_upheld',
        code: label,
        priority: 4,
        field: evidence.field,
        start: evidence.start,
        end: evidence.end,
      });
    } else if (tierOf(work, label) === 'A' && stop !== 'lesson' && stop !== 'hypothetical') {
      work.review.push({
        reason: `suppressed_${stop}`,
        code: label,
        priority: 2,
        field: evidence.field,
        start: evidence.start,
        end: evidence.end,
      });
    }
  }
  return { stopped, extra };
}

const ORDERS = new WeakMap<ReadonlyMap<string, TaxonomyLabel>, ReadonlyMap<string, number>>();

/** Place of each code in the taxonomy; made once for a taxonomy, because every record asks for it. */
function orderOf(taxonomy: ReadonlyMap<string, TaxonomyLabel>): ReadonlyMap<string, number> {
  const known = ORDERS.get(taxonomy);
  if (known !== undefined) return known;
  const order = new Map([...taxonomy.keys()].map((code, index) => [code, index]));
  ORDERS.set(taxonomy, order);
  return order;
}

/** Comes from candidates and categories to the labels of a record, those suppressed, and what a person should see. */
export function combineLabels(input: CombineInput): Combined {
  const work: Work = { input, drafts: new Map(), signals: new Set(), review: [] };
  acceptText(work);
  doubtLonelyWords(work);
  dropBackground(work);
  acceptCategories(work);
  decide(work);
  aimPrejudice(work);
  aimHarassment(work);
  close(work);
  const { stopped, extra } = listStopped(work);
  reviewSoftWords(work);
  reviewVictim(work);
  const order = orderOf(input.taxonomy);
  const byOrder = (a: { code: string }, b: { code: string }): number =>
    (order.get(a.code) ?? 999) - (order.get(b.code) ?? 999);
  const labels: Label[] = [...work.drafts.values(), ...extra];
  return {
    labels: labels.sort(byOrder),
    suppressed: stopped.sort(byOrder),
    review: work.review.sort((a, b) => b.priority - a.priority || a.start - b.start),
  };
}
