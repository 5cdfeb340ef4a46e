import type { Analysis, Change, HeadlineRow, PeriodCounts } from '../incident/analysis.ts';
import { checkRules } from './check-rules.ts';
import { makeControlChart } from './control-chart.ts';
import { type CountCell, HIDDEN, isShown } from './count-cell.ts';
import { countFindings, listRecent } from './count-findings.ts';
import { decideHiding } from './decide-hiding.ts';
import { editGroup } from './edit-group.ts';
import { editQuality } from './edit-quality.ts';
import type {
  BandName,
  CellTable,
  EditionMeta,
  FindingCounts,
  GovernorChange,
  GovernorCounts,
  GovernorEdition,
  GovernorHeadlineRow,
} from './governor-edition.ts';
import { DEFAULT_HIDING_RULES, type HidingRules } from './hiding-rules.ts';
import { listHotspots, listSchoolTrends, type Spot } from './list-hotspots.ts';
import { maskAnalysis } from './mask-analysis.ts';
import { NEARNESS, tellsBands } from './tells-bands.ts';
import { sumTerms } from './term-cells.ts';

/**
 * Makes the edition that may leave the pastoral team. The numbers of each period are decided from that period
 * alone, so that a term shows the same pattern in every report that prints it; then the numbers that only this
 * report has are hidden until nothing can be worked out from all of it together. `names` are taken out of
 * every word that comes from the files (pass the pupils' and staff's).
 */
export function makeGovernorEdition(
  analysis: Analysis,
  rules: HidingRules = DEFAULT_HIDING_RULES,
  names: readonly string[] = [],
): GovernorEdition {
  checkRules(rules);
  const masked = maskAnalysis(analysis, names);
  const { system, hidden } = decideHiding(masked, rules);
  const show = (id: string): CountCell => (hidden.has(id) ? HIDDEN : (system.cells.get(id)?.value ?? 0));
  const { period } = masked.meta;
  const recent = listRecent(masked);
  const isSafe = (nearness: number) => !tellsBands(masked, hidden, rules.threshold, nearness);
  const intervals = { all: isSafe(NEARNESS.all), groups: isSafe(NEARNESS.groups) };
  return {
    edition: 'governor',
    rules,
    meta: editMeta(masked),
    imported: editImport(masked, hidden),
    counts: editCounts('now.', masked.counts, show),
    comparisons: {
      previous: masked.comparisons.previous && editCounts('previous.', masked.comparisons.previous, show),
      last_year: masked.comparisons.last_year && editCounts('last_year.', masked.comparisons.last_year, show),
    },
    headline: masked.headline.map((row) => editChange(row, headlineCell(row.code, masked), show)),
    category_changes: masked.category_changes
      .filter(({ code }) => code in masked.counts.categories)
      .map((row) => editChange(row, `categories.${row.code}`, show)),
    chart: makeControlChart(
      masked.weeks,
      ({ week }) => isShown(show(`week.${week}`)),
      period.from,
      period.to,
    ),
    terms: sumTerms(masked).map(({ term, school_days }) => ({
      term,
      school_days,
      incidents: show(`term.${term}.incidents`),
      suspensions: show(`term.${term}.suspensions`),
      positives: show(`term.${term}.positives`),
    })),
    groups: masked.groups.map((row, _, [all = row]) => editGroup(row, { all, intervals }, rules, show)),
    quality: editQuality(masked, rules, show),
    findings: Object.fromEntries(
      Object.keys(countFindings(masked)).map((name) => [name, show(`findings.${name}`)]),
    ) as Record<keyof FindingCounts, CountCell>,
    hotspots: listHotspots(recent, rules, names, (spot) => listWholes(spot, masked, show)),
    school_trends: listSchoolTrends(recent, rules, names, (year) => isShown(show(`now.year_groups.${year}`))),
    detectors: masked.detectors.map((run) => ({
      detector: run.detector,
      question: run.question,
      looked_at: run.lookedAt,
      too_few: hideSmall(run.tooFew, rules),
      clear: hideSmall(run.clear, rules),
      possible: hideSmall(run.possible, rules),
      expected_by_chance: run.expectedByChance,
    })),
  };
}

type Show = (id: string) => CountCell;

/** What a hot spot is part of: its place, and its time of the week where the table has that; all of it in the period. */
function listWholes({ place, period, weekday, from, to }: Spot, { counts, meta }: Analysis, show: Show) {
  const slot = counts.weekday_period[weekday ?? '']?.[period];
  const isWithin = from >= meta.period.from && to <= meta.period.to;
  return {
    place: show(`now.places.${place}`),
    slot: slot === undefined ? HIDDEN : show(`now.weekday_period.${weekday}.${period}`),
    isWithin,
  };
}

/** For counts that stand alone, tied to no other. */
function hideSmall(count: number, rules: HidingRules): CountCell {
  return count > 0 && count < rules.threshold ? HIDDEN : count;
}

function editMeta({ meta }: Analysis): EditionMeta {
  const { files, schema: _schema, ...rest } = meta;
  return { ...rest, files: files.length };
}

/** All records less those of the kinds shown would be those of the kind hidden, so both go together. */
function editImport({ problems }: Analysis, hidden: ReadonlySet<string>): GovernorEdition['imported'] {
  const gives = /(^|\.)records\.|^term\..*\.(incidents|positives)$/;
  if ([...hidden].some((id) => gives.test(id))) return null;
  const { warnings: _warnings, kinds: _kinds, ...rows } = problems;
  return rows;
}

function editTable(prefix: string, table: Readonly<Record<string, number>>, show: Show): CellTable {
  return Object.fromEntries(Object.keys(table).map((key) => [key, show(`${prefix}.${key}`)]));
}

function editCounts(prefix: string, counts: PeriodCounts, show: Show): GovernorCounts {
  const table = (name: string, of: Readonly<Record<string, number>>) => editTable(prefix + name, of, show);
  return {
    incidents: show(`${prefix}incidents`),
    involvements: show(`${prefix}involvements`),
    pupils: show(`${prefix}pupils`),
    school_days: counts.school_days,
    records: table('records', counts.records) as GovernorCounts['records'],
    labels: table('labels', counts.labels),
    families: table('families', counts.families),
    categories: table('categories', counts.categories),
    places: table('places', counts.places),
    weekday_period: Object.fromEntries(
      Object.entries(counts.weekday_period).map(([day, row]) => [day, table(`weekday_period.${day}`, row)]),
    ),
    year_groups: table('year_groups', counts.year_groups),
    harmed_or_witness: show(`${prefix}harmed_or_witness`),
    bands: Object.fromEntries(
      (Object.keys(counts.bands) as BandName[]).map((band) => [
        band,
        {
          pupils: show(`${prefix}bands.${band}.pupils`),
          involvements: show(`${prefix}bands.${band}.involvements`),
        },
      ]),
    ) as GovernorCounts['bands'],
  };
}

/** The cell behind a row of the headline table, found by what the row counts. */
function headlineCell(code: string, { counts }: Analysis): string {
  if (code === 'all') return 'incidents';
  if (code === 'positive') return 'records.positive';
  return code in counts.labels ? `labels.${code}` : `families.${code}`;
}

function editChange(row: HeadlineRow, cell: string, show: Show): GovernorHeadlineRow {
  const now = show(`now.${cell}`);
  const change = (other: Change | null, prefix: string): GovernorChange | null => {
    if (other === null) return null;
    const count = show(prefix + cell);
    if (isShown(now) && isShown(count)) return { ...other, count };
    return { count, ratio: null, interval: null, p: null, verdict: HIDDEN };
  };
  return {
    code: row.code,
    title: row.title,
    now,
    previous: change(row.previous, 'previous.'),
    last_year: change(row.last_year, 'last_year.'),
  };
}
