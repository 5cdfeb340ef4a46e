import { TermwiseError } from '../errors.ts';

/**
 * A return is one school's, and names it. Throws a TermwiseError when the records name several schools, or when
 * neither they nor the settings name one.
 */
export function refuseMixedSchools(named: ReadonlySet<string>, setting: string | null): void {
  if (named.size > 1) {
    const some = [...named].slice(0, 3).join(', ');
    throw new TermwiseError(
      'usage',
      `the exports hold records of ${named.size} schools (${some}${named.size > 3 ? ' …' : ''}), and a return is one school's`,
      'Give the export of one school.',
    );
  }
  if (named.size === 0 && setting === null) {
    throw new TermwiseError(
      'usage',
      'the return needs the name of the school, and neither the export nor the settings give it',
      'Give --school "NAME", or put `school:` into termwise.yaml.',
    );
  }
}
