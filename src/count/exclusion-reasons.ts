import reasonData from './exclusion-reasons.yaml';

/** One reason of the national list. */
export interface ExclusionReason {
  readonly code: string;
  readonly title: string;
  readonly labels: readonly string[];
  /** Patterns of the words of a list, in lower case. */
  readonly words: readonly string[];
  /** Whether it names a risk of harm to somebody. */
  readonly harm: boolean;
}

interface ReasonData {
  readonly reasons: readonly ExclusionReason[];
  readonly lengths: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly permanent: readonly string[];
}

const DATA = reasonData as ReasonData;

/** Reason of an exclusion that nothing tells. */
export const REASON_NOT_STATED = 'not_stated';

const anyNumber = ['\\d+(?:\\.\\d+)?', ...Object.keys(DATA.numbers)].join('|');
const LENGTHS = DATA.lengths.map((pattern) => new RegExp(pattern.replaceAll('{n}', `(${anyNumber})`)));

/** School days of a suspension as words tell it, or null: longer than a year of suspensions is a slip of the pen. */
export function readExclusionDays(words: string): number | null {
  const text = words.toLowerCase();
  for (const pattern of LENGTHS) {
    const written = pattern.exec(text)?.[1];
    const days = written === undefined ? Number.NaN : (DATA.numbers[written] ?? Number(written));
    if (days > 0 && days <= 45) return days;
  }
  return null;
}

/** Whether words of a list speak of a permanent exclusion. */
export function saysPermanent(words: string): boolean {
  const text = words.toLowerCase();
  return DATA.permanent.some((start) => text.includes(start));
}

/** The reason that the words of a list give, by code or by meaning; else the one that labels imply. */
export function findReason(words: string, codes: ReadonlySet<string>): ExclusionReason | null {
  const text = words.trim().toLowerCase();
  const byCode = DATA.reasons.find(({ code }) => text.split(/\W+/)[0] === code.toLowerCase());
  const byWords = DATA.reasons.find(
    (reason) => text !== '' && reason.words.some((pattern) => new RegExp(pattern).test(text)),
  );
  const byLabel = DATA.reasons.find(({ labels }) => labels.some((label) => codes.has(label)));
  return byCode ?? byWords ?? byLabel ?? null;
}
