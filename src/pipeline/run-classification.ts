import { choosePeriod } from '../calendar/choose-period.ts';
import { classifyBeside } from './classify-beside.ts';
import type { LineOptions } from './line-options.ts';
import type { Classified } from './line-result.ts';
import { openSide } from './open-side.ts';
import { findDataRange, readCalendar } from './read-calendar.ts';

/** Exports to labelled incidents. */
export async function runClassification(options: LineOptions): Promise<Classified> {
  return (await classifyBeside(options, async () => null)).classified;
}

/** Exports to the labelled incidents of the term or days asked for; all there are where none were. */
export async function runClassificationAsked(options: LineOptions): Promise<Classified> {
  const classified = await runClassification(options);
  if ((options.term ?? options.from ?? options.to) === undefined) return classified;
  const dataRange = findDataRange(classified.imported, options.files);
  const { calendar } = await readCalendar(options.config, openSide(options), dataRange);
  const { from, to } = choosePeriod(calendar, options, dataRange).period;
  const labelled = classified.labelled.filter(({ incident: { date } }) => date >= from && date <= to);
  return { ...classified, labelled };
}
