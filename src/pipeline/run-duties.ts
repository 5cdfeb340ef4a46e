import { addDays } from '../calendar/iso-date.ts';
import { checkDuties, type DutyReport } from '../duties/check-duties.ts';
import { readActs } from '../duties/read-acts.ts';
import type { ImportResult } from '../import/import-exports.ts';
import { sayUnreadLengths } from '../import/say-unread-lengths.ts';
import { classifyBeside } from './classify-beside.ts';
import type { LineOptions } from './line-options.ts';
import type { Classified } from './line-result.ts';
import { openSide } from './open-side.ts';
import { readPeriod } from './read-calendar.ts';
import { pickPolicy, readDutyFiles } from './read-duty-files.ts';
import { takeSchool } from './take-school.ts';

/** Exports and side files to what the policy's duties say of them. */
export async function runDuties(
  options: LineOptions,
  given?: Classified,
): Promise<Classified & { readonly report: DutyReport; readonly assumptions: readonly string[] }> {
  const { config } = options;
  const side = openSide(options);
  const readBeside = async (imported: ImportResult) => {
    const { calendar, assumptions, periods, dataRange } = await readPeriod(options, side, imported);
    const acts = await readActs(imported.incidents, imported.pupils, calendar, config.profile);
    return { dataRange, calendar, assumptions, acts, periods };
  };
  const { classified, beside } =
    given === undefined
      ? await classifyBeside(options, readBeside)
      : { classified: given, beside: await readBeside(given.imported) };
  const taken = takeSchool(classified, config.school);
  const { dataRange, calendar, assumptions, acts, periods } = beside;
  const isAsked = (options.term ?? options.from ?? options.to) !== undefined;
  const period = isAsked ? periods.period : null;
  const files = await readDutyFiles(side, true);
  const report = checkDuties({
    ...pickPolicy(config),
    labelled: taken.classified.labelled,
    acts,
    pupils: classified.imported.pupils,
    categoryMap: classified.categoryMap,
    calendar,
    asAt: options.asAt ?? addDays(dataRange[1], 1),
    roll: await side.roll(),
    ...files,
    span: period === null ? null : [period.from, period.to],
  });
  const unread = sayUnreadLengths(config.files.exclusions, files.exclusions);
  return {
    ...classified,
    report,
    assumptions: [...(taken.note === null ? [] : [taken.note]), ...assumptions, ...unread],
  };
}
