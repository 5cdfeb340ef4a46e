import { createHash } from 'node:crypto';
import type { Analysis, AnalysisMeta } from '../incident/analysis.ts';
import type { Pupil, PupilKey } from '../incident/incident.ts';
import { maskNames } from './mask-names.ts';

/** Hex digits of a code: enough that two pupils of a large trust do not share one. */
const CODE_LENGTH = 8;

/**
 * The code that stands for a pupil: the same in every run and every term, made from the identity that the export
 * gives (UPN, else name and date of birth). A pseudonym, not anonymity: who holds the roll can work it out.
 */
export function makePseudonym(key: PupilKey): string {
  return `Pupil-${createHash('sha256').update(key).digest('hex').slice(0, CODE_LENGTH)}`;
}

/** Codes by every way a pupil is written in an analysis, longest first so that a mark in brackets goes too. */
function listCodes(pupils: ReadonlyMap<PupilKey, Pupil>): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { key, name, label } of pupils.values()) {
    codes.set(label.toLowerCase(), makePseudonym(key));
    if (!codes.has(name.toLowerCase())) codes.set(name.toLowerCase(), makePseudonym(key));
  }
  return new Map([...codes].sort(([one], [other]) => other.length - one.length || (one < other ? -1 : 1)));
}

/** Writes texts of different kinds with the codes of the pupils they name. */
interface Replacer {
  /** Words of the school's files: a name in another order or in part, pupil numbers and titled names are masked too. */
  readonly free: (text: string) => string;
  /** Our own sentences with words of the files in them: parts of names only where they stand as names, in capitals. */
  readonly prose: (text: string) => string;
  /** Ids: whole names alone. */
  readonly whole: (text: string) => string;
}

/** Words that begin with a capital, one after another: `Okafor, Ada`. */
const CAPITALS = /\p{Lu}[\p{L}\p{M}'’-]*(?:,?\s\p{Lu}[\p{L}\p{M}'’-]*)*/gu;

function createReplacer(pupils: ReadonlyMap<PupilKey, Pupil>): Replacer {
  const codes = listCodes(pupils);
  if (codes.size === 0) {
    const mask = (text: string): string => maskNames(text, []);
    return { free: mask, prose: mask, whole: mask };
  }
  const people = [...pupils.values()].map(({ name }) => name);
  const names = [...codes.keys()].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const whole = (text: string): string =>
    text.replaceAll(pattern, (found) => codes.get(found.toLowerCase()) ?? found);
  return {
    free: (text) => maskNames(whole(text), people),
    prose: (text) => maskNames(whole(text), []).replaceAll(CAPITALS, (run) => maskNames(run, people)),
    whole: (text) => maskNames(whole(text), []),
  };
}

/** Writes words of the school's files with the code of each pupil they name. */
export function makeReplacer(pupils: ReadonlyMap<PupilKey, Pupil>): (text: string) => string {
  return createReplacer(pupils).free;
}

/** Tables whose keys are words of the school's files. */
const TABLES: readonly string[] = [
  'places',
  'categories',
  'year_groups',
  'year_group_pupils',
  'weekday_period',
];
/** Keys of the contract and codes of labels, elsewhere; and values that are such. */
const OURS = /^[a-z0-9_.]+$/;
/** Values that are words of ours alone: a pupil named Down or Weeks is in none of them. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'kind',
  'direction',
  'tier',
  'verdict',
  'detector',
  'code',
  'title',
  'question',
  'note',
  'unit',
  'tooFewIf',
]);
const PROSE: ReadonlySet<string> = new Set(['sentence', 'brief', 'warnings']);
/** An id of letters and digits is no name, though it may begin with somebody's initials. */
const BARE_ID = /^(?!.*\p{L}{4})(?!.*\d{11})\S+$/u;

/** Writes a text that stands under a key. */
function replaceText(text: string, key: string, { free, prose, whole }: Replacer): string {
  if (OWN_WORDS.has(key)) return text;
  if (PROSE.has(key)) return prose(text);
  if (key === 'evidence' && BARE_ID.test(text)) return whole(text);
  return key === 'category' && OURS.test(text) && /[._]/.test(text) ? text : free(text);
}

function replaceIn(value: unknown, replacer: Replacer, key = '', isTable = false): unknown {
  if (typeof value === 'string') return replaceText(value, key, replacer);
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, replacer, key));
  if (typeof value !== 'object' || value === null) return value;
  const replaced: Record<string, unknown> = {};
  for (const [own, item] of Object.entries(value)) {
    const name = isTable || !OURS.test(own) ? replacer.free(own) : own;
    const there = replaced[name];
    replaced[name] =
      typeof there === 'number' && typeof item === 'number'
        ? there + item
        : replaceIn(item, replacer, own, isTable || TABLES.includes(own));
  }
  return replaced;
}

/**
 * The analysis with every pupil's name, wherever it stands (subjects, sentences, places, categories, terms), replaced by
 * a code, and names of staff with a title masked. Counts of places or categories that become one are added. Its meta
 * says so: a later run with codes compares itself with no other kind of analysis.
 */
export function pseudonymiseAnalysis(analysis: Analysis, pupils: ReadonlyMap<PupilKey, Pupil>): Analysis {
  const replacer = createReplacer(pupils);
  return { ...(replaceIn(analysis, replacer) as Analysis), meta: replaceInMeta(analysis.meta, replacer) };
}

/** The school keeps its name, and what was assumed is told in our words, but for the name of a term. */
function replaceInMeta(meta: AnalysisMeta, replacer: Replacer): AnalysisMeta {
  const replace = replacer.free;
  const { period, assumptions, files } = meta;
  return {
    ...meta,
    ...(replaceIn({ period, previous: meta.previous, last_year: meta.last_year }, replacer) as object),
    assumptions: assumptions.map((one) => one.replaceAll(period.name, replace(period.name))),
    files: files.map(replace),
    pseudonyms: true,
  };
}
