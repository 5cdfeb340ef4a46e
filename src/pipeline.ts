import { basename } from 'node:path';
import { assumeCalendar } from './calendar/assume-calendar.ts';
import { buildCalendar } from './calendar/build-calendar.ts';
import { type ChosenPeriods, choosePeriod } from './calendar/choose-period.ts';
import { fillHalfTerms } from './calendar/fill-half-terms.ts';
import { countTermsInYear } from './calendar/find-term.ts';
import { addDays } from './calendar/iso-date.ts';
import type { SchoolCalendar } from './calendar/school-calendar.ts';
import { applyDecisions, type DecidedLabels } from './classify/apply-decisions.ts';
import type { SchoolKnowledge } from './classify/compile-rules.ts';
import { type Crew, openCrew } from './classify/open-crew.ts';
import type { Helper } from './classify/start-workers.ts';
import { assembleCounts } from './count/assemble-counts.ts';
import { countForReturn } from './count/count-for-return.ts';
import { summariseImport } from './count/summarise-import.ts';
import { detectFindings } from './detect/detect-findings.ts';
import { checkDuties, type DutyInput, type DutyReport } from './duties/check-duties.ts';
import { readActs } from './duties/read-acts.ts';
import { TermwiseError } from './errors.ts';
import {
  type ImportOptions,
  type ImportResult,
  importExports,
  inspectExports,
} from './import/import-exports.ts';
import { readCategoryOverrides } from './import/read-category-overrides.ts';
import { readDecisions } from './import/read-decisions.ts';
import { sayUnreadLengths } from './import/say-unread-lengths.ts';
import type { Analysis, AnalysisMeta } from './incident/analysis.ts';
import type { Classification } from './incident/classification.ts';
import type { FileAudit } from './incident/import-audit.ts';
import type { Incident, IsoDate } from './incident/incident.ts';
import { type LabelledIncident, labelIncident } from './incident/labelled-incident.ts';
import type { DayPeriod } from './incident/period.ts';
import type { ReportSources } from './incident/report-sources.ts';
import type { RollEntry } from './incident/roll.ts';
import { openSideFiles, type SideFiles } from './open-side-files.ts';
import { openSources } from './open-sources.ts';
import { buildCategoryMap, type CategoryMap, type CategoryOverride } from './policy/category-map.ts';
import { loadText } from './policy/load-text.ts';
import type { ResolvedConfig } from './policy/resolved-config.ts';
import { readTaxonomy } from './policy/taxonomy.ts';
import { listNamelessIncidents, type NamelessIncident } from './trust/list-nameless-incidents.ts';
import { listPeople } from './trust/list-people.ts';
import { countKeptBack, makeReturn } from './trust/make-return.ts';
import { refuseMixedSchools } from './trust/refuse-mixed-schools.ts';
import type { SchoolReturn } from './trust/school-return.ts';

/** What a run is asked for: the exports, the set-up, and the span of days. */
export interface LineOptions {
  readonly files: readonly string[];
  readonly config: ResolvedConfig;
  /** The only clock there is: given by the command line, used only to tell a date in the future. */
  readonly today: IsoDate;
  readonly asAt?: IsoDate | undefined;
  readonly term?: string | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** Whether the side files of duties are read for reports: plans, exclusions, racist log. */
  readonly sideFiles?: boolean;
  /** Side files that are open already: a run of several steps reads each once. */
  readonly side?: SideFiles;
  readonly import?: Pick<
    ImportOptions,
    'encoding' | 'delimiter' | 'dateOrder' | 'maxRejects' | 'onProgress' | 'parts'
  >;
  /** Helpers that are there already and stay, in place of the run's own. */
  readonly crew?: Crew;
  /** Threads that were started before the line was loaded; they go when the records are labelled. */
  readonly helpers?: readonly Helper[];
  /** Told once the records are labelled: a core that helped with it is free from then on. */
  readonly onLabelled?: () => void;
  /** Whether the period is only counted: no findings, and nothing that it is compared with. */
  readonly onlyPeriod?: boolean;
  /** Whether duties are left out, which are read in the words of every record. */
  readonly withoutDuties?: boolean;
}

export interface Classified {
  readonly imported: ImportResult;
  readonly labelled: readonly LabelledIncident[];
  readonly categoryMap: CategoryMap;
  /** The school's own words and rules, if it has any. */
  readonly words: SchoolKnowledge | undefined;
  /** What a person decided on review, as far as it was applied. */
  readonly decisions: AnalysisMeta['decisions'];
  /** Ids of the decisions that a person should look at again: the words changed, or no such incident. */
  readonly decided: Pick<DecidedLabels, 'outdated' | 'unknown'>;
}

export interface LineResult extends Classified {
  readonly calendar: SchoolCalendar;
  readonly roll: readonly RollEntry[] | null;
  readonly analysis: Analysis;
  /** What reports may ask for beside the analysis, by name: made when asked for. */
  readonly sources: ReportSources;
}

/** Exports to what they hold and what would be left out; no incident is kept. */
export async function runInspection(options: LineOptions): Promise<readonly FileAudit[]> {
  return inspectExports(options.files, settleImport(options, await readOverrides(options)));
}

/** Exports to incidents and problems. */
export async function runImport(options: LineOptions): Promise<ImportResult & { categoryMap: CategoryMap }> {
  const settled = settleImport(options, await readOverrides(options));
  return { ...(await importExports(options.files, settled)), categoryMap: settled.categoryMap };
}

/** What the school says its categories mean. */
export async function readOverrides({ config }: LineOptions): Promise<readonly CategoryOverride[]> {
  return config.files.categories ? readCategoryOverrides(config.files.categories) : [];
}

/** The school's own words and rules; what reads and checks them is loaded only when there are any. */
export async function readWords({ config }: LineOptions): Promise<SchoolKnowledge | undefined> {
  if (config.files.words === null) return undefined;
  const { readSchoolWords } = await import('./classify/read-school-words.ts');
  const file = basename(config.files.words);
  return readSchoolWords(loadText(config.files.words, { named: file, code: 'config' }), file);
}

/** How exports are read in this run. */
export function settleImport(options: LineOptions, overrides: readonly CategoryOverride[]): ImportOptions {
  const { config } = options;
  return {
    ...options.import,
    categoryMap: buildCategoryMap(overrides),
    today: options.today,
    asAt: options.asAt ?? null,
    columns: config.columns,
    school: config.school,
  };
}

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

/**
 * Exports to labelled incidents, and what `beside` makes of the records meanwhile. Helping threads, if the exports are
 * large, load while they are being read.
 */
async function classifyBeside<T>(
  options: LineOptions,
  beside: (imported: ImportResult) => Promise<T>,
): Promise<{ readonly classified: Classified; readonly beside: T }> {
  const overrides = await readOverrides(options);
  const settled = settleImport(options, overrides);
  const { categoryMap, onProgress } = settled;
  const words = await readWords(options);
  const crew = options.crew ?? openCrew({ categoryMap, overrides, words, helpers: options.helpers });
  const hear = (bytesRead: number, bytesTotal: number): void => {
    crew.expect(bytesTotal);
    onProgress?.(bytesRead, bytesTotal);
  };
  try {
    const imported = await importExports(options.files, { ...settled, onProgress: hear });
    const [found, made] = await Promise.all([
      crew.classifyAll(imported.incidents, imported.pupils),
      beside(imported),
    ]);
    options.onLabelled?.();
    const labelled = imported.incidents.map((incident, index) =>
      labelIncident(incident, found[index] as Classification),
    );
    const classified = { imported, categoryMap, words, ...(await decide(options, labelled)) };
    return { classified, beside: made };
  } finally {
    if (options.crew === undefined) crew.close();
  }
}

async function decide(
  options: LineOptions,
  labelled: readonly LabelledIncident[],
): Promise<Pick<Classified, 'labelled' | 'decisions' | 'decided'>> {
  const given = options.config.files.decisions ? await readDecisions(options.config.files.decisions) : [];
  const decided = applyDecisions(
    labelled,
    given.map(({ incidentId, school, code, decision, added, textMark }) => ({
      incident_id: incidentId,
      school: school ?? '',
      code: code ?? '',
      decision: added === null ? decision : `add:${added}`,
      text_mark: textMark ?? '',
    })),
  );
  return {
    labelled: decided.labelled,
    decisions: { confirmed: decided.confirmed, changed: decided.changed, outdated: decided.outdated.length },
    decided,
  };
}

/** The whole line: exports to the analysis that every report draws from. `given` spares classifying twice. */
export async function runAnalysis(options: LineOptions, given?: Classified): Promise<LineResult> {
  const classified = given ?? (await runClassification(options));
  const { imported, labelled } = classified;
  const dataRange = findDataRange(imported, options.files);
  const side = openSide(options);
  const { calendar, assumptions } = await readCalendar(options.config, side, dataRange);
  const periods = choosePeriod(calendar, options, dataRange);
  const roll = await side.roll();
  const dayPeriods: readonly DayPeriod[] = (await side.periods()) ?? [];
  const asAt = options.asAt ?? addDays(dataRange[1], 1);
  const common = { labelled, pupils: imported.pupils, calendar, dayPeriods, period: periods.period };
  const onlyPeriod = options.onlyPeriod === true;
  const { audits } = imported;
  const counted = await assembleCounts({ ...common, ...periods, roll, dataRange, audits, onlyPeriod });
  const { findings, detectors } = onlyPeriod
    ? { findings: [], detectors: [] }
    : detectFindings({
        ...common,
        roll: roll ?? [],
        asAt,
        recordLimit: options.config.thresholds.persistent_records,
      });
  const problems = summariseImport(imported.audits);
  const meta = describeRun({ ...options, asAt }, classified, periods, calendar, dataRange, [
    ...assumptions,
    ...assumeFromConfig(options, roll, periods),
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

/** The side files that only duties look at; read where the command asks for them, so that no other refuses their faults. */
async function readDutyFiles(
  side: SideFiles,
  isAsked: boolean,
): Promise<Pick<DutyInput, 'plans' | 'racistLog' | 'exclusions'>> {
  if (!isAsked) return { plans: null, racistLog: null, exclusions: null };
  return {
    plans: await side.plans(),
    racistLog: await side.racistLog(),
    exclusions: await side.exclusions(),
  };
}

function openSide({ side, config }: Pick<LineOptions, 'side' | 'config'>): SideFiles {
  return side ?? openSideFiles(config.files);
}

function pickPolicy({
  profile,
  thresholds,
  nation,
}: ResolvedConfig): Pick<DutyInput, 'profile' | 'thresholds' | 'nation'> {
  return { profile, thresholds, nation };
}

/** Exports and side files to what the policy's duties say of them. */
export async function runDuties(
  options: LineOptions,
  given?: Classified,
): Promise<Classified & { readonly report: DutyReport; readonly assumptions: readonly string[] }> {
  const { config } = options;
  const side = openSide(options);
  const readBeside = async (imported: ImportResult) => {
    const dataRange = findDataRange(imported, options.files);
    const { calendar, assumptions } = await readCalendar(config, side, dataRange);
    const acts = await readActs(imported.incidents, imported.pupils, calendar, config.profile);
    return { dataRange, calendar, assumptions, acts };
  };
  const { classified, beside } =
    given === undefined
      ? await classifyBeside(options, readBeside)
      : { classified: given, beside: await readBeside(given.imported) };
  const { dataRange, calendar, assumptions, acts } = beside;
  const isAsked = (options.term ?? options.from ?? options.to) !== undefined;
  const period = isAsked ? choosePeriod(calendar, options, dataRange).period : null;
  const files = await readDutyFiles(side, true);
  const report = checkDuties({
    ...pickPolicy(config),
    labelled: classified.labelled,
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
  return { ...classified, report, assumptions: [...assumptions, ...unread] };
}

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
      dataRange,
      roll,
      exclusions: await side.exclusions(),
      categoryMap: classified.categoryMap,
    }),
    duties,
    termsInYear: countTermsInYear(calendar, period.from),
  });
  return { ...result, made, keptBack: countKeptBack(analysis, names) };
}

function findDataRange(imported: ImportResult, files: readonly string[]): readonly [IsoDate, IsoDate] {
  const first = imported.incidents[0];
  const last = imported.incidents.at(-1);
  if (first && last) return [first.date, last.date];
  throw new TermwiseError(
    'nothing_to_report',
    `${files.map((file) => basename(file)).join(', ')}: no record could be used, so there is nothing to report`,
    'Run `termwise inspect` on the file to see why each row was left out.',
  );
}

async function readCalendar(
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

/** What was taken for granted beside the calendar, each a sentence. */
function assumeFromConfig(
  options: LineOptions,
  roll: readonly RollEntry[] | null,
  periods: ChosenPeriods,
): readonly string[] {
  const named = options.term ?? options.from ?? options.to;
  return [
    ...(named === undefined ? [`Reported on the latest term with data: ${periods.period.name}.`] : []),
    ...(options.from !== undefined || options.to !== undefined
      ? [
          'The days were chosen by hand: two reports on spans that overlap can be subtracted, so do not give out both.',
        ]
      : []),
    ...(options.config.school === null ? ['No school name was given.'] : []),
    ...(roll === null
      ? ['No roll was given, so there are counts and comparisons within the school, and no rates per pupil.']
      : []),
  ];
}

function describeRun(
  options: LineOptions & { readonly asAt: IsoDate },
  classified: Classified,
  periods: ChosenPeriods,
  calendar: SchoolCalendar,
  dataRange: readonly [IsoDate, IsoDate],
  assumptions: readonly string[],
): AnalysisMeta {
  const { config } = options;
  return {
    schema: 'termwise.analysis/1',
    termwise: TERMWISE_VERSION,
    school: config.school ?? classified.imported.incidents[0]?.school ?? 'School name not given',
    phase: config.phase,
    nation: config.nation,
    profile: config.profile.name,
    taxonomy_version: readTaxonomy().version,
    as_at: options.asAt,
    period: periods.period,
    previous: periods.previous,
    last_year: periods.lastYear,
    data_range: dataRange,
    calendar: calendar.source,
    roll: null,
    assumptions,
    fingerprint: classified.imported.fingerprint,
    files: options.files.map((file) => basename(file)),
    decisions: classified.decisions,
  };
}
