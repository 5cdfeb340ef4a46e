import type { ExclusionCell } from '../incident/school-counts.ts';
import type {
  PupilsOfReturns,
  TrustAnalysis,
  TrustExclusions,
  TrustForce,
  TrustSchool,
} from '../incident/trust-analysis.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { atMost, type Cell, type CellSystem, type Relation, sumsTo } from './cell-system.ts';
import { type CellCollector, collectCells, ofSchool } from './collect-cells.ts';
import { EXCLUSION_PARTS, MOST_SCHOOLS } from './trust-edition.ts';

/** Cell of a headline measure over the trust; with `ofSchool`, of one school. */
export function measureCell(code: string): string {
  return `measure.${code}`;
}

/** Cell of the schools that a funnel's rate is made from. */
export function funnelCell({ code, phase }: { readonly code: string; readonly phase: string }): string {
  return `funnel.${code}.${phase}`;
}

/** Cell of one of the half-terms of the terms reported on. */
export function halfCell(at: number, from: string): string {
  return `half.${at}.${from}`;
}

/** What an exclusion is told by; its cells are `excluded.PART.VALUE`. */
export type ExclusionPart = keyof typeof EXCLUSION_PARTS | 'reason';
export const PARTS: readonly ExclusionPart[] = ['length', 'turn', 'purpose', 'reason'];

/** Values of a part that the trust's exclusions have, in a fixed order. */
export function valuesOf(part: ExclusionPart, { cells }: Pick<TrustExclusions, 'cells'>): readonly string[] {
  return part === 'reason'
    ? [...new Set(cells.filter(isSuspension).map(({ reason }) => reason))].sort()
    : EXCLUSION_PARTS[part];
}

/**
 * All numbers of a trust's reports as cells, with everything that ties them: schools sum to the trust and (those that do
 * not stand out) to the rate of their funnel, half-terms to the term, the parts of exclusions to their number. Trusts of
 * very many schools print a school's headline numbers only, and have no more cells of a school than those.
 */
export function listTrustCells(trust: TrustAnalysis, threshold: number): CellSystem {
  const into = collectCells();
  const bySchool = trust.schools.length <= MOST_SCHOOLS;
  listMeasures(trust, into);
  if (bySchool) listHalves(trust.schools, into);
  const parts = bySchool ? trust.schools : [trust];
  const isFew = (count: number): boolean => count > 0 && count < threshold;
  listExclusions(
    trust,
    parts.map(({ exclusions }) => exclusions),
    threshold,
    into,
  );
  listForce(
    trust.force,
    parts.map(({ force }) => force),
    isFew,
    into,
  );
  tieRepeats(bySchool ? trust.schools.map((_, at) => `.${at}`) : [''], into);
  return into.finish();
}

function listMeasures({ schools, funnels }: TrustAnalysis, into: CellCollector): void {
  const codes = schools[0]?.rates.map(({ code }) => code) ?? [];
  const places = new Map(schools.map(({ school }, at) => [school, at]));
  for (const [index, code] of codes.entries()) {
    const counts = schools.map(({ rates }) => rates[index]?.count ?? 0);
    for (const [at, count] of counts.entries()) into.add(ofSchool(measureCell(code), at), count);
    into.add(
      measureCell(code),
      counts.reduce((sum, count) => sum + count, 0),
      { keep: true },
    );
    nestMeasure(
      code,
      schools.length,
      funnels.filter((funnel) => funnel.code === code),
      places,
      into,
    );
  }
  for (const [at, school] of schools.entries()) {
    const all = ofSchool(measureCell('all'), at);
    into.tie(...relateMeasures(codes, at));
    const records = into.add(
      ofSchool('records', at),
      Object.values(school.counts.records).reduce((sum, count) => sum + count, 0),
    );
    into.tie({
      terms: [
        [all, 1],
        [ofSchool(measureCell('positive'), at), 1],
        [records, -1],
      ],
      holds: 'at_most',
    });
  }
}

/**
 * The trust's sum is the sums of its funnels' ordinary schools and the rest. Said so, not as the sum of all schools, a
 * cell hidden for another's sake is looked for among schools of the same kind.
 */
function nestMeasure(
  code: string,
  schools: number,
  funnels: TrustAnalysis['funnels'],
  places: ReadonlyMap<string, number>,
  into: CellCollector,
): void {
  const taken = new Set<number>();
  const sums = funnels.map((funnel) => {
    const ordinary = funnel.units.filter(({ outlying }) => !outlying);
    const within = ordinary.map(({ school }) => places.get(school) ?? -1);
    for (const at of within) taken.add(at);
    const id = into.add(
      funnelCell(funnel),
      ordinary.reduce((sum, { observed }) => sum + observed, 0),
      { keep: true },
    );
    into.tie(
      sumsTo(
        id,
        within.map((at) => ofSchool(measureCell(code), at)),
      ),
    );
    return id;
  });
  const rest = Array.from({ length: schools }, (_, at) => at).filter((at) => !taken.has(at));
  into.tie(sumsTo(measureCell(code), [...sums, ...rest.map((at) => ofSchool(measureCell(code), at))]));
}

/** A label is at most its family, what it implies and all incidents, as far as these are measures. */
function relateMeasures(codes: readonly string[], at: number): Relation[] {
  const cell = (code: string): string => ofSchool(measureCell(code), at);
  const { labels } = readTaxonomy();
  return codes.flatMap((code) => {
    if (code === 'all' || code === 'positive') return [];
    const label = labels.find((each) => each.code === code);
    const above = codes.filter(
      (other) => other !== code && (label?.family === other || label?.implies.includes(other) === true),
    );
    return ['all', ...above].map((other) => atMost(cell(code), cell(other)));
  });
}

/** Half-terms inside the days that a school's returns cover. */
export function listCurrentHalves({ half_terms, returns }: TrustSchool): TrustSchool['half_terms'] {
  return half_terms.filter(({ from, to }) => returns.some((one) => from <= one.to && one.from <= to));
}

function listHalves(schools: readonly TrustSchool[], into: CellCollector): void {
  for (const [at, school] of schools.entries()) {
    const halves = listCurrentHalves(school).map(({ from, measures }) => ({
      id: into.add(halfCell(at, from), measures.all ?? 0),
      value: measures.all ?? 0,
    }));
    const all = ofSchool(measureCell('all'), at);
    const sum = halves.reduce((total, { value }) => total + value, 0);
    const ids = halves.map(({ id }) => id);
    into.tie(
      sum === school.counts.incidents
        ? sumsTo(all, ids)
        : { terms: [...ids.map((id) => [id, 1] as const), [all, -1]], holds: 'at_most' },
    );
  }
}

function countOf(cells: readonly ExclusionCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

/**
 * Whether nothing but how many suspensions there were is said: of a few pupils, and of so few suspensions that each
 * part would be one.
 */
export function isClosed({ pupils_at_least, cells }: TrustExclusions, threshold: number): boolean {
  return (
    (pupils_at_least > 0 && pupils_at_least < threshold) ||
    countOf(cells.filter(isSuspension)) < 2 * threshold
  );
}

function listExclusions(
  { exclusions: whole }: TrustAnalysis,
  units: readonly TrustExclusions[],
  threshold: number,
  into: CellCollector,
): void {
  const column = (name: string, values: readonly number[], extra?: (at: number) => Partial<Cell>): void =>
    into.addColumn(`excluded.${name}`, values, extra);
  const closed = (unit: TrustExclusions | undefined): Partial<Cell> =>
    unit !== undefined && isClosed(unit, threshold) ? { always: true } : {};
  column(
    'suspensions',
    units.map(({ suspensions }) => suspensions),
  );
  column(
    'permanent',
    units.map(({ permanent }) => permanent),
  );
  column(
    'all',
    units.map(({ cells }) => countOf(cells.filter(isSuspension))),
  );
  addPupils('excluded', units, whole, into);
  if (whole.pupils_again !== null) into.add('excluded.pupils_again', whole.pupils_again);
  for (const part of PARTS) {
    for (const value of valuesOf(part, whole)) {
      column(
        `${part}.${value}`,
        units.map(({ cells }) => countOf(cells.filter((cell) => isSuspension(cell) && cell[part] === value))),
        (at) => closed(units[at]),
      );
      const sum = `excluded.${part}.${value}`;
      into.add(sum, into.valueOf(sum), { keep: true, ...closed(whole) });
    }
  }
  const ends = [...units.map((_, at) => `.${at}`), ''];
  for (const end of ends) into.tie(...tieExclusions(end, whole));
}

/** Pupils of each unit that knows them, and of the whole where all do. */
function addPupils(
  of: string,
  units: readonly PupilsOfReturns[],
  whole: PupilsOfReturns,
  into: CellCollector,
): void {
  const known = units.flatMap(({ pupils }, at) =>
    pupils === null ? [] : into.add(ofSchool(`${of}.pupils`, at), pupils),
  );
  if (whole.pupils === null) return;
  into.add(`${of}.pupils`, whole.pupils, { keep: true });
  into.tie(sumsTo(`${of}.pupils`, known));
}

function tieExclusions(end: string, whole: TrustExclusions): Relation[] {
  const cell = (name: string): string => `excluded.${name}${end}`;
  return [
    sumsTo(cell('suspensions'), [cell('all')]),
    atMost(cell('pupils'), cell('suspensions')),
    // A pupil has one first suspension, and none other where all are first.
    atMost(cell('turn.first'), cell('pupils')),
    // Known of the whole alone: nobody suspended twice makes one pupil of each suspension.
    ...(end === '' && whole.pupils_again === 0 ? [sumsTo(cell('suspensions'), [cell('pupils')])] : []),
    ...(end === ''
      ? [
          {
            terms: [
              [cell('pupils'), 1],
              [cell('pupils_again'), 1],
              [cell('suspensions'), -1],
            ] as const,
            holds: 'at_most' as const,
          },
          atMost(cell('pupils_again'), cell('pupils')),
          // Whoever is suspended twice has one suspension that is not the first.
          {
            terms: [
              [cell('pupils_again'), 1],
              [cell('turn.second'), -1],
              [cell('turn.third_or_later'), -1],
            ] as const,
            holds: 'at_most' as const,
          },
        ]
      : []),
    ...PARTS.map((part) =>
      sumsTo(
        cell('all'),
        valuesOf(part, whole).map((value) => cell(`${part}.${value}`)),
      ),
    ),
  ];
}

function isSuspension({ type }: ExclusionCell): boolean {
  return type === 'suspension';
}

/** What is counted of the uses of force. */
export const FORCE_MARKS = ['same_day', 'parents_told'] as const;

function listForce(
  whole: TrustForce,
  units: readonly TrustForce[],
  isFew: (count: number) => boolean,
  into: CellCollector,
): void {
  into.addColumn(
    'force.incidents',
    units.map(({ incidents }) => incidents),
  );
  addPupils('force', units, whole, into);
  for (const mark of FORCE_MARKS) {
    const few = (at: number) => (isFew(units[at]?.pupils_at_least ?? 0) ? { always: true } : {});
    into.addColumn(
      `force.${mark}`,
      units.map((unit) => unit[mark]),
      few,
    );
    // What a mark leaves is printed nowhere, but whoever knows both can subtract.
    into.addColumn(
      `force.not_${mark}`,
      units.map((unit) => unit.incidents - unit[mark]),
      few,
    );
    for (const end of [...units.map((_, at) => `.${at}`), '']) {
      into.tie(sumsTo(`force.incidents${end}`, [`force.${mark}${end}`, `force.not_${mark}${end}`]));
    }
  }
}

/** Numbers that two tables tell, the second the headline's own. */
export const REPEATED = [
  ['excluded.suspensions', measureCell('exclusion.suspension')],
  ['excluded.permanent', measureCell('exclusion.permanent')],
  ['force.incidents', measureCell('positive_handling')],
] as const;

/** Numbers told twice are one; where a second system's list differs from the records nothing is believed of the two. */
function tieRepeats(ends: readonly string[], into: CellCollector): void {
  for (const end of ends) {
    for (const [own, measure] of REPEATED) into.tie(sumsTo(own + end, [measure + end]));
  }
}
