import reasonData from './exclusion-reasons.yaml';

/** A national reason for a suspension or permanent exclusion (England). */
export interface ExclusionReason {
  readonly code: string;
  readonly name: string;
  /** Patterns of a reason spelled out, in lower case. */
  readonly words: readonly string[];
  /** Patterns that count only where no other reason is found: a threat alone, against whom it does not say. */
  readonly loose: readonly string[];
  /** Labels of a record that imply it. */
  readonly labels: readonly string[];
  /** Whether it names a risk of harm to somebody. */
  readonly harm: boolean;
}

const REASONS = reasonData as readonly ExclusionReason[];
const CODES = REASONS.map(({ code }) => code).join('|');
/** Codes are two plain letters (`PH` is also a form, `RA` a risk assessment): they count only where they are called reasons, or stand alone in brackets. */
const CALLED = new RegExp(
  `\\b(?:reasons?|code|codes)\\b[\\s:=–-]*((?:(?:${CODES})\\b[\\s,;/&+]*(?:and\\s+)?){1,3})`,
  'gi',
);
const BRACKETED = new RegExp(`\\(((?:(?:${CODES})[\\s,;/&+]*){1,3})\\)`, 'g');
const CODE = new RegExp(`\\b(?:${CODES})\\b`, 'g');
/** A cell that begins with a code has it in any case. */
const FIRST_CODE = new RegExp(`^\\s*(?:${CODES})\\b`, 'i');

/** Two capitals, or a letter or more and figures, that stand alone or before their meaning. */
const CODE_LIKE = /^\s*([A-Z]{1,3}\d{1,4}|(?!N[AK]\b)[A-Z]{2})\s*(?:$|[-–:(])/;

/** Every national reason, in the order in which labels imply them. */
export function readExclusionReasons(): readonly ExclusionReason[] {
  return REASONS;
}

/** The reason codes that the words of a record call so, as it orders them; none where it gives no code. */
export function findReasonCodes(text: string): readonly string[] {
  const groups = [...text.matchAll(CALLED), ...text.matchAll(BRACKETED)].map((match) => match[1] ?? '');
  return [...new Set(groups.flatMap((group) => group.match(CODE) ?? []))];
}

/** The reason codes of a cell that holds reasons alone, as it orders them: codes, or reasons spelled out between semicolons. */
export function readReasonCell(cell: string): readonly string[] {
  const found = cell.split(/[;\n]/).flatMap((part) => {
    const codes = [...(part.match(FIRST_CODE) ?? []), ...(part.match(CODE) ?? [])];
    return codes.length > 0 ? codes.map((code) => code.trim().toUpperCase()) : spelled(part, 'words');
  });
  return [...new Set(found.length > 0 ? found : spelled(cell, 'loose').slice(0, 1))];
}

/** The reason that the labels of a record imply, where it gives none itself: one, or none. */
export function implyReason(codes: ReadonlySet<string>): readonly string[] {
  const reason = REASONS.find(({ labels }) => labels.some((label) => codes.has(label)));
  return reason === undefined ? [] : [reason.code];
}

/** What stands in a cell as a reason code and is none, such as `X49`: a code of another list, or a slip. */
export function findUnknownCodes(cell: string): readonly string[] {
  const found = cell.split(/[;,/&+\n]/).flatMap((part) => CODE_LIKE.exec(part)?.[1] ?? []);
  return [...new Set(found.filter((code) => !REASONS.some((reason) => reason.code === code)))];
}

function spelled(part: string, kind: 'words' | 'loose'): readonly string[] {
  const text = part.toLowerCase();
  const found = REASONS.map((reason) => ({ code: reason.code, at: firstAt(text, reason[kind]) }));
  return found
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)
    .map(({ code }) => code);
}

function firstAt(text: string, patterns: readonly string[]): number {
  const found = patterns.map((pattern) => text.search(new RegExp(pattern))).filter((at) => at !== -1);
  return found.length === 0 ? -1 : Math.min(...found);
}
