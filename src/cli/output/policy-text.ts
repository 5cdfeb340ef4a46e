import { describeDuty } from '../../policy/describe-duty.ts';
import type { PolicyProfile, Threshold, ThresholdName } from '../../policy/policy-profile.ts';

const THRESHOLDS: Readonly<Record<ThresholdName, string>> = {
  persistent_records: 'records of one pupil in a term before it is called persistent',
  persistent_staff_records: 'the same, where staff were the target',
  risk_assessment_records: 'records towards staff in a term that call for a risk-assessment talk',
  repeat_bullying_records: 'records of bullying by one pupil, or between the same two, that make a repeat',
  few_minutes: "minutes that 'a few minutes' out of the room may last",
  top_positives: 'pupils with most positive entries in a term who are named',
  late_entry_school_days: 'school days after which an entry is late',
  plan_outlives_review_months: 'months behind its review after which a plan that nobody renewed is past',
};
function sayThreshold(name: ThresholdName, days: number | undefined): string {
  const said = THRESHOLDS[name];
  return days === undefined ? said : said.replace('in a term', `within ${days} school days`);
}

const WHOSE: Readonly<Record<Threshold['whose'], string>> = {
  termwise: 'our default: the policy gives no number',
  policy: 'as the policy says',
  school: 'set by the school',
};
const WIDTH = 22;

const line = (name: string, value: string, width = WIDTH) => `  ${name.padEnd(width)}${value}`;

/** Names with what they mean, in two columns: the first as wide as its longest name. */
function listPairs(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(WIDTH, ...pairs.map(([name]) => name.length + 2));
  return pairs.map(([name, value]) => line(name, value, width));
}

/** A policy as the tool works with it, for a person to check against the document. */
export function policyText(profile: PolicyProfile): string {
  return `${[
    `${profile.title} (${profile.name})`,
    line('Read from', profile.document ?? 'no one policy: the defaults'),
    line('Nation and phase', `${profile.nation}, ${profile.phase}`),
    line(
      'Terms in a year',
      `${profile.year.terms}${profile.year.stated ? '' : ' (not stated in the policy)'}`,
    ),
    ...(profile.year.note === null ? [] : [line('', profile.year.note)]),
    ...(profile.recording.length > 0 ? [line('Recorded in', profile.recording.join('; '))] : []),
    'Words',
    ...listPairs(Object.entries(profile.words).map(([name, word]) => [name.replaceAll('_', ' '), word])),
    `Types of bullying${profile.bullying.stated ? '' : ' (not listed in the policy: the national list)'}`,
    ...listPairs(profile.bullying.types.map(({ code, name }) => [name, code])),
    `Types of child-on-child abuse${profile.child_on_child.stated ? '' : ' (not listed in the policy: the national list)'}`,
    ...profile.child_on_child.types.map(({ codes, name }) => `  ${name}: ${codes.join(', ')}`),
    'Numbers the tool works with',
    ...Object.entries(profile.thresholds).map(
      ([name, { value, whose, within_school_days: days }]) =>
        `  ${value} ${sayThreshold(name as ThresholdName, days)} (${WHOSE[whose]})`,
    ),
    'Small numbers in editions that leave the school',
    ...describeSuppression(profile),
    line(
      'Working days',
      profile.working_days === 'school' ? 'days the school is open' : 'weekdays without bank holidays',
    ),
    ...profile.ladders.flatMap(({ name, words, steps }) => [
      `Ladder: ${name} (read from the words ${words.join(', ')} and a number)`,
      ...steps.map(({ step, title }) => `  ${step} ${title}`),
    ]),
    `Duties checked: ${profile.duties.length === 0 ? 'none' : profile.duties.length}`,
    ...profile.duties.flatMap((rule) => [
      `  ${rule.id.padEnd(8)}${rule.title}`,
      ...describeDuty(rule).map((said) => `          ${said}`),
    ]),
    ...describeMissing(profile),
  ].join('\n')}\n`;
}

function describeMissing({ not_in_exports }: PolicyProfile): readonly string[] {
  const missing = Object.entries(not_in_exports);
  if (missing.length === 0) return [];
  return ['Duties that no export can show', ...missing.map(([id, why]) => `  ${id.padEnd(8)}${why}`)];
}

function describeSuppression({ suppression }: PolicyProfile): readonly string[] {
  const { threshold, symbol, group_minimum } = suppression;
  return [
    `  counts from 1 to ${threshold - 1} are printed as ${symbol}`,
    `  no rate for a group of fewer than ${group_minimum}`,
  ];
}
