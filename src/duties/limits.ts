import type { RecordCheck } from './duty-case.ts';

const WORDS: Readonly<Record<string, number>> = {
  half: 0.5,
  'half a': 0.5,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifteenth: 15,
};
const NUMBER = `(\\d{1,3}(?:\\.\\d)?|${Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const SUSPENDED = String.raw`(?:suspen\w*|exclu\w*|fte|fts|fixed[- ]?term|fixed[- ]?period|fpe)`;
/** Figures are one and the same sign to the classifier's engine, so numbers of days are read here, near their word. */
const DAYS_BEFORE = new RegExp(
  `\\b${NUMBER}[\\s-]*(?:school\\s)?days?\\b[^.;\\n]{0,24}?\\b${SUSPENDED}`,
  'gi',
);
const DAYS_BEHIND = new RegExp(
  `\\b${SUSPENDED}\\b[^.;\\n]{0,30}?\\b${NUMBER}[\\s-]*(?:school\\s)?(?:days?|d)\\b`,
  'gi',
);
const MINUTES = new RegExp(`\\b${NUMBER}[\\s-]*(minutes?|mins?|hours?|hrs?)\\b`, 'gi');
const HALF_HOUR = /\bhalf an hour\b/i;
const INTERNAL = /\binternal(?:ly)?\s+$/i;

function toNumber(written: string): number {
  return WORDS[written.toLowerCase()] ?? Number(written);
}

/** The days of suspension that a text states, the longest if it states several; null when it states none. */
export function readSuspensionDays(text: string): number | null {
  const found = [...text.matchAll(DAYS_BEFORE), ...text.matchAll(DAYS_BEHIND)]
    .filter((match) => !/internal/i.test(match[0]) && !INTERNAL.test(text.slice(0, match.index)))
    .map((match) => toNumber(match[1] ?? ''));
  return found.length === 0 ? null : Math.max(...found);
}

/** The minutes out of the room that a text states, the longest if several; null when it states none. */
export function readMinutes(text: string): number | null {
  const found = [...text.matchAll(MINUTES)].map(
    (match) => toNumber(match[1] ?? '') * (/^h/i.test(match[2] ?? '') ? 60 : 1),
  );
  if (HALF_HOUR.test(text)) found.push(30);
  return found.length === 0 ? null : Math.max(...found);
}

const sayDays = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;

/** Whether a suspension keeps to the policy's number of days: above `ask_above` a question, above `limit` a breach. */
export const checkDayLimit: RecordCheck = (rule, { labelled: { incident } }) => {
  const days = readSuspensionDays(`${incident.categoryText}\n${incident.action}\n${incident.narrative}`);
  if (days === null)
    return { status: 'not_evidenced', message: 'The record does not say how many days. Add them.' };
  const { exactly, limit, ask_above: ask } = rule;
  if (exactly !== undefined && days !== exactly)
    return { status: 'not_met', message: `${sayDays(days)}; the policy says ${sayDays(exactly)}.` };
  if (limit !== undefined && days > limit)
    return { status: 'not_met', message: `${sayDays(days)}; the policy allows no more than ${limit}.` };
  if (ask !== undefined && days > ask) {
    return {
      status: 'not_evidenced',
      message: `${sayDays(days)}: is this one of the very rare cases above ${ask}? Say why in the record.`,
    };
  }
  return { status: 'met', message: `${sayDays(days)}.` };
};

/** Whether a child put out of the room was soon back. */
export const checkMinuteLimit: RecordCheck = (rule, one, context) => {
  const { incident } = one.labelled;
  const limit = context.thresholds[rule.threshold ?? 'few_minutes']?.value ?? 10;
  const minutes = readMinutes(`${incident.narrative}\n${incident.action}`);
  if (minutes !== null) {
    const said = `${minutes} minutes out of the room; the policy says a few (${limit} is our number).`;
    return { status: minutes > limit ? 'not_met' : 'met', message: said };
  }
  if ((rule.barred ?? []).some((code) => one.signs.has(code)))
    return { status: 'not_met', message: 'Out of the room for longer than a few minutes.' };
  return { status: 'not_evidenced', message: 'The record does not say for how long. Add it.' };
};
