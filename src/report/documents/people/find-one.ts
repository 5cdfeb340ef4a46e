import { TermwiseError } from '../../../errors.ts';

/**
 * The names to print: all, or the one asked for in any mix of capitals. Refuses (`usage`) a name that is not there,
 * with those that begin alike.
 */
export function findOne(names: readonly string[], only: string | null, what: string): readonly string[] {
  if (only === null) return names;
  const asked = fold(only);
  const found = names.filter((name) => fold(name) === asked);
  if (found.length > 0) return found;
  const near = names.filter((name) => fold(name).startsWith(asked.slice(0, 2))).slice(0, 5);
  throw new TermwiseError(
    'usage',
    `--${what} ${only}: no ${what} of that name is in an incident of the period`,
    near.length === 0 ? `Names are written as in the export.` : `Did you mean ${near.join(', ')}?`,
  );
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
