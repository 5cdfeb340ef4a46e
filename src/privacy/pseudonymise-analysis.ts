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

/**
 * Writes a text with the code of each pupil it names; a name in another order or in part, a unique pupil number, and
 * staff names with a title are masked.
 */
export function makeReplacer(pupils: ReadonlyMap<PupilKey, Pupil>): (text: string) => string {
  const codes = listCodes(pupils);
  if (codes.size === 0) return (text) => maskNames(text, []);
  const people = [...pupils.values()].map(({ name }) => name);
  const names = [...codes.keys()].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) =>
    maskNames(
      text.replaceAll(pattern, (found) => codes.get(found.toLowerCase()) ?? found),
      people,
    );
}

/** Tables whose keys are words of the school's files. */
const TABLES: readonly string[] = [
  'places',
  'categories',
  'year_groups',
  'year_group_pupils',
  'weekday_period',
];
/** Keys of the contract and codes of labels, elsewhere. */
const OURS = /^[a-z0-9_.]+$/;
/** An id of letters and digits is no name, though it may begin with somebody's initials. */
const BARE_ID = /^(?!.*\p{L}{4})(?!.*\d{11})/u;

function replaceIn(value: unknown, replace: (text: string) => string, isTable = false): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, replace));
  if (typeof value !== 'object' || value === null) return value;
  const replaced: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const name = isTable || !OURS.test(key) ? replace(key) : key;
    const there = replaced[name];
    const write = key === 'evidence' ? (id: string) => (BARE_ID.test(id) ? id : replace(id)) : replace;
    replaced[name] =
      typeof there === 'number' && typeof item === 'number'
        ? there + item
        : replaceIn(item, write, isTable || TABLES.includes(key));
  }
  return replaced;
}

/**
 * The analysis with every pupil's name, wherever it stands (subjects, sentences, places, categories, terms), replaced by
 * a code, and names of staff with a title masked. Counts of places or categories that become one are added. Its meta
 * says so: a later run with codes compares itself with no other kind of analysis.
 */
export function pseudonymiseAnalysis(analysis: Analysis, pupils: ReadonlyMap<PupilKey, Pupil>): Analysis {
  const replace = makeReplacer(pupils);
  return { ...(replaceIn(analysis, replace) as Analysis), meta: replaceInMeta(analysis.meta, replace) };
}

/** The school keeps its name, and what was assumed is told in our words, but for the name of a term. */
function replaceInMeta(meta: AnalysisMeta, replace: (text: string) => string): AnalysisMeta {
  const { period, assumptions, files } = meta;
  return {
    ...meta,
    ...(replaceIn({ period, previous: meta.previous, last_year: meta.last_year }, replace) as object),
    assumptions: assumptions.map((one) => one.replaceAll(period.name, replace(period.name))),
    files: files.map(replace),
    pseudonyms: true,
  };
}
