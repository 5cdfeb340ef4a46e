import { countTermsInYear } from '../calendar/find-term.ts';
import { countForReturn } from '../count/count-for-return.ts';
import type { Incident } from '../incident/incident.ts';
import { listPeople } from '../trust/list-people.ts';
import { countKeptBack, makeReturn } from '../trust/make-return.ts';
import { refuseMixedSchools } from '../trust/refuse-mixed-schools.ts';
import type { SchoolReturn } from '../trust/school-return.ts';
import type { LineOptions } from './line-options.ts';
import type { Classified, LineResult } from './line-result.ts';
import { openSide } from './open-side.ts';
import { runAnalysis } from './run-analysis.ts';
import { runClassification } from './run-classification.ts';
import { runDuties } from './run-duties.ts';

/** Exports to the school's return to its trust: counts of the analysis, of duties, and no pupil. */
export async function runReturn(
  options: LineOptions,
): Promise<
  LineResult & { readonly made: SchoolReturn; readonly keptBack: ReturnType<typeof countKeptBack> }
> {
  const classified = await runClassification(options);
  const { incidents } = classified.imported;
  refuseMixedSchools(incidents, options.config.school);
  const spellings = new Set(incidents.map(({ school }) => school));
  if (spellings.size < 2) return returnClassified(options, classified);
  // A school without a name, or in two spellings, is read once more under one: a pupil of both is one pupil.
  const named = { ...options, config: { ...options.config, school: commonestSchool(incidents) } };
  return returnClassified(named, await runClassification(named));
}

function commonestSchool(incidents: readonly Incident[]): string | null {
  const counts = new Map<string, number>();
  for (const { school } of incidents) if (school !== null) counts.set(school, (counts.get(school) ?? 0) + 1);
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/** Labelled incidents of one school to its return, which holds numbers only: nothing is looked for in them. */
export async function returnClassified(
  given: LineOptions,
  classified: Classified,
): ReturnType<typeof runReturn> {
  const side = openSide(given);
  const options = { ...given, side, onlyPeriod: true };
  const result = await runAnalysis(options, classified);
  const { analysis, calendar, roll } = result;
  const { period, data_range: dataRange } = analysis.meta;
  // Duties of the very days of the return, the latest term too when no days were asked for.
  const duties =
    options.withoutDuties === true
      ? []
      : (await runDuties({ ...options, term: undefined, from: period.from, to: period.to }, classified))
          .report.summary;
  const names = listPeople({ labelled: classified.labelled, pupils: classified.imported.pupils, roll });
  const made = makeReturn({
    analysis,
    names,
    counts: countForReturn({
      labelled: classified.labelled,
      pupils: classified.imported.pupils,
      calendar,
      period,
      // Of a nil return the half-terms of its own days too.
      dataRange: [dataRange[0], period.from > dataRange[1] ? period.to : dataRange[1]],
      roll,
      exclusions: await side.exclusions(),
      categoryMap: classified.categoryMap,
    }),
    duties,
    termsInYear: countTermsInYear(calendar, period.from),
  });
  return { ...result, made, keptBack: countKeptBack(analysis, names) };
}
