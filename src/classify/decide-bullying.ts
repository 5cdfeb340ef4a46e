import type { Candidate } from './candidate.ts';
import bullyingData from './data/bullying.yaml';
import { kindOf, type LabelKind } from './label-kind.ts';
import { addLabel, askPerson, findDraft, findFree, type LabelWork } from './label-work.ts';

interface BullyingTable {
  readonly harms: Readonly<Record<string, readonly string[]>>;
  readonly surroundings: Readonly<Record<string, readonly string[]>>;
  readonly only_named: readonly string[];
}

const TABLE = bullyingData as BullyingTable;

function readKinds(table: BullyingTable['harms']): ReadonlyMap<LabelKind, readonly LabelKind[]> {
  return new Map(Object.entries(table).map(([name, kinds]) => [kindOf(name), kinds.map(kindOf)]));
}

/** Labels and signals that are harm to a child, with the kinds of bullying that they make. */
const HARMS = readKinds(TABLE.harms);
const SURROUNDINGS = readKinds(TABLE.surroundings);
const ONLY_NAMED = TABLE.only_named.map(kindOf);
/** Harm that is no label of its own. */
const UNNAMED = '~harm';
const PREJUDICE = 'prejudice';

const BULLYING = kindOf('bullying');
const REPEAT = kindOf('~repeat');
const DAMAGE = kindOf('damage');

/** How far from harm, in sentences, words of repetition count: `again` about his shoes repeats nothing. */
const NEAR = 2;

/** Most records of bullying show two kinds of it; with fewer found, one may have been overlooked. */
const SURE_KINDS = 2;

function isFound(work: LabelWork, kind: LabelKind): boolean {
  return kind.signal ? work.signals.includes(kind) : findDraft(work, kind) !== undefined;
}

/**
 * Words and looks may as well be aimed at staff, and calling a teacher names is not bullying. Prejudice needs somebody at
 * whom it is aimed, unless the record says that it is bullying: `Bullied since Easter for being Polish`.
 */
function isAimedAtChild(work: LabelWork, harm: LabelKind): boolean {
  const { words } = harm.is;
  if (!words && harm.family !== PREJUDICE) return true;
  const near = !words && findDraft(work, DAMAGE) !== undefined;
  let some = false;
  for (const candidate of work.candidates) {
    if (candidate.kind !== harm || candidate.stop !== null) continue;
    some = true;
    const { child, staff } = work.answers.target(candidate, near);
    if (child || ((words || (!near && isNamed(work))) && !staff)) return true;
  }
  return !some;
}

function isNamed({ drafts }: LabelWork): boolean {
  return drafts.some(({ kind }) => kind.family === BULLYING.family);
}

function isHarm(work: LabelWork, kind: LabelKind): boolean {
  return isFound(work, kind) && isAimedAtChild(work, kind);
}

/** Whether words of repetition stand near harm. */
function isRepeated({ candidates, signals, answers }: LabelWork): boolean {
  if (!signals.includes(REPEAT)) return false;
  const free = candidates.filter(({ stop }) => stop === null);
  const sentenceOf = ({ from }: Candidate): number => answers.sentence(from);
  const harms = free.filter(({ kind }) => HARMS.has(kind)).map(sentenceOf);
  return free.some(
    (candidate) =>
      candidate.kind === REPEAT && harms.some((harm) => Math.abs(harm - sentenceOf(candidate)) <= NEAR),
  );
}

/** Harm without repetition: for a person to look at. */
function askAboutHarm(work: LabelWork): void {
  const harm = work.candidates.find(({ kind, stop }) => stop === null && kind.name.startsWith(UNNAMED));
  if (harm !== undefined)
    askPerson(work, BULLYING, work.answers.showEvidence(harm), 'harm_without_repetition', 1);
}

/** Kinds of bullying, each with the label or signal that shows it. */
function listKinds(work: LabelWork, harms: readonly LabelKind[]): ReadonlyMap<LabelKind, LabelKind> {
  const kinds = new Map<LabelKind, LabelKind>();
  const add = (shown: LabelKind, made: readonly LabelKind[]): void => {
    for (const kind of made) if (!kinds.has(kind)) kinds.set(kind, shown);
  };
  for (const harm of harms) add(harm, HARMS.get(harm) ?? []);
  for (const [place, made] of SURROUNDINGS) if (isFound(work, place)) add(place, made);
  return kinds;
}

function giveBullying(work: LabelWork, kinds: ReadonlyMap<LabelKind, LabelKind>): void {
  const { showEvidence } = work.answers;
  const named = findFree(work, BULLYING);
  const proof = named ?? findFree(work, REPEAT);
  const shown = proof === undefined ? findDraft(work, BULLYING)?.evidence[0] : showEvidence(proof);
  for (const [kind, source] of kinds) {
    const candidate = findFree(work, source);
    const evidence =
      candidate === undefined ? (findDraft(work, source)?.evidence[0] ?? shown) : showEvidence(candidate);
    if (evidence !== undefined) addLabel(work, kind, 2, evidence);
  }
  if (shown === undefined) return;
  addLabel(work, BULLYING, named === undefined ? 2 : 3, shown);
  if (kinds.size < SURE_KINDS) askPerson(work, BULLYING, shown, 'kind_unsure', 4);
}

/**
 * Decides bullying from what was found: named as such, or harm aimed at a child together with words of
 * repetition. One cross word is not bullying, and neither is a habit that hurts nobody.
 */
export function decideBullying(work: LabelWork): void {
  const named = isNamed(work);
  // At whom words were aimed takes a look at the whole record: not asked where the answer changes nothing.
  if (!named && !isRepeated(work)) {
    if (work.signals.some((kind) => kind.name.startsWith(UNNAMED) && HARMS.has(kind) && isHarm(work, kind)))
      askAboutHarm(work);
    return;
  }
  const harms = [...HARMS.keys()].filter((kind) => isHarm(work, kind));
  if (named || (harms.length > 0 && !ONLY_NAMED.some((kind) => isFound(work, kind))))
    giveBullying(work, listKinds(work, harms));
  else if (harms.some((kind) => kind.name.startsWith(UNNAMED))) askAboutHarm(work);
}
