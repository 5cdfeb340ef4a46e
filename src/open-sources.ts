import type { SchoolCalendar } from './calendar/school-calendar.ts';
import type { SchoolKnowledge } from './classify/compile-rules.ts';
import { createSlurMask } from './classify/create-slur-mask.ts';
import { countAtRisk } from './count/count-at-risk.ts';
import { countPositives } from './count/count-positives.ts';
import { countPrejudice } from './count/count-prejudice.ts';
import { daySlotOf } from './count/day-slot.ts';
import { listCases } from './count/list-cases.ts';
import { rankPositives } from './count/rank-positives.ts';
import { tabulateExclusions } from './count/tabulate-exclusions.ts';
import { tabulateForce } from './count/tabulate-force.ts';
import { findClosingDay } from './duties/find-closing-day.ts';
import { listAtRisk } from './duties/list-at-risk.ts';
import { listExclusions } from './duties/list-exclusions.ts';
import { listForce } from './duties/list-force.ts';
import { listReasonRules } from './duties/list-risk-reasons.ts';
import { type StandingInput, standDuties } from './duties/stand-duties.ts';
import type { CountSheet } from './incident/count-sheet.ts';
import type { DayPeriod, ReportPeriod } from './incident/period.ts';
import type { ReportSources } from './incident/report-sources.ts';

/** What the sources are made from: what the line has read, and the days reported on. */
export interface SourceInput extends Omit<StandingInput, 'span'> {
  readonly calendar: SchoolCalendar;
  readonly period: Pick<ReportPeriod, 'from' | 'to'>;
  readonly dayPeriods: readonly DayPeriod[];
  /** A school's own words: its slurs are masked too. */
  readonly words: SchoolKnowledge | undefined;
}

/** Opens what reports may ask for beside the analysis: nothing is made before it is asked for. */
export function openSources(input: SourceInput): ReportSources {
  const { labelled, pupils, roll, calendar, period, dayPeriods, thresholds, exclusions } = input;
  // Its words take time to read, and few reports show any.
  let readMask: ReturnType<typeof createSlurMask> | undefined;
  const mask = (text: string): string => {
    readMask ??= createSlurMask(input.words);
    return readMask(text);
  };
  const places = thresholds.top_positives ?? { value: 5, whose: 'termwise' };
  const span = [period.from, period.to] as const;
  const force = () =>
    listForce({
      labelled,
      pupils,
      roll,
      calendar,
      span,
      slotOf: (incident) => daySlotOf(incident, dayPeriods),
      mask,
    });
  const atRisk = () => listAtRisk({ labelled, pupils, thresholds, span });
  const positives = () => rankPositives({ labelled, pupils, roll, period, places });
  const out = () => listExclusions({ labelled, pupils, calendar, span, exclusions });
  const sheets: Readonly<Record<string, () => readonly CountSheet[]>> = {
    restraint: () => tabulateForce(force()),
    exclusions: () => tabulateExclusions(out()),
    'la-return': () => countPrejudice(labelled, period),
    positives: () => countPositives(positives()),
    'at-risk': () => countAtRisk(atRisk(), listReasonRules()),
  };
  return {
    listCases: (codes, from = period.from) =>
      listCases({
        labelled,
        pupils,
        dayPeriods,
        period: { from, to: period.to },
        codes,
        mask,
        closedOn: findClosingDay,
      }),
    standDuties: (codes) => standDuties({ ...input, span }, codes),
    listForce: force,
    rankPositives: positives,
    listAtRisk: atRisk,
    listExclusions: out,
    countSheets: (kind) => sheets[kind]?.() ?? [],
  };
}
