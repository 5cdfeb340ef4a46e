import reasonData from './exclusion-reasons.yaml';

/** A national reason for a suspension or permanent exclusion (England). */
export interface ExclusionReason {
  readonly code: string;
  readonly name: string;
  /** Words of a reason spelled out: all of one group must stand there. */
  readonly words: readonly (readonly string[])[];
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

/** Every national reason, in the order of the list. */
export function readExclusionReasons(): readonly ExclusionReason[] {
  return REASONS;
}

function inOrder(codes: ReadonlySet<string>): readonly string[] {
  return REASONS.map(({ code }) => code).filter((code) => codes.has(code));
}

/** The reason codes that the words of a record call so; none where it gives no code. */
export function findReasonCodes(text: string): readonly string[] {
  const groups = [...text.matchAll(CALLED), ...text.matchAll(BRACKETED)].map((match) => match[1] ?? '');
  return inOrder(new Set(groups.flatMap((group) => group.match(CODE) ?? [])));
}

/** The reason codes of a cell that holds reasons alone, as codes or spelled out. */
export function readReasonCell(cell: string): readonly string[] {
  const plain = cell.toLowerCase();
  const spelled = REASONS.filter(({ words }) =>
    words.some((all) => all.every((word) => plain.includes(word))),
  );
  return inOrder(new Set([...(cell.match(CODE) ?? []), ...spelled.map(({ code }) => code)]));
}
