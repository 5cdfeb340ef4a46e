import { formatDayMonthYear } from '../calendar/iso-date.ts';
import type { Finding, FindingKind } from '../incident/finding.ts';

/** What each kind of finding is about, and what to call it where its sentence may not be trusted. */
const KINDS: Readonly<Record<FindingKind, { readonly ofPupils: boolean; readonly what: string }>> = {
  pupil_pattern: { ofPupils: true, what: 'a pattern' },
  pupil_trend: { ofPupils: true, what: 'a change' },
  pair: { ofPupils: true, what: 'the same pupils again' },
  serious_repeat: { ofPupils: true, what: 'serious incidents' },
  class_pattern: { ofPupils: false, what: 'a pattern' },
  class_trend: { ofPupils: false, what: 'a change' },
  year_trend: { ofPupils: false, what: 'a change' },
  school_trend: { ofPupils: false, what: 'a change' },
  hotspot: { ofPupils: false, what: 'a place and time' },
};
/** Codes of pupils and nothing else, such as `Pupil-0123abcd -> Pupil-89abcdef`. */
const CODES = /^Pupil-[0-9a-f]{8}(?: <?-> Pupil-[0-9a-f]{8})*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Span = NonNullable<Finding['comparison']>;

/**
 * A finding read from a file that is said to hold codes only, as a run with codes may print it: its kind, the codes,
 * its category or place written by `replace`, days and numbers. Its sentence is made anew and its records are left out,
 * since a file can be edited. Null where the kind is none of ours or a finding about pupils has anything but codes.
 */
export function recodeFinding(found: Finding, replace: (text: string) => string): Finding | null {
  if (!Object.hasOwn(KINDS, found.kind)) return null;
  const { kind, tier } = found;
  const { ofPupils, what } = KINDS[kind];
  if (ofPupils && !CODES.test(found.subject)) return null;
  const subject = ofPupils ? found.subject : replace(found.subject);
  const category = typeof found.category === 'string' ? replace(found.category) : null;
  const direction = found.direction === 'up' || found.direction === 'down' ? found.direction : null;
  const [from, to] = [readDay(found.from), readDay(found.to)];
  const about = `${category === null ? '' : ` in ‘${category}’`}${direction === null ? '' : ` (${direction})`}`;
  const when = from === '' || to === '' ? '' : `, ${formatDayMonthYear(from)} to ${formatDayMonthYear(to)}`;
  const [low, high] = Array.isArray(found.interval) ? found.interval : [];
  return {
    kind,
    subject,
    category,
    direction,
    from,
    to,
    comparison: readSpan(found.comparison),
    tier: tier === 'clear' ? 'clear' : 'possible',
    observed: readNumber(found.observed) ?? 0,
    expected: readNumber(found.expected) ?? 0,
    ratio: readNumber(found.ratio),
    interval: [readNumber(low) ?? 0, readNumber(high)],
    p: readNumber(found.p),
    q: readNumber(found.q),
    started: readSpan(found.started),
    sentence: `${subject}: ${what}${about}${when}.`,
    evidence: [],
  };
}

function readDay(value: unknown): string {
  return typeof value === 'string' && DAY.test(value) ? value : '';
}

function readSpan(value: unknown): Span | null {
  const { from, to } = (value ?? {}) as Partial<Span>;
  const span = { from: readDay(from), to: readDay(to) };
  return span.from === '' || span.to === '' ? null : span;
}

function readNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
