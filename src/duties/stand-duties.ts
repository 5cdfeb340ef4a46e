import type { DutyStanding } from '../incident/duty-standing.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { checkDuties, type DutyInput, SPANNED } from './check-duties.ts';
import type { DutySummary } from './duty-row.ts';
import { createActsReader, WORDLESS } from './read-acts.ts';

/** What duties are checked on; the words of records are read here, of as few as will do. */
export type StandingInput = Omit<DutyInput, 'acts'>;

/** Checks that match the rows of side files, weeks, terms or months, whose days are their own. */
const WHOLE_RECORD: ReadonlySet<DutyRule['check']> = new Set([
  'racist_log',
  'exclusion_register',
  'plan_log',
  'plan_review',
  'periodic',
  'raised_month',
]);

/** Checks for which records without the duty's labels count too. */
const ALL_RECORDS: ReadonlySet<DutyRule['check']> = new Set(['periodic', 'raised_month']);

let labels: ReadonlySet<string> | undefined;

function isLabel(code: string): boolean {
  labels ??= new Set(readTaxonomy().labels.map(({ code }) => code));
  return labels.has(code);
}

/** Whether a duty is about one of these labels, or a kind of one. */
function isAbout({ when }: DutyRule, codes: readonly string[]): boolean {
  return when.some((code) => codes.some((wanted) => code === wanted || code.startsWith(`${wanted}.`)));
}

/** Whether records outside the days asked for can change what is said of those inside. */
function needsHistory(rule: DutyRule): boolean {
  if (SPANNED.has(rule.check)) return false;
  return (
    WHOLE_RECORD.has(rule.check) ||
    rule.on_repeat === true ||
    (rule.needs ?? []).some(({ on_repeat }) => on_repeat === true)
  );
}

/** Only the records that some of these duties can be about: reading the words of a record is what takes time. */
function narrow(input: StandingInput, rules: readonly DutyRule[], history: boolean): DutyInput['labelled'] {
  const { span } = input;
  const codes = new Set(rules.flatMap(({ when }) => when));
  const byLabel = rules.every(
    ({ check, when }) => !ALL_RECORDS.has(check) && when.length > 0 && when.every(isLabel),
  );
  return input.labelled.filter(
    ({ incident: { date }, codes: own }) =>
      (history || span === null || (date >= span[0] && date <= span[1])) &&
      (!byLabel || [...own].some((code) => codes.has(code))),
  );
}

/**
 * How the duties about these labels (all duties when null) stand in the days asked for: the same counts as `check`
 * gives, from as few records as can decide them, so that a report need not read the words of every record.
 */
export function standDuties(input: StandingInput, codes: readonly string[] | null): readonly DutyStanding[] {
  const chosen = input.profile.duties.filter((rule) => codes === null || isAbout(rule, codes));
  const groups = new Map<string, DutyRule[]>();
  for (const rule of chosen) {
    const key = `${needsHistory(rule)}|${WORDLESS.has(rule.check)}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  const found = new Map<string, DutySummary>();
  for (const [key, rules] of groups) {
    const labelled = narrow(input, rules, key.startsWith('true'));
    const profile = { ...input.profile, duties: rules };
    const read = createActsReader(input.pupils, input.calendar, profile);
    const acts = labelled.map(({ incident }) => read(incident));
    for (const one of checkDuties({ ...input, profile, labelled, acts }).summary) found.set(one.duty, one);
  }
  return chosen.flatMap(({ id, when }) => {
    const summary = found.get(id);
    if (summary === undefined) return [];
    const { duty, title, cases, met, not_met, not_evidenced, per_cent } = summary;
    return [{ duty, title, cases, met, not_met, not_evidenced, per_cent, codes: when.filter(isLabel) }];
  });
}
