import type { TrustAnalysis } from '../incident/trust-analysis.ts';
import { auditHiddenCells, listFoundOut } from './audit-hidden-cells.ts';
import type { CellSystem } from './cell-system.ts';
import { ofSchool } from './collect-cells.ts';
import { cutLinks } from './cut-links.ts';
import { decideDuties, joinDuties } from './decide-duties.ts';
import type { HiddenCells } from './decide-hiding.ts';
import { type Decision, decideTable, isFew } from './decide-table.ts';
import { hideFewAgain } from './hide-few-again.ts';
import type { HidingRules } from './hiding-rules.ts';
import { listFoundByHeads } from './list-found-by-heads.ts';
import {
  FORCE_MARKS,
  funnelCell,
  halfCell,
  isClosed,
  listCurrentHalves,
  listTrustCells,
  measureCell,
  PARTS,
  REPEATED,
  valuesOf,
} from './trust-cells.ts';
import { MOST_SCHOOLS } from './trust-edition.ts';

/**
 * Which cells of a trust's reports are hidden, with everything the audit needs to try them. Table by table, widest use
 * first: the headline numbers of all schools decide alone, and every later table must live with that. A table that could
 * be kept safe only by hiding one of theirs goes unprinted instead.
 */
export function decideTrustHiding(trust: TrustAnalysis, rules: HidingRules, exact = false): HiddenCells {
  const system = listTrustCells(trust, exact ? 0 : rules.threshold);
  const hidden = new Set<string>();
  if (exact) return { system: joinDuties(trust, system), hidden };
  const decision: Decision = { trust, system, hidden, threshold: rules.threshold };
  for (const { code } of trust.schools[0]?.rates ?? []) decideMeasure(code, decision);
  const bySchool = trust.schools.length <= MOST_SCHOOLS;
  decideRecords(decision);
  if (bySchool) decideHalves(decision);
  const units = bySchool ? trust.schools.length : 1;
  for (const [own, measure] of REPEATED) decideRepeated(own, measure, bySchool, units, decision);
  decideExclusions(units, decision);
  decideForce(units, decision);
  cutLinks(decision);
  const decided = decideDuties(decision);
  showKnown(decided.system, hidden, rules.threshold);
  return decided;
}

/** A sum that another table tells all the same is of no use hidden: a symbol there looks as if something were kept. */
function showKnown(system: CellSystem, hidden: Set<string>, threshold: number): void {
  for (const id of listFoundOut(auditHiddenCells(system, hidden, Number.POSITIVE_INFINITY))) {
    const cell = system.cells.get(id);
    const ofOne = /\.\d+$/.test(id) || cell?.always === true;
    if (cell !== undefined && !ofOne && cell.value >= threshold) hidden.delete(id);
  }
}

function decideMeasure(code: string, decision: Decision): void {
  const { trust } = decision;
  const column = measureCell(code);
  const funnels = trust.funnels.filter((funnel) => funnel.code === code).map(funnelCell);
  const own = trust.schools.map((_, at) => ofSchool(column, at));
  for (const id of own) if (isFew(id, decision)) decision.hidden.add(id);
  hideAverages(code, decision);
  decideTable([column, ...funnels, ...own], [], decision, funnels, (id) => isToldBySchool(id, decision));
  hideAverages(code, decision);
  keepFromHeads([column, ...funnels, ...own], [column, ...funnels], decision);
}

/** The sums of a measure go where the head of one school with a hidden number would be left with that of another. */
function keepFromHeads(ids: readonly string[], sums: readonly string[], decision: Decision): void {
  const { system, hidden, threshold } = decision;
  const own = new Set(ids);
  const relations = system.relations.filter(({ terms }) => terms.every(([id]) => own.has(id)));
  const found = listFoundByHeads({ system: { cells: system.cells, relations }, hidden, threshold });
  if (found.length > 0) for (const id of sums) hidden.add(id);
}

/**
 * Whether a school's own report to its governors tells a number: anything that is not small. The sum of all schools less
 * these would be the small one, so the sum goes, and no other school's number in its place.
 */
function isToldBySchool(id: string, decision: Decision): boolean {
  return /\.\d+$/.test(id) && !isFew(id, decision) && !decision.hidden.has(id);
}

/**
 * An average over a hidden number, times the days, is the sum of what is hidden in it: it goes with the first. It goes
 * too where only a school that stands apart is hidden: that its funnel is drawn all the same would tell so.
 */
function hideAverages(code: string, { trust, hidden }: Decision): void {
  const places = new Map(trust.schools.map(({ school }, at) => [school, at]));
  for (const funnel of trust.funnels.filter((one) => one.code === code)) {
    const rests = funnel.units.some(({ school }) =>
      hidden.has(ofSchool(measureCell(code), places.get(school) ?? -1)),
    );
    if (rests) hidden.add(funnelCell(funnel));
  }
}

/** All records less those shown of each kind would be those of the kind hidden. */
function decideRecords({ trust, system, hidden, threshold }: Decision): void {
  for (const [at] of trust.schools.entries()) {
    const [all, positive, records] = [
      ofSchool(measureCell('all'), at),
      ofSchool(measureCell('positive'), at),
      ofSchool('records', at),
    ];
    const value = system.cells.get(records)?.value ?? 0;
    const few = value > 0 && value < threshold;
    if (few || hidden.has(all) || hidden.has(positive)) hidden.add(records);
  }
}

function decideHalves(decision: Decision): void {
  const { trust, hidden } = decision;
  for (const [at, school] of trust.schools.entries()) {
    const all = ofSchool(measureCell('all'), at);
    const halves = listCurrentHalves(school).map(({ from }) => halfCell(at, from));
    if (hidden.has(all)) for (const id of halves) hidden.add(id);
    else decideTable(halves, [all], decision);
  }
}

/**
 * A number told twice is hidden twice. Where a second system's list differs from the records in any school the trust's
 * sum of it is left out, so that nothing can be subtracted.
 */
function decideRepeated(
  own: string,
  measure: string,
  bySchool: boolean,
  units: number,
  decision: Decision,
): void {
  const { system, hidden } = decision;
  const value = (id: string): number => system.cells.get(id)?.value ?? 0;
  const pairs = [
    ...(bySchool
      ? Array.from({ length: units }, (_, at) => [ofSchool(own, at), ofSchool(measure, at)] as const)
      : [[ofSchool(own, 0), measure] as const]),
    [own, measure] as const,
  ];
  const isSame = pairs.every(([a, b]) => value(a) === value(b));
  for (const [a, b] of pairs) {
    if ((value(a) === value(b) && hidden.has(b)) || isFew(a, decision)) hidden.add(a);
  }
  if (!isSame) hidden.add(own);
}

function decideExclusions(units: number, decision: Decision): void {
  const { trust, system, hidden } = decision;
  const ends = [...Array.from({ length: units }, (_, at) => `.${at}`), ''];
  const cell = (name: string, end: string): string => `excluded.${name}${end}`;
  const value = (id: string): number => system.cells.get(id)?.value ?? 0;
  for (const end of ends) {
    const [own, all] = [cell('suspensions', end), cell('all', end)];
    if (hidden.has(own) || value(own) !== value(all) || isFew(all, decision)) hidden.add(all);
  }
  const column = (name: string): string[] => ends.map((end) => cell(name, end));
  // Where all suspensions are first ones there are as many pupils: beside a hidden number they would tell it.
  for (const end of ends) if (hidden.has(cell('suspensions', end))) hideIfThere(cell('pupils', end));
  hideFewAgain('excluded.suspensions', 'excluded.pupils', ends, decision);
  // Beside the pupils of a hidden number of suspensions stand the number's own bounds.
  decideTable(
    [...column('pupils'), 'excluded.pupils_again'].filter((id) => system.cells.has(id)),
    column('suspensions'),
    decision,
    [],
    (id) => isToldBySchool(id, decision),
  );
  const counted = [...(units === trust.schools.length ? trust.schools : [trust]), trust];
  const closed = ends.filter(
    (end, at) =>
      hidden.has(cell('all', end)) || isClosed((counted[at] ?? trust).exclusions, decision.threshold),
  );
  if (closed.includes('') || isFew('excluded.pupils_again', decision))
    hidden.add('excluded.pupils_again').add('excluded.pupils');
  for (const name of PARTS.flatMap(namesOf)) for (const end of closed) hidden.add(cell(name, end));
  for (const part of PARTS) {
    const sums = namesOf(part).map((name) => cell(name, ''));
    decideTable(sums, [cell('all', '')], decision);
    const own = namesOf(part).flatMap((name) => column(name).filter((id) => !sums.includes(id)));
    decideTable(own, [...sums, ...column('all')], decision);
  }
  function hideIfThere(id: string): void {
    if (system.cells.has(id)) hidden.add(id);
  }
  function namesOf(part: (typeof PARTS)[number]): string[] {
    return valuesOf(part, trust.exclusions).map((value) => `${part}.${value}`);
  }
}

function decideForce(units: number, decision: Decision): void {
  const { system, hidden } = decision;
  const ends = [...Array.from({ length: units }, (_, at) => `.${at}`), ''];
  const column = (name: string): string[] => ends.map((end) => `force.${name}${end}`);
  // Nobody was held where there is no record: a nought of the one tells the other.
  for (const end of ends) if (hidden.has(`force.incidents${end}`)) hidden.add(`force.pupils${end}`);
  hideFewAgain('force.incidents', 'force.pupils', ends, decision);
  decideTable(
    column('pupils').filter((id) => system.cells.has(id)),
    [],
    decision,
    [],
    (id) => isToldBySchool(id, decision),
  );
  for (const mark of FORCE_MARKS) {
    for (const end of ends) {
      const closed = [`force.incidents${end}`, `force.pupils${end}`].some((id) => hidden.has(id));
      const few = [`force.${mark}${end}`, `force.not_${mark}${end}`].some((id) => isFew(id, decision));
      if (closed || few) hidden.add(`force.${mark}${end}`).add(`force.not_${mark}${end}`);
    }
    decideTable([...column(mark), ...column(`not_${mark}`)], column('incidents'), decision);
  }
}
