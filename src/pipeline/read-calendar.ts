import { basename } from 'node:path';
import { assumeCalendar } from '../calendar/assume-calendar.ts';
import { buildCalendar } from '../calendar/build-calendar.ts';
import { type ChosenPeriods, choosePeriod } from '../calendar/choose-period.ts';
import { coverAsked, coverEmpty } from '../calendar/cover-asked.ts';
import { fillHalfTerms } from '../calendar/fill-half-terms.ts';
import { addDays } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { TermwiseError } from '../errors.ts';
import type { ImportResult } from '../import/import-exports.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { SideFiles } from '../open-side-files.ts';
import type { ResolvedConfig } from '../policy/resolved-config.ts';
import type { LineOptions } from './line-options.ts';

const YEAR = 366;
/** From the first of September into July. */
const YEAR_OF_SCHOOL = 320;

/** First and last day with a record; a TermwiseError where no record could be used. */
export function findDataRange(imported: ImportResult, files: readonly string[]): readonly [IsoDate, IsoDate] {
  const first = imported.incidents[0];
  const last = imported.incidents.at(-1);
  if (first && last) return [first.date, last.date];
  throw new TermwiseError(
    'nothing_to_report',
    `${files.map((file) => basename(file)).join(', ')}: no record could be used, so there is nothing to report`,
    'Run `termwise inspect` on the file to see why each row was left out.',
  );
}

/**
 * The calendar with the period asked for, and the days that the record is taken to cover. A term of the school year
 * after the last record has no dates in a calendar that is assumed: it is then assumed for that year too.
 */
export async function readPeriod(
  options: LineOptions,
  side: SideFiles,
  imported: ImportResult,
): Promise<Awaited<ReturnType<typeof readCalendar>> & ReachedPeriod> {
  const { config, today, asAt } = options;
  if (imported.incidents.length === 0) {
    const empty = await readEmpty(options, side, imported);
    if (empty !== null) return empty;
  }
  const dataRange = findDataRange(imported, options.files);
  const [first, last] = dataRange;
  const own = await readCalendar(config, side, dataRange);
  const isUnknown = options.to !== undefined ? options.to > last : !hasTerm(own.calendar, options.term);
  const next = isUnknown ? await readCalendar(config, side, [first, addDays(last, YEAR)]) : own;
  const read = hasTerm(next.calendar, options.term) ? next : own;
  const reach = { records: imported.incidents.length, today, asAt };
  const covered =
    options.onlyRecorded === true ? dataRange : coverAsked(read.calendar, options, dataRange, reach);
  // What was not needed is not assumed.
  const used = covered === dataRange ? own : read;
  return { ...used, dataRange, covered, periods: choosePeriod(used.calendar, options, covered) };
}

/** Days asked for of files that have their header and no row: what a system gives of a term without a record. */
async function readEmpty(
  options: LineOptions,
  side: SideFiles,
  { audits }: ImportResult,
): Promise<Awaited<ReturnType<typeof readPeriod>> | null> {
  if (options.onlyRecorded === true || audits.some(({ dataRecords }) => dataRecords > 0)) return null;
  const start =
    options.from ?? `${options.term?.match(/^\s*(\d{4})/)?.[1] ?? options.today.slice(0, 4)}-09-01`;
  const read = await readCalendar(options.config, side, [
    start,
    options.to ?? addDays(start, YEAR_OF_SCHOOL),
  ]);
  const covered = coverEmpty(read.calendar, options, options);
  if (covered === null) return null;
  return { ...read, dataRange: covered, covered, periods: choosePeriod(read.calendar, options, covered) };
}

/** The period of a run, and the first and last day that the record is taken to cover. */
export interface ReachedPeriod {
  readonly periods: ChosenPeriods;
  readonly covered: readonly [IsoDate, IsoDate];
  /** First and last day with a record. */
  readonly dataRange: readonly [IsoDate, IsoDate];
}

function hasTerm({ terms }: SchoolCalendar, name: string | undefined): boolean {
  const wanted = name?.trim().toLowerCase();
  return wanted === undefined || terms.some((term) => term.name.toLowerCase() === wanted);
}

/** The school's calendar: of its terms file, filled where that is short, or assumed; each assumption is a sentence. */
export async function readCalendar(
  config: ResolvedConfig,
  side: SideFiles,
  dataRange: readonly [IsoDate, IsoDate],
): Promise<{ calendar: SchoolCalendar; assumptions: readonly string[] }> {
  const halfTerms = await side.terms();
  if (halfTerms === null) return assumeCalendar(config.nation, ...dataRange, config.profile.year.terms);
  const filled = fillHalfTerms(halfTerms, config.nation, dataRange, config.profile.year.terms);
  const source = filled.assumption === null ? 'terms_file' : 'assumed';
  return {
    calendar: buildCalendar(filled.halfTerms, config.nation, source),
    assumptions: filled.assumption === null ? [] : [filled.assumption],
  };
}
