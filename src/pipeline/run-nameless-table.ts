import { listNamelessIncidents, type NamelessIncident } from '../trust/list-nameless-incidents.ts';
import type { LineOptions } from './line-options.ts';
import type { Classified } from './line-result.ts';
import { openSide } from './open-side.ts';
import { findDataRange, readCalendar } from './read-calendar.ts';
import { runClassificationAsked } from './run-classification.ts';

/** Exports to records without people and words, as a data team may have them. */
export async function runNamelessTable(
  options: LineOptions,
): Promise<Classified & { readonly nameless: readonly NamelessIncident[] }> {
  const side = openSide(options);
  const classified = await runClassificationAsked({ ...options, side });
  const dataRange = findDataRange(classified.imported, options.files);
  const { calendar } = await readCalendar(options.config, side, dataRange);
  const nameless = listNamelessIncidents({
    labelled: classified.labelled,
    pupils: classified.imported.pupils,
    calendar,
    dayPeriods: (await side.periods()) ?? [],
    roll: await side.roll(),
    dataRange,
    school: options.config.school ?? 'School name not given',
  });
  return { ...classified, nameless };
}
