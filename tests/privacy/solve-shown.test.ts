import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountCell, isShown } from '../../src/privacy/count-cell.ts';
import { DEFAULT_HIDING_RULES } from '../../src/privacy/hiding-rules.ts';
import { makeCommitteeEdition } from '../../src/privacy/make-committee-edition.ts';
import { makeTrustEdition } from '../../src/privacy/make-trust-edition.ts';
import type { EditionSchoolExclusions, TrustEdition } from '../../src/privacy/trust-edition.ts';
import { sampleTrust } from '../trust/helpers/sample-trust.ts';

/** Every count that a trust's report prints, by a name of this test's own. */
function listPrinted(edition: TrustEdition): Map<string, CountCell | null> {
  const cells = new Map<string, CountCell | null>();
  const take = (end: string, own: { exclusions: EditionSchoolExclusions; force: TrustEdition['force'] }) => {
    for (const [key, value] of Object.entries(own.exclusions)) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        for (const [name, cell] of Object.entries(value as Record<string, CountCell>))
          cells.set(`x.${key}.${name}${end}`, cell);
      else if (typeof value === 'number' || value === 'hidden') cells.set(`x.${key}${end}`, value);
    }
    for (const [key, cell] of Object.entries(own.force)) cells.set(`f.${key}${end}`, cell);
  };
  for (const { code, count } of edition.totals) cells.set(`m.${code}`, count);
  take('', edition);
  for (const [at, school] of edition.schools.entries()) {
    for (const { code, count } of school.measures) cells.set(`m.${code}.${at}`, count);
    take(`.${at}`, school);
  }
  for (const { duty, cases, met, not_met, not_evidenced } of edition.duties)
    for (const [key, cell] of Object.entries({ cases, met, not_met, not_evidenced }))
      cells.set(`d.${duty}.${key}`, cell);
  return cells;
}

type Equation = readonly (readonly [string, number])[];
const sums = (whole: string, parts: readonly string[]): Equation => [
  [whole, -1],
  ...parts.map((part) => [part, 1] as const),
];

/** What a reader of the tables believes, as far as it is so: all that ties the numbers of the report. */
function listBeliefs(exact: TrustEdition, shown: TrustEdition): Equation[] {
  const ats = exact.schools.map((_, at) => `.${at}`);
  const columns = [...listPrinted(exact).keys()].filter((id) => ats.some((at) => id.endsWith(at)));
  const names = [...new Set(columns.map((id) => id.replace(/\.\d+$/, '')))];
  const beliefs: Equation[] = names.map((name) =>
    sums(
      name,
      ats.map((at) => name + at),
    ),
  );
  const tell = (whole: string, parts: readonly string[]): void => {
    beliefs.push(sums(whole, parts));
  };
  for (const end of [...ats, '']) {
    for (const part of ['length', 'turn', 'purpose', 'reason'] as const)
      tell(
        `x.suspensions${end}`,
        Object.keys(exact.exclusions[part]).map((value) => `x.${part}.${value}${end}`),
      );
    tell(`x.suspensions${end}`, [`m.exclusion.suspension${end}`]);
    tell(`f.incidents${end}`, [`m.positive_handling${end}`]);
    tell(`f.incidents${end}`, [`f.same_day${end}`, `f.not_same_day${end}`]);
    tell(`f.incidents${end}`, [`f.parents_told${end}`, `f.not_parents_told${end}`]);
  }
  if (exact.exclusions.pupils_again === 0) tell('x.suspensions', ['x.pupils']);
  for (const { duty, measure } of [
    { duty: 'FORCE1', measure: 'positive_handling' },
    { duty: 'COC1', measure: 'child_on_child' },
  ]) {
    tell(`d.${duty}.cases`, [`d.${duty}.met`, `d.${duty}.not_met`, `d.${duty}.not_evidenced`]);
    const own = ats.filter((_, at) => exact.schools[at]?.duties.some((row) => row.duty === duty));
    tell(
      `d.${duty}.cases`,
      own.map((at) => `m.${measure}${at}`),
    );
    if (duty === 'FORCE1')
      tell(
        'd.FORCE1.met',
        own.map((at) => `f.same_day${at}`),
      );
    // A percentage of a school ties what is met there to its cases, which are its records.
    for (const [at, { duties }] of shown.schools.entries()) {
      const share = duties.find((row) => row.duty === duty)?.per_cent ?? null;
      if (share !== null && duty === 'FORCE1')
        beliefs.push([
          [`f.same_day.${at}`, 1],
          [`m.${measure}.${at}`, -share],
        ]);
    }
  }
  return beliefs;
}

/** Hidden numbers that the equations alone determine (Gauss-Jordan on dense rows). */
function solve(
  beliefs: readonly Equation[],
  truth: Map<string, number>,
  shown: ReadonlySet<string>,
): string[] {
  const unknowns = [...truth.keys()].filter((id) => !shown.has(id));
  const place = new Map(unknowns.map((id, at) => [id, at]));
  const rows = beliefs
    .filter((terms) => Math.abs(terms.reduce((sum, [id, by]) => sum + by * (truth.get(id) ?? 0), 0)) < 1e-9)
    .map((terms) => {
      const row = new Array<number>(unknowns.length).fill(0);
      for (const [id, by] of terms) {
        const at = place.get(id);
        if (at !== undefined) row[at] = (row[at] ?? 0) + by;
      }
      return row;
    });
  let top = 0;
  for (let column = 0; column < unknowns.length; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= top && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const lead = rows.splice(pivot, 1)[0] ?? [];
    const scale = lead[column] ?? 1;
    const scaled = lead.map((by) => by / scale);
    for (const row of rows) {
      const times = row[column] ?? 0;
      if (Math.abs(times) > 1e-9)
        for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) - times * (scaled[at] ?? 0);
    }
    rows.splice(top, 0, scaled);
    top += 1;
  }
  return rows.slice(0, top).flatMap((row) => {
    const alone = row.flatMap((by, at) => (Math.abs(by) > 1e-9 ? at : []));
    return alone.length === 1 ? (unknowns[alone[0] ?? 0] ?? []) : [];
  });
}

/** Small numbers of a trust that can be worked out; `open` shows cells that the edition hides. */
function findOut(seed: string, schools: number, open: (value: number) => boolean = () => false): string[] {
  const trust = sampleTrust(seed, schools);
  const exact = makeTrustEdition(trust, DEFAULT_HIDING_RULES, true);
  const edition = makeTrustEdition(trust);
  const truth = new Map([...listPrinted(exact)].map(([id, cell]) => [id, Number(cell)]));
  for (const [id, value] of [...truth])
    if (id.startsWith('f.incidents'))
      for (const mark of ['same_day', 'parents_told']) {
        const end = id.slice('f.incidents'.length);
        truth.set(`f.not_${mark}${end}`, value - (truth.get(`f.${mark}${end}`) ?? 0));
      }
  const shown = new Set(
    [...listPrinted(edition)].flatMap(([id, cell]) =>
      cell !== null && (isShown(cell) || open(truth.get(id) ?? 0)) ? id : [],
    ),
  );
  return solve(listBeliefs(exact, edition), truth, shown).filter((id) => {
    const value = truth.get(id) ?? 0;
    return value > 0 && value < DEFAULT_HIDING_RULES.threshold;
  });
}

describe('what a trust prints, solved by linear arithmetic', () => {
  const trusts = [fc.string({ minLength: 1, maxLength: 8 }), fc.integer({ min: 3, max: 9 })] as const;

  it('determines no hidden number from 1 to 4', () => {
    fc.assert(
      fc.property(...trusts, (seed, schools) => {
        expect(findOut(seed, schools)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('tells nobody that there was no record of force, where that number is hidden, by the pupils held', () => {
    fc.assert(
      fc.property(...trusts, (seed, schools) => {
        const { force, schools: units } = makeTrustEdition(sampleTrust(seed, schools));
        for (const own of [force, ...units.map((unit) => unit.force)])
          if (!isShown(own.incidents)) expect(own.pupils === null || !isShown(own.pupils)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('would determine some if only small numbers were hidden', () => {
    const caught = ['a', 'b', 'c', 'd', 'e'].filter(
      (seed) => findOut(seed, 7, (value) => value === 0 || value >= 5).length > 0,
    );
    expect(caught.length).toBeGreaterThan(0);
  });

  it('shows a committee no number that the working group does not see', () => {
    fc.assert(
      fc.property(...trusts, (seed, schools) => {
        const trust = sampleTrust(seed, schools);
        const group = listPrinted(makeTrustEdition(trust));
        const { totals, exclusions, force, duties } = makeCommitteeEdition(trust);
        const committee = listPrinted({ totals, exclusions, force, duties, schools: [] } as never);
        for (const [id, cell] of committee)
          if (cell !== null && isShown(cell)) expect(group.get(id), id).toBe(cell);
      }),
      { numRuns: 40 },
    );
  });
});
