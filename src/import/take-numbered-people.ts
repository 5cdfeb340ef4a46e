import { type Field, GENERIC } from './layout.ts';
import { loosenHeader } from './loosen-header.ts';
import { namesClassOnly } from './names-class-only.ts';

const PEOPLE: ReadonlySet<Field> = new Set(['pupil', 'linked', 'harming', 'harmed', 'witness']);

/** The field that a column of people has without its number, and the number; null for any other column. */
function readNumbered(header: string): { readonly field: Field; readonly number: number } | null {
  const found = /^(\D*)(\d)(\D*)$/.exec(header) ?? /^(\D*\s)([A-H])()$/.exec(header);
  if (found === null || namesClassOnly(header)) return null;
  const key = loosenHeader(`${found[1]} ${found[3]}`);
  // `Subject 2` is what was taught.
  if (key === 'subject') return null;
  const meant = (GENERIC.loose.get(key) ?? []).filter(({ field }) => PEOPLE.has(field));
  const [best] = [...meant].sort((a, b) => a.rank - b.rank);
  // Letters count on from 10.
  return best === undefined ? null : { field: best.field, number: Number.parseInt(found[2] ?? '', 18) };
}

/**
 * Takes columns that hold one person each, `Pupil 1` to `Pupil 3`, `Pupil A` and `Pupil B`, or `Victim` and `Victim 2`: the first stands for the
 * field where no other column does, which is added to `at`. Gives the further columns of each field, in order.
 */
export function takeNumberedPeople(
  headers: readonly string[],
  at: Map<Field, number>,
): ReadonlyMap<Field, readonly number[]> {
  const taken = new Set(at.values());
  const columns = headers
    .flatMap((header, column) => {
      const numbered = taken.has(column) ? null : readNumbered(header);
      return numbered === null ? [] : [{ ...numbered, column }];
    })
    .sort((a, b) => a.number - b.number || a.column - b.column);
  const more = new Map<Field, number[]>();
  for (const { field, column } of columns) {
    if (!at.has(field)) at.set(field, column);
    else more.set(field, [...(more.get(field) ?? []), column]);
  }
  return more;
}
