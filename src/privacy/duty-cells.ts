import type { TrustAnalysis, TrustDuty } from '../incident/trust-analysis.ts';
import { listDutyCodes } from '../policy/built-in-profiles.ts';
import { type CellSystem, type Relation, sumsTo } from './cell-system.ts';
import { collectCells, ofSchool } from './collect-cells.ts';
import { isTrue } from './hide-cells.ts';
import { FORCE_MARKS, measureCell, REPEATED } from './trust-cells.ts';
import { MOST_SCHOOLS } from './trust-edition.ts';

/** What a duty's cases are divided into. */
export const DUTY_PARTS = ['met', 'not_met', 'not_evidenced'] as const;

/** No percentage of fewer cases. */
export const LEAST_CASES = 10;

const NO_CASES = { cases: 0, met: 0, not_met: 0, not_evidenced: 0 } as const;

/** Cell of one number of a duty over the trust; with `ofSchool`, of one school. */
export function dutyCell(duty: string, name: 'cases' | (typeof DUTY_PARTS)[number]): string {
  return `duty.${duty}.${name}`;
}

/** A duty as each school has it, without cases where it has none; nothing for trusts of very many schools. */
export function listOwnDuties({ schools }: TrustAnalysis, id: string): readonly Omit<TrustDuty, 'duty'>[] {
  if (schools.length > MOST_SCHOOLS) return [];
  return schools.map(({ duties }) => duties.find(({ duty }) => duty === id) ?? NO_CASES);
}

/**
 * The numbers of one duty with everything that ties them: parts to cases, schools to the trust, and cases to the
 * records they are: a duty's cases are those of a headline measure, in a school or in all that have the duty. `base`
 * is what else the reports print, by its cells.
 */
export function listDutyCells(
  trust: TrustAnalysis,
  whole: TrustDuty,
  base: Pick<CellSystem, 'cells'>,
): CellSystem {
  const into = collectCells();
  const own = listOwnDuties(trust, whole.duty);
  const ends = [...own.map((_, at) => `.${at}`), ''];
  for (const name of ['cases', ...DUTY_PARTS] as const) {
    const column = dutyCell(whole.duty, name);
    if (own.length > 0)
      into.addColumn(
        column,
        own.map((each) => each[name]),
      );
    else into.add(column, whole[name], { keep: true });
  }
  const cell = (name: Parameters<typeof dutyCell>[1], end: string): string =>
    dutyCell(whole.duty, name) + end;
  for (const end of ends) {
    into.tie(
      sumsTo(
        cell('cases', end),
        DUTY_PARTS.map((part) => cell(part, end)),
      ),
    );
  }
  const { cells, relations } = into.finish();
  const all = { cells: new Map([...base.cells, ...cells]) };
  const links = listLinks(trust, whole, ends).filter((link) => isTrue(link, all));
  return { cells, relations: [...relations, ...links] };
}

/** What a duty's numbers are if the records are taken for its cases: kept only where the numbers agree. */
function listLinks({ schools }: TrustAnalysis, { duty }: TrustDuty, ends: readonly string[]): Relation[] {
  const measures = (listDutyCodes().get(duty) ?? []).map(measureCell);
  const lists = REPEATED.filter(([, measure]) => measures.includes(measure)).map(([list]) => list);
  // A mark of force is what is met only where it is so in each school: two sums are soon the same by chance.
  const marks = FORCE_MARKS.filter(
    (mark) =>
      lists.includes('force.incidents') &&
      schools.every(({ duties, force }) =>
        duties.every((one) => one.duty !== duty || one.met === force[mark]),
      ),
  ).map((mark) => `force.${mark}`);
  const having = schools.flatMap(({ duties }, at) => (duties.some((one) => one.duty === duty) ? at : []));
  const cases = dutyCell(duty, 'cases');
  return [
    ...ends.flatMap((end) => [
      ...[...measures, ...lists].map((column) => sumsTo(cases + end, [column + end])),
      ...marks.map((mark) => sumsTo(dutyCell(duty, 'met') + end, [mark + end])),
    ]),
    ...measures.map((measure) =>
      sumsTo(
        cases,
        having.map((at) => ofSchool(measure, at)),
      ),
    ),
  ];
}
