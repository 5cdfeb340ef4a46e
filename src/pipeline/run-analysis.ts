import { addDays } from '../calendar/iso-date.ts';
import { tellNoRecord } from '../calendar/tell-no-record.ts';
import { assembleCounts } from '../count/assemble-counts.ts';
import { summariseImport } from '../count/summarise-import.ts';
import { detectFindings } from '../detect/detect-findings.ts';
import type { Analysis } from '../incident/analysis.ts';
import { hasNoRecord } from '../incident/has-no-record.ts';
import type { DayPeriod } from '../incident/period.ts';
import { openSources } from '../open-sources.ts';
import { assumeFromConfig, describeRun, tellCut } from './describe-run.ts';
import type { LineOptions } from './line-options.ts';
import type { Classified, LineResult } from './line-result.ts';
import { openSide } from './open-side.ts';
import { readPeriod } from './read-calendar.ts';
import { pickPolicy, readDutyFiles } from './read-duty-files.ts';
import { runClassification } from './run-classification.ts';
import { takeSchool } from './take-school.ts';

/** The whole line: exports to the analysis that every report draws from. `given` spares classifying twice. */
export async function runAnalysis(options: LineOptions, given?: Classified): Promise<LineResult> {
  const taken = takeSchool(given ?? (await runClassification(options)), options.config.school);
  const { classified } = taken;
  const { imported, labelled } = classified;
  const side = openSide(options);
  const { calendar, assumptions, periods, covered, dataRange } = await readPeriod(options, side, imported);
  const roll = await side.roll();
  const dayPeriods: readonly DayPeriod[] = (await side.periods()) ?? [];
  const asAt = options.asAt ?? addDays(dataRange[1], 1);
  const common = { labelled, pupils: imported.pupils, calendar, dayPeriods, period: periods.period };
  const onlyPeriod = options.onlyPeriod === true;
  const { audits } = imported;
  const counted = await assembleCounts({
    ...common,
    ...periods,
    roll,
    dataRange: covered,
    audits,
    onlyPeriod,
  });
  const { findings, detectors } = onlyPeriod
    ? { findings: [], detectors: [] }
    : detectFindings({
        ...common,
        roll: roll ?? [],
        asAt,
        recordLimit: options.config.thresholds.persistent_records,
      });
  const problems = summariseImport(imported.audits);
  const about = { ...options, asAt, school: taken.school };
  const meta = describeRun(about, classified, periods, calendar, dataRange, [
    ...(taken.note === null ? [] : [taken.note]),
    ...assumptions,
    ...tellCut(calendar, periods),
    ...assumeFromConfig(about, roll, periods),
    ...(hasNoRecord(counted.counts) ? [tellNoRecord(periods.period, dataRange)] : []),
  ]);
  const weeks = counted.weeks.filter(({ week }) => week >= periods.period.from && week <= periods.period.to);
  const onRoll = weeks.flatMap((week) => (week.roll === null ? [] : [week.roll]));
  const meanRoll = onRoll.length > 0 ? onRoll.reduce((sum, one) => sum + one, 0) / onRoll.length : null;
  const analysis: Analysis = {
    meta: { ...meta, roll: meanRoll },
    problems,
    ...counted,
    findings,
    detectors,
  };
  const sources = openSources({
    ...common,
    ...(await readDutyFiles(side, options.sideFiles === true)),
    ...pickPolicy(options.config),
    categoryMap: classified.categoryMap,
    words: classified.words,
    asAt,
    roll,
  });
  return { ...classified, calendar, roll, analysis, sources };
}
