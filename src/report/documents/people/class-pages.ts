import { weekdayOf } from '../../../calendar/iso-date.ts';
import type { Analysis } from '../../../incident/analysis.ts';
import type { RecordedCase } from '../../../incident/recorded-case.ts';
import { WEEKDAYS } from '../../../incident/weekdays.ts';
import type { ReportBlock, ReportFigure, ReportSection, ReportTable } from '../../report-document.ts';
import { tellLengths } from '../governors/tell-lengths.ts';
import { orderPupils, takeCurrent } from '../pastoral/order-findings.ts';
import { countNoun, formatCount, joinWords, uncapitalise } from '../sentences/format-number.ts';
import { callPeriods } from '../sentences/name-period.ts';
import { pickDrawn } from '../sentences/pick-drawn.ts';
import { fillWords } from '../words/fill-words.ts';
import { readPeopleWords } from '../words/read-people-words.ts';
import { callClass } from './call-class.ts';
import { incidentTable } from './incident-table.ts';
import { sayFindings } from './say-findings.ts';
import { listTally, sayLeftOut, tallyCases, tallyCategories } from './tally-cases.ts';

/** Under this many incidents a drawing shows patterns that are not there. */
const LEAST = 8;
const [MOST_KINDS, MOST_LISTED] = [5, 5];
const NO_TIME = 'Time not recorded';

/** One class on about two pages: how many, what was found, when, which kinds, and its pupils by name. */
export function classSection(
  className: string,
  analysis: Analysis,
  cases: readonly RecordedCase[],
): ReportSection {
  const words = readPeopleWords();
  const { period, previous } = analysis.meta;
  const pupils = analysis.pupils.filter(({ class_name }) => class_name === className);
  const names = new Set(pupils.map(({ pupil }) => pupil));
  const own = cases.filter(({ harming, named }) => [...harming, ...named].some((pupil) => names.has(pupil)));
  const now = own.filter(({ date }) => date >= period.from);
  const before =
    previous === null ? null : own.filter(({ date }) => date >= previous.from && date <= previous.to);
  const told = sayFindings(
    takeCurrent(analysis).filter(({ kind, subject }) => /^class_/.test(kind) && subject === className),
  );
  const few = now.length < LEAST;
  return {
    heading: callClass(className),
    newPage: 'always',
    blocks: [
      { type: 'paragraph', text: tellNumbers(now.length, before?.length ?? null, names.size, analysis) },
      { type: 'bullets', items: told.length === 0 ? [words.no_class_findings] : told },
      ...(few ? sayFew(now.length) : present(drawTimes(now, analysis))),
      pupilTable(className, pupils, analysis),
      ...(few ? [] : present(drawKinds(now, before, analysis))),
      ...listLatest(now, few ? LEAST : MOST_LISTED, names),
      { type: 'paragraph', text: words.class.caution, muted: true },
    ],
  };
}

/** Why nothing is drawn; nothing where there is no list either: every pupil named was harmed or a witness. */
function sayFew(count: number): ReportBlock[] {
  const text = fillWords(readPeopleWords().few, { least: String(LEAST) });
  return count === 0 ? [] : [{ type: 'paragraph', text, muted: true }];
}

function listLatest(cases: readonly RecordedCase[], most: number, names: ReadonlySet<string>): ReportTable[] {
  if (cases.length === 0) return [];
  const read = ({ harming, named, harmed }: RecordedCase): string =>
    [...harming, ...named, ...harmed].filter((pupil) => names.has(pupil)).join(', ');
  return [incidentTable(cases, most, { header: 'Pupils of the class', read })];
}

function present(figure: ReportFigure | null): ReportFigure[] {
  return figure === null ? [] : [figure];
}

function tellNumbers(now: number, before: number | null, pupils: number, { meta }: Analysis): string {
  const calls = callPeriods(meta.period);
  const then = before === null ? '' : `; with the same pupils, ${formatCount(before)} ${calls.previous}`;
  return `${countNoun(now, 'incident')} ${calls.now} with a pupil of the class in it, harmed and witnesses left out${then}. ${countNoun(pupils, 'pupil')} of the class ${pupils === 1 ? 'is' : 'are'} named ${calls.now}.`;
}

/** Weekday by part of the day. Null when fewer than two parts of the day are recorded. */
function drawTimes(cases: readonly RecordedCase[], { counts, meta }: Analysis): ReportFigure | null {
  const timed = cases.filter(({ slot }) => slot !== NO_TIME);
  const slots = Object.keys(Object.values(counts.weekday_period)[0] ?? {}).filter((slot) =>
    timed.some((each) => each.slot === slot),
  );
  if (slots.length < 2) return null;
  const dayOf = ({ date }: RecordedCase): string => WEEKDAYS[weekdayOf(date) - 1] ?? 'Monday';
  const days = WEEKDAYS.filter((day, at) => at < 5 || timed.some((each) => dayOf(each) === day));
  const times = tallyCases(timed, (each) => [`${dayOf(each)} ${uncapitalise(each.slot)}`]);
  const [top] = times;
  const tied = times.filter(({ count }) => count === top?.count).map(({ name }) => name);
  const count = countNoun(top?.count ?? 0, 'incident');
  const title =
    tied.length === 1
      ? `The busiest time was ${tied[0]}, with ${count}`
      : tied.length > 3
        ? `${formatCount(tied.length)} times of the week were equally busy, with ${count} each`
        : `The busiest times were ${joinWords(tied)}, with ${count} each`;
  return {
    type: 'figure',
    title,
    subtitle: `Incidents with a pupil of the class by weekday and time of day, ${callPeriods(meta.period).now}${timed.length < cases.length ? '; without those that give no time' : ''}`,
    source: 'Source: the school’s behaviour records. Darker means more.',
    alt: `Heat map of ${days.length} weekdays by ${slots.length} parts of the day for ${countNoun(timed.length, 'incident')}. ${title}. The numbers stand in the cells.`,
    chart: {
      kind: 'heat_map',
      columns: days,
      rows: slots,
      cells: slots.map((slot) =>
        days.map((day) => {
          const value = timed.filter((each) => each.slot === slot && dayOf(each) === day).length;
          return { value, text: String(value) };
        }),
      ),
    },
  };
}

/** Kinds of incident, last term and this; bars where there is nothing to compare with. Null with fewer than two. */
function drawKinds(
  now: readonly RecordedCase[],
  before: readonly RecordedCase[] | null,
  { meta, counts, comparisons }: Analysis,
): ReportFigure | null {
  const calls = callPeriods(meta.period);
  const lengths = tellLengths(counts.school_days, comparisons.previous?.school_days ?? counts.school_days);
  const kinds = tallyCategories(now);
  const { drawn, told } = pickDrawn(kinds, MOST_KINDS);
  const [top] = drawn;
  if (drawn.length < 2 || top === undefined) return null;
  const tied = kinds.filter(({ count }) => count === top.count).map(({ name }) => name);
  const most = tied.length > 3 ? `${formatCount(tied.length)} kinds` : joinWords(tied);
  const then = new Map(
    (before === null ? [] : tallyCases(before, ({ categories }) => categories)).map(({ name, count }) => [
      name,
      count,
    ]),
  );
  const common = {
    type: 'figure',
    title: `Recorded most often: ${most}, ${formatCount(top.count)} of ${countNoun(now.length, 'incident')}${tied.length > 1 ? ' each' : ''}`,
    subtitle: `Incidents with a pupil of the class by the school's own category${told === '' ? '' : `; ${told}`}${sayLeftOut(now)}`,
    alt: `Kinds of incident of one class ${calls.now}: ${listTally(drawn, drawn.length)}. An incident can be of several kinds. All pupils of the class are counted together.`,
  } as const;
  if (before === null)
    return {
      ...common,
      source: 'Source: the school’s behaviour records.',
      chart: {
        kind: 'bars',
        xLabel: 'incidents',
        rows: drawn.map(({ name, count }) => ({ label: name, value: count, text: formatCount(count) })),
      },
    };
  return {
    ...common,
    source: `Source: the school’s behaviour records. Open circle: ${calls.previous}. Diamond: ${calls.now}.${lengths}`,
    chart: {
      kind: 'dot_plot',
      xLabel: 'incidents',
      thenLabel: calls.previous,
      nowLabel: calls.now,
      rows: drawn.map(({ name, count }) => ({
        label: name,
        // biome-ignore lint/suspicious/noThenProperty: the chart contract's word; a number is no promise
        then: then.get(name) ?? 0,
        now: count,
        text: `${formatCount(then.get(name) ?? 0)} → ${formatCount(count)}`,
      })),
    },
  };
}

function pupilTable(className: string, pupils: Analysis['pupils'], analysis: Analysis): ReportTable {
  const found = new Set(orderPupils(analysis).map(({ pupil }) => pupil));
  const count = (value: number | null): string => (value === null ? '–' : formatCount(value));
  return {
    type: 'table',
    caption: `Pupils of ${callClass(className)} in an incident of ${analysis.meta.period.name}`,
    columns: [
      { header: 'Pupil', align: 'left', width: 0.36 },
      { header: 'Now', align: 'right', width: 0.12 },
      { header: 'Before', align: 'right', width: 0.12 },
      { header: 'Harmed', align: 'right', width: 0.14 },
      { header: 'Pattern or change', align: 'left', width: 0.26 },
    ],
    rows: [...pupils]
      .sort((a, b) => (a.pupil < b.pupil ? -1 : 1))
      .map((each) => ({
        cells: [
          each.pupil,
          formatCount(each.incidents),
          count(each.previous),
          formatCount(each.harmed),
          found.has(each.pupil) ? 'see the pupil page' : '–',
        ],
      })),
    note: readPeopleWords().class.pupils_note,
  };
}
