import { basename } from 'node:path';
import { assumeCalendar } from '../calendar/assume-calendar.ts';
import { buildCalendar } from '../calendar/build-calendar.ts';
import { fillHalfTerms } from '../calendar/fill-half-terms.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { TermwiseError } from '../errors.ts';
import type { ImportResult } from '../import/import-exports.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { SideFiles } from '../open-side-files.ts';
import type { ResolvedConfig } from '../policy/resolved-config.ts';

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
