import { basename, resolve } from 'node:path';
import { TermwiseError } from '../errors.ts';
import type { Analysis } from '../incident/analysis.ts';
import type { Finding } from '../incident/finding.ts';
import { loadText } from '../policy/load-text.ts';
import { recodeFinding } from './recode-finding.ts';

const HINT =
  'Give the JSON that an earlier `termwise analyse --format json --out FILE` wrote for this school.';

/** A code that stands for a pupil. */
const CODE = /^Pupil-[0-9a-f]{8}/;

/** What analysis the findings are to be held against. */
export interface Current {
  readonly school: string;
  /** Writes texts with codes for names; null where the analysis has the names. */
  readonly replace: ((text: string) => string) | null;
}

/**
 * Reads the findings of an earlier analysis, or says in one line why the file cannot be one to compare with: no such
 * file, not an analysis, another school's, or one that names pupils where this one gives codes (or the other way
 * round), since then every finding would seem new, and a name could stand in a file meant to hold none. With codes,
 * no words of the file are handed on as they stand, nor printed in a refusal.
 */
export function readPrevious(named: string, cwd: string, current: Current): readonly Finding[] {
  const file = basename(named);
  const refuse = (why: string, hint = HINT): never => {
    throw new TermwiseError('file/side_file', `${file}: ${why}`, hint);
  };
  const { meta, findings } = parse(resolve(cwd, named), refuse);
  const { school, replace } = current;
  if (meta.school !== school)
    refuse(`is an analysis of ${replace === null ? meta.school : 'another school'}, not of ${school}`);
  if (replace === null) {
    if (meta.pseudonyms === true || findings.some(({ subject }) => CODE.test(subject)))
      refuse('has codes in place of names', 'Use --pseudonyms again, or give an analysis made without.');
    return findings;
  }
  const hint = 'With --pseudonyms, give an analysis that was made with --pseudonyms too.';
  if (meta.pseudonyms !== true) refuse('was made without --pseudonyms', hint);
  return findings.map((finding) => recodeFinding(finding, replace) ?? refuse('names pupils', hint));
}

function parse(path: string, refuse: (why: string) => never): Pick<Analysis, 'meta' | 'findings'> {
  const text = loadText(path, { named: basename(path), code: 'file/side_file', hint: HINT });
  let value: Partial<Analysis> | null = null;
  try {
    value = JSON.parse(text) as Partial<Analysis> | null;
  } catch {
    return refuse('is not JSON');
  }
  const { meta, findings } = value ?? {};
  if (meta?.schema !== 'termwise.analysis/1' || !Array.isArray(findings) || !findings.every(isFinding))
    return refuse('is not an analysis by `termwise analyse`');
  return { meta, findings };
}

const WORDS = ['category', 'direction', 'from', 'to', 'tier'] as const;
const NUMBERS = ['observed', 'expected', 'ratio', 'p', 'q'] as const;

/** Whether a value can be printed as a finding: one made by hand may lack all but its kind, subject and sentence. */
function isFinding(value: unknown): value is Finding {
  const found = (value ?? {}) as Partial<Record<keyof Finding, unknown>>;
  const { kind, subject, sentence, interval = [], evidence = [] } = found;
  const isAbsentOr = (type: string, one: unknown): boolean =>
    one === undefined || one === null || typeof one === type;
  return (
    [kind, subject, sentence].every((one) => typeof one === 'string') &&
    WORDS.every((name) => isAbsentOr('string', found[name])) &&
    NUMBERS.every((name) => isAbsentOr('number', found[name])) &&
    Array.isArray(interval) &&
    interval.every((one) => isAbsentOr('number', one)) &&
    Array.isArray(evidence) &&
    evidence.every((one) => typeof one === 'string')
  );
}
