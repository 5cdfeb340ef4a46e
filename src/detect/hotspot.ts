import { addDays, formatDayMonthYear } from '../calendar/iso-date.ts';
import type { Finding } from '../incident/finding.ts';
import { WEEKDAYS } from '../incident/weekdays.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { rateRatioInterval } from '../statistics/rate-ratio-interval.ts';
import { createRandom } from '../statistics/seeded-random.ts';
import { countOf, describeExpected } from './describe-numbers.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { estimateTails, type TailQuestion } from './estimate-tails.ts';
import { expectByChance } from './expect-by-chance.ts';
import { expectCell, type KindTotals, totalKinds } from './expect-cell.ts';
import { makeFinding } from './make-finding.ts';
import { makeRun } from './make-run.ts';
import { buildPlaceCells, type PlaceCell } from './place-cells.ts';
import { lookAtRecorder } from './recorder-caution.ts';
import type { RecorderLook } from './recorder-look.ts';
import { sampleQuietGrid, shareUnevenCounts } from './sample-quiet-grid.ts';
import {
  ALL_DAYS,
  fillGrid,
  gridSize,
  placeWindows,
  prepareScan,
  type ScanGrid,
  type ScanWindow,
  type WindowPlaces,
} from './scan-windows.ts';
import type { SchoolRecord } from './school-record.ts';

export const HOTSPOT: DetectorMeta = {
  id: 'hotspot',
  question: 'Is a place at one part of the day busier for some weeks than its own history suggests?',
  unit: 'a place at one part of the day',
  needs: ['places'],
};

/** A cell's busiest window, and what would tell how likely chance alone is to make one. */
interface CellResult {
  readonly cell: PlaceCell;
  readonly window: ScanWindow;
  readonly count: number;
  readonly total: number;
  /** Null where it is too small to be listed. */
  readonly question: TailQuestion | null;
}

/**
 * Scans each place and part of the day for weeks, on all days or one weekday, with more incidents than the cell's own
 * history and the school's calendar suggest.
 *
 * The playground being busy at lunch is no finding: a cell is held against its own total, spread over days as other
 * cells of its kind are. The scan's p, by replicates with a Gumbel tail, already pays for choosing window and weekday;
 * Benjamini-Hochberg over all cells scanned pays for the rest. There is no 'possible' list here: half of it would be
 * chance. Kulldorff (1997); Abrams, Kulldorff & Kleinman (2010).
 */
export function detectHotspots(context: DetectionContext): DetectorResult {
  const { record, input, thresholds } = context;
  const limits = thresholds.hotspot;
  const cells = buildPlaceCells(record, input.dayPeriods);
  const scanned = cells.filter(({ incidents }) => incidents.length >= limits.min_incidents);
  const kinds = totalKinds(record, cells);
  const grid = { week: record.week, weekday: record.weekday, weeks: record.weeks.length };
  const places = placeWindows(grid.weeks, limits.window_weeks, limits.step_weeks);
  const shortest = Math.min(...limits.window_weeks);
  const isShort = places.from.length === 0;
  const unevenOf = shareUnevenCounts();
  const results = scanned.map((cell) => scanCell(context, cell, kinds, grid, places, unevenOf));
  const questions = results.map((result) => result?.question ?? null);
  const p = estimateTails(questions, limits, limits.q_clear);
  const q = benjaminiHochberg(p);
  const listed = results.flatMap((result, at) =>
    result !== null && (q[at] ?? 1) <= limits.q_clear && isWorthALook(context, result)
      ? [{ result, p: p[at] ?? 1, q: q[at] ?? 1, recorder: recorderOf(context, result) }]
      : [],
  );
  const findings = listed.map(({ result, p, q, recorder }) =>
    describe(record, result, p, q, recorder.caution),
  );
  return {
    recorders: listed.map(({ recorder }) => recorder),
    findings: findings.toSorted((one, other) => (one.p ?? 1) - (other.p ?? 1)),
    run: makeRun(HOTSPOT, findings, {
      lookedAt: cells.length,
      tooFew: isShort ? cells.length : cells.length - scanned.length,
      tooFewIf: isShort
        ? `only ${countOf(grid.weeks, 'week')} recorded; ${shortest * 2 - 1} are needed to tell a busy spell of ${shortest} from the rest`
        : `fewer than ${limits.min_incidents} incidents`,
      expectedByChance: isShort
        ? 0
        : expectByChance(results.length, { ...limits, q_possible: 0, max_possible: 0 }),
      note: sayPlaces(record, cells, findings.length),
    }),
  };
}

/** What the list rests on: how many records say where and when, and how far what is found can be trusted. */
function sayPlaces(record: SchoolRecord, cells: readonly PlaceCell[], found: number): string | null {
  const placed = new Set(cells.flatMap(({ incidents }) => incidents)).size;
  const all = record.incidents.length;
  const said =
    placed * 2 < all
      ? [`${placed} of ${countOf(all, 'incident')} say both where and at what time or in which period.`]
      : [];
  const doubt =
    found === 0
      ? []
      : [
          'Treat these as worth a look, and read the counts: about one in five such lists’ entries is chance.',
        ];
  return said.length + doubt.length === 0 ? null : [...said, ...doubt].join(' ');
}

function scanCell(
  context: DetectionContext,
  cell: PlaceCell,
  kinds: KindTotals,
  grid: ScanGrid,
  places: WindowPlaces,
  unevenOf: ReturnType<typeof shareUnevenCounts>,
): CellResult | null {
  const { record } = context;
  const counts = new Int32Array(record.days.length);
  for (const { day } of cell.incidents) counts[day] = (counts[day] ?? 0) + 1;
  const total = cell.incidents.length;
  const expected = expectCell(context, counts, total, kinds.get(cell.kind) ?? counts);
  const { windowAt, scan, countIn } = prepareScan(grid, places, expected, total);
  const table = fillGrid(grid, counts, new Int32Array(gridSize(grid.weeks)));
  const seen = scan(table);
  const window = windowAt(seen.at);
  if (window === null) return null;
  const result = { cell, window, count: countIn(table, window), total, question: null };
  // What cannot be listed stays in the family.
  if (!isWorthALook(context, result)) return result;
  const random = createRandom(`hotspot ${cell.location} ${cell.slot} ${counts.join('')}`);
  const sample = sampleQuietGrid(grid, counts, expected, random, unevenOf);
  const draw = (): number => scan(sample()).statistic;
  return { ...result, question: { seen: seen.statistic, draw } };
}

function inWindow(record: SchoolRecord, { cell, window }: CellResult) {
  return cell.incidents.filter(({ day }) => {
    const week = record.week[day] ?? 0;
    const weekday = record.weekday[day] ?? 0;
    return (
      week >= window.start && week < window.end && (window.weekday === ALL_DAYS || weekday === window.weekday)
    );
  });
}

function isWorthALook({ record, thresholds }: DetectionContext, result: CellResult): boolean {
  const limits = thresholds.hotspot;
  const weeks = new Set(inWindow(record, result).map(({ day }) => record.week[day])).size;
  return (
    result.count >= limits.min_incidents &&
    weeks >= limits.min_weeks &&
    result.count >= limits.ratio_floor * result.window.expected
  );
}

/** Who entered the records of the busy weeks, against those of the rest. */
function recorderOf(context: DetectionContext, { cell, window, ...rest }: CellResult): RecorderLook {
  const after = inWindow(context.record, { cell, window, ...rest });
  const inside = new Set(after);
  const before = cell.incidents.filter((one) => !inside.has(one));
  const scale = window.expected / (rest.total - window.expected);
  return lookAtRecorder(context, { after, before, scale });
}

function describe(record: SchoolRecord, result: CellResult, p: number, q: number, caution: string): Finding {
  const { cell, window, count, total } = result;
  const incidents = inWindow(record, result);
  // The sixth kind of window is all days, not the sixth day of the week.
  const weekday = window.weekday === ALL_DAYS ? undefined : WEEKDAYS[window.weekday];
  const from = record.weeks[window.start] ?? '';
  const to = addDays(record.weeks[window.end - 1] ?? '', 4);
  const where = [cell.location, cell.slot, ...(weekday === undefined ? [] : [`${weekday}s`])].join(', ');
  const sentence =
    `${where}: ${countOf(count, 'incident')} from ${formatDayMonthYear(from)} to ${formatDayMonthYear(to)}; ` +
    `${describeExpected(window.expected)} would be usual there. Worth a look at who is on duty and who moves through then.${caution === '' ? '' : ` ${caution}`}`;
  return makeFinding({
    kind: 'hotspot',
    subject: [cell.location, cell.slot, ...(weekday === undefined ? [] : [weekday])].join(' | '),
    category: null,
    direction: 'up',
    from,
    to,
    comparison: { from: record.days[0] ?? '', to: record.days.at(-1) ?? '' },
    tier: 'clear',
    observed: count,
    expected: window.expected,
    interval: rateRatioInterval(
      { x1: count, t1: window.expected, x2: total - count, t2: total - window.expected },
      0.95,
    ),
    p,
    q,
    started: null,
    sentence,
    evidence: incidents,
  });
}
