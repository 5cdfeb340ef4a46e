import type { Nation } from '../calendar/nation.ts';
import type { DutyNeed, DutyRule } from './duty-rule.ts';
import { titleOfFact } from './facts.ts';

const titles = (codes: readonly string[]): string => codes.map(titleOfFact).join(' or ');

const NATION_NAMES: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
};

const CLOCKS = { working: 'working', school: 'school', calendar: '' } as const;

function sayDeadline({ within, days = 'working', by }: DutyNeed): string {
  if (by !== undefined) return ` by the day of: ${titles(by)}`;
  if (within === undefined) return '';
  if (within === 0) return ' on the day of the incident';
  return ` within ${within} ${CLOCKS[days]} ${within === 1 ? 'day' : 'days'}`.replace('  ', ' ');
}

const FAMILIES = {
  both: ' (both families)',
  harmed: ' (of the harmed child)',
  harming: ' (of the one who did harm)',
} as const;

const FOR = { harmed: ' (for the harmed one)', harming: ' (for the one who did harm)' } as const;

function sayOne(need: DutyNeed): string {
  const of = need.of === undefined ? '' : FAMILIES[need.of];
  const to = need.to === undefined ? '' : FOR[need.to];
  const only = need.if === undefined ? '' : ` (where the record shows ${titles(need.if)})`;
  const opens = need.not_before === undefined ? '' : ` (not due before ${titles(need.not_before)})`;
  const later = need.or_later === true ? ' (in this record or a later one)' : '';
  const repeat = need.on_repeat === true ? ' (from the second record on)' : '';
  const term = need.in_part === undefined ? '' : ` (in part ${need.in_part} of the year)`;
  return `${need.say ?? titles(need.any)}${of}${to}${sayDeadline(need)}${opens}${later}${only}${repeat}${term}`;
}

function sayWhen(rule: DutyRule): string {
  const parts = [
    ...(rule.when.length > 0 ? [titles(rule.when)] : []),
    ...(rule.recorded === undefined ? [] : [`records under ${titles(rule.recorded)}`]),
    ...(rule.all ?? []).map((group) => `with ${titles(group.split('|'))}`),
    ...(rule.unless === undefined || rule.unless.length === 0 ? [] : [`but not ${titles(rule.unless)}`]),
  ];
  return parts.join('; ');
}

function sayLimit({ check, limit }: DutyRule): readonly string[] {
  if (limit === undefined) return [];
  if (check !== 'recorded_same_day') return [`at most ${limit} days`];
  return [limit === 0 ? 'on the day, or the next school day' : `within ${limit} school days`];
}

/**
 * A duty in plain lines, for a head to hold against the paper policy: what it is asked of, what it asks, by when.
 */
export function describeDuty(rule: DutyRule): readonly string[] {
  const when = sayWhen(rule);
  return [
    ...(when === '' ? [] : [`for: ${when}`]),
    ...(rule.begins === undefined ? [] : [`from: ${rule.begins}`]),
    ...(rule.nations === undefined
      ? []
      : [`in: ${rule.nations.map((nation) => NATION_NAMES[nation]).join(', ')}`]),
    ...(rule.needs ?? []).map((need) => `asks: ${sayOne(need)}`),
    ...(rule.tags === undefined || rule.tags.length > 4
      ? []
      : [`tags: ${rule.tags.map(titleOfFact).join(', ')}`]),
    ...(rule.barred === undefined ? [] : [`bars: ${titles(rule.barred)}`]),
    ...sayLimit(rule),
    ...(rule.every === undefined ? [] : [`once a ${rule.every.replace('_', '-')}`]),
    ...(rule.month === undefined ? [] : [`in month ${rule.month} of the year`]),
    ...(rule.threshold === undefined ? [] : [`counts by: ${rule.threshold}`]),
    ...(rule.unseen === undefined ? [] : [`not seen: ${rule.unseen}`]),
  ];
}
