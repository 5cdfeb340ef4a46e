import { formatDayMonthYear } from '../calendar/iso-date.ts';
import { compareText } from '../incident/compare-text.ts';
import type { Finding } from '../incident/finding.ts';
import type { Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { countOf } from './describe-numbers.ts';
import type { DetectInput, DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { findActors, roleOf } from './find-actors.ts';
import { makeFinding } from './make-finding.ts';
import { makeRun } from './make-run.ts';
import data from './serious-categories.yaml';

export const SERIOUS_REPEAT: DetectorMeta = {
  id: 'serious_repeat',
  question: 'Which pupils’ records carry a serious label, and is it the first this school year?',
  unit: 'a pupil with a record in a school year',
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
export function detectSeriousRepeats({ input }: Pick<DetectionContext, 'input'>): DetectorResult {
  const findings: Finding[] = [];
  for (const [pupil, records] of gatherSerious(input)) {
    const label = input.pupils.get(pupil)?.label ?? pupil;
    for (const year of new Set(records.map((each) => yearOf(input, each)))) {
      const ofYear = records.filter((each) => yearOf(input, each) === year);
      for (const code of SERIOUS) {
        const records = ofYear.filter(({ codes }) => codes.has(code));
        if (records.length > 0) findings.push(describe({ key: pupil, label }, code, year, records));
      }
    }
  }
  return {
    findings: findings.toSorted(byRecordsThenDay),
    run: makeRun(SERIOUS_REPEAT, findings, {
      lookedAt: countPupilYears(input),
      tooFew: 0,
      tooFewIf: null,
      expectedByChance: null,
      note: 'One is enough: every record is listed, also of a day without school. None recorded is not none happened.',
    }),
  };
}

/** Serious labels of one pupil's own records, one for each record and label, by date. */
export function listSerious(input: DetectInput, pupil: PupilKey): readonly string[] {
  const records = gatherSerious(input).get(pupil) ?? [];
  return records.flatMap(({ codes }) => SERIOUS.filter((code) => codes.has(code)));
}

/** Each pupil's records with a serious label, by date: all of them, as a log lists them, and not those of school days alone. */
function gatherSerious({ labelled, asAt }: DetectInput): ReadonlyMap<PupilKey, LabelledIncident[]> {
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
function yearOf({ calendar: { terms } }: DetectInput, { incident: { date } }: LabelledIncident): string {
  const term = terms.findLast(({ start }) => start <= date) ?? terms[0];
  return term?.academicYear ?? '';
}

function countPupilYears(input: DetectInput): number {
  const perYear = new Map<string, Set<PupilKey>>();
  for (const one of input.labelled) {
    if (one.incident.date > input.asAt) continue;
    const { actors } = findActors(one);
    if (actors.length === 0) continue;
    const year = yearOf(input, one);
    const known = perYear.get(year) ?? new Set();
    perYear.set(year, known);
    for (const { pupil } of actors) known.add(pupil);
  }
  return [...perYear.values()].reduce((sum, pupils) => sum + pupils.size, 0);
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
  records: readonly LabelledIncident[],
): Finding {
  const days = onePerDay(records);
  const title = readTaxonomy().labels.find((one) => one.code === code)?.title ?? code;
  const [first, last] = [days[0]?.incident.date ?? '', days.at(-1)?.incident.date ?? ''];
  const open = records.some((each) => isOpen(each, key));
  const several = records.length > 1;
  const one = open
    ? `named in ${several ? countOf(records.length, 'record') : 'a record'}`
    : several
      ? countOf(records.length, 'record')
      : 'one record';
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
    evidence: records.map((source) => ({ source })),
  });
}

/** Most records first; ties by day, pupil and kind, so that the order of rows in the file decides nothing. */
function byRecordsThenDay(one: Finding, other: Finding): number {
  const key = ({ from, subject, category }: Finding): string => `${from}|${subject}|${category ?? ''}`;
  const [first, second] = [key(one), key(other)];
  return other.observed - one.observed || compareText(first, second);
}
