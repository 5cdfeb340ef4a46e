import type { Cell, CellSystem, Relation } from './cell-system.ts';
import { sumsTo } from './cell-system.ts';
import { isTrue } from './hide-cells.ts';

/** Takes cells and what ties them, one by one. */
export interface CellCollector {
  readonly add: (id: string, value: number, extra?: Partial<Cell>) => string;
  /** A number of each school (`NAME.0`, `NAME.1` …) and their sum over the trust (`NAME`), tied. */
  readonly addColumn: (
    name: string,
    values: readonly number[],
    extra?: (at: number) => Partial<Cell>,
  ) => void;
  readonly valueOf: (id: string) => number;
  readonly tie: (...relations: readonly Relation[]) => void;
  /** What the data break is left out: a reader who believes in it is misled, not informed. */
  readonly finish: () => CellSystem;
}

/** Id of a school's cell in a column. */
export function ofSchool(column: string, at: number): string {
  return `${column}.${at}`;
}

/** Opens an empty system of cells. A sum over all schools is hidden last: it is worth more than a part. */
export function collectCells(): CellCollector {
  const cells = new Map<string, Cell>();
  const relations: Relation[] = [];
  const add = (id: string, value: number, extra: Partial<Cell> = {}): string => {
    cells.set(id, { value, sensitive: true, ...extra });
    return id;
  };
  return {
    add,
    addColumn: (name, values, extra = () => ({})) => {
      const parts = values.map((value, at) => add(ofSchool(name, at), value, extra(at)));
      add(
        name,
        values.reduce((sum, value) => sum + value, 0),
        { keep: true },
      );
      relations.push(sumsTo(name, parts));
    },
    valueOf: (id) => cells.get(id)?.value ?? 0,
    tie: (...more) => {
      relations.push(...more);
    },
    finish: () => ({ cells, relations: relations.filter((relation) => isTrue(relation, { cells })) }),
  };
}
