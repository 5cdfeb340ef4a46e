import type { ExclusionCell, ExclusionCounts, ForceCounts } from '../incident/school-counts.ts';
import type { TrustAnalysis, TrustSchool } from '../incident/trust-analysis.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { atMost, type CellSystem, type Relation, sumsTo } from './cell-system.ts';
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
export function valuesOf(part: ExclusionPart, { cells }: ExclusionCounts): readonly string[] {
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
    isFew,
    into,
  );
  listForce(
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

function listExclusions(
  { exclusions: whole }: TrustAnalysis,
  units: readonly ExclusionCounts[],
  isFew: (count: number) => boolean,
  into: CellCollector,
): void {
  const column = (name: string, values: readonly number[], always = false): void =>
    into.addColumn(
      `excluded.${name}`,
      values,
      // Of a few pupils nothing but how many exclusions there were is said.
      (at) => (always && isFew(units[at]?.pupils ?? 0) ? { always } : {}),
    );
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
  column(
    'pupils',
    units.map(({ pupils }) => pupils),
  );
  into.add('excluded.pupils_again', whole.pupils_again);
  for (const part of PARTS) {
    for (const value of valuesOf(part, whole)) {
      column(
        `${part}.${value}`,
        units.map(({ cells }) => countOf(cells.filter((cell) => isSuspension(cell) && cell[part] === value))),
        true,
      );
    }
  }
  const ends = [...units.map((_, at) => `.${at}`), ''];
  for (const end of ends) into.tie(...tieExclusions(end, whole));
}

function tieExclusions(end: string, whole: ExclusionCounts): Relation[] {
  const cell = (name: string): string => `excluded.${name}${end}`;
  return [
    sumsTo(cell('suspensions'), [cell('all')]),
    atMost(cell('pupils'), cell('suspensions')),
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
  units: readonly ForceCounts[],
  isFew: (count: number) => boolean,
  into: CellCollector,
): void {
  into.addColumn(
    'force.incidents',
    units.map(({ incidents }) => incidents),
  );
  into.addColumn(
    'force.pupils',
    units.map(({ pupils }) => pupils),
  );
  for (const mark of FORCE_MARKS) {
    const few = (at: number) => (isFew(units[at]?.pupils ?? 0) ? { always: true } : {});
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
