import { formatDayMonthYear } from '../calendar/iso-date.ts';
import { compareText } from '../incident/compare-text.ts';
import type { Finding } from '../incident/finding.ts';
import type { Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { countOf } from './describe-numbers.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { findActors, roleOf } from './find-actors.ts';
import { makeFinding } from './make-finding.ts';
import type { SchoolRecord } from './school-record.ts';
import data from './serious-categories.yaml';

export const SERIOUS_REPEAT: DetectorMeta = {
  id: 'serious_repeat',
  question: 'Which pupils’ records carry a serious label, and is it the first this school year?',
  needs: [],
};

const SERIOUS = (data as { readonly codes: readonly string[] }).codes;

/**
 * Lists every pupil with a serious label (sexual, prejudice, weapon, assault on staff) in a school year, and calls it
 * repeated from the second day on. No statistics: one is enough to act on, and one is not a pattern.
 *
 * A label comes from what was recorded; whether it was upheld is for a person to say. Only pupils whose own behaviour
 * the record is about are listed, never the child who was harmed; where several pupils are named and nothing says
 * who did what, the sentence says no more than that.
 */
export function detectSeriousRepeats(context: DetectionContext): DetectorResult {
  const { record } = context;
  const findings: Finding[] = [];
  for (const [pupil, records] of gatherSerious(context)) {
    const label = context.input.pupils.get(pupil)?.label ?? pupil;
    for (const year of new Set(records.map((each) => yearOf(record, each)))) {
      const ofYear = records.filter((each) => yearOf(record, each) === year);
      for (const code of SERIOUS) {
        const days = onePerDay(ofYear.filter(({ codes }) => codes.has(code)));
        if (days.length > 0) findings.push(describe({ key: pupil, label }, code, year, days));
      }
    }
  }
  return {
    findings: findings.toSorted(byRecordsThenDay),
    run: {
      detector: SERIOUS_REPEAT.id,
      question: SERIOUS_REPEAT.question,
      lookedAt: countPupilYears(record),
      tooFew: 0,
      clear: findings.length,
      possible: 0,
      expectedByChance: null,
      note: 'Every record is listed, also of a day without school. None recorded is not none happened.',
    },
  };
}

/** Each pupil's records with a serious label, by date: all of them, as a log lists them, and not those of school days alone. */
function gatherSerious({
  input: { labelled, asAt },
}: DetectionContext): ReadonlyMap<PupilKey, LabelledIncident[]> {
  const serious = labelled
    .filter(({ incident, codes }) => incident.date <= asAt && SERIOUS.some((code) => codes.has(code)))
    .sort(
      (one, other) =>
        compareText(one.incident.date, other.incident.date) ||
        compareText(one.incident.time ?? '', other.incident.time ?? '') ||
        compareText(one.incident.key, other.incident.key),
    );
  const found = new Map<PupilKey, LabelledIncident[]>();
  for (const each of serious) {
    for (const { pupil } of findActors(each).actors) {
      const known = found.get(pupil);
      if (known === undefined) found.set(pupil, [each]);
      else known.push(each);
    }
  }
  return found;
}

/** The school year of a date: the summer holiday belongs to the year before it. */
function yearOf({ years, days }: SchoolRecord, { incident: { date } }: LabelledIncident): string {
  const year = years.findLast(({ first }) => (days[first] ?? '') <= date) ?? years[0];
  return year?.name ?? '';
}

function countPupilYears({ events, years }: SchoolRecord): number {
  return events.reduce(
    (sum, own) =>
      sum + years.filter(({ first, last }) => own.some(({ day }) => first <= day && day <= last)).length,
    0,
  );
}

function onePerDay(records: readonly LabelledIncident[]): readonly LabelledIncident[] {
  return records.filter(({ incident }, at) => records[at - 1]?.incident.date !== incident.date);
}

/** Whether several pupils are named and nothing says what part this one had. */
function isOpen(source: LabelledIncident, key: PupilKey): boolean {
  const { involvements } = source.incident;
  const own = involvements.find(({ pupil }) => pupil === key);
  if (own === undefined || roleOf(source, own) !== 'unknown') return false;
  return involvements.some(({ pupil }) => pupil !== key);
}

function describe(
  { key, label }: Pick<Pupil, 'key' | 'label'>,
  code: string,
  year: string,
  days: readonly LabelledIncident[],
): Finding {
  const title = readTaxonomy().labels.find((one) => one.code === code)?.title ?? code;
  const [first, last] = [days[0]?.incident.date ?? '', days.at(-1)?.incident.date ?? ''];
  const open = days.some((each) => isOpen(each, key));
  const one = open ? 'named in a record' : 'one record';
  const sentence =
    (days.length === 1
      ? `${label}: ${one} of ‘${title}’ in ${year}, on ${formatDayMonthYear(first)}. Nothing earlier that school year.`
      : `${label}: ${open ? 'named in records' : 'records'} of ‘${title}’ on ${countOf(days.length, 'day')} in ${year}, ` +
        `from ${formatDayMonthYear(first)} to ${formatDayMonthYear(last)}: repeated. Check what was done after the first.`) +
    (open ? ' Others are named too, and who did what is not said.' : '');
  return makeFinding({
    kind: 'serious_repeat',
    subject: label,
    category: code,
    direction: null,
    from: first,
    to: last,
    comparison: null,
    tier: 'clear',
    observed: days.length,
    expected: 0,
    interval: [0, null],
    p: null,
    q: null,
    started: null,
    sentence,
    evidence: days.map((source) => ({ source })),
  });
}

/** Most records first; ties by day, pupil and kind, so that the order of rows in the file decides nothing. */
function byRecordsThenDay(one: Finding, other: Finding): number {
  const key = ({ from, subject, category }: Finding): string => `${from}|${subject}|${category ?? ''}`;
  const [first, second] = [key(one), key(other)];
  return other.observed - one.observed || compareText(first, second);
}
