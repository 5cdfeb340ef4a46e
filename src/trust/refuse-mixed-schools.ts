import { TermwiseError } from '../errors.ts';
import type { Incident } from '../incident/incident.ts';
import { keyOfSchool } from '../incident/key-of-school.ts';

/**
 * A return is one school's, and is signed with its name. Throws a TermwiseError when the records name several schools,
 * or another one than `setting`, or when neither they nor the settings name one. Two spellings of a name are one school,
 * and a record that names none is of the same school as the others.
 */
export function refuseMixedSchools(
  incidents: readonly Pick<Incident, 'school' | 'sources'>[],
  setting: string | null,
): void {
  const named = new Map<string, Pick<Incident, 'school' | 'sources'>>();
  for (const incident of incidents) {
    const key = keyOfSchool(incident.school ?? '');
    if (key !== '' && !named.has(key)) named.set(key, incident);
  }
  if (named.size === 0 && setting === null) {
    throw new TermwiseError(
      'usage',
      'the return needs the name of the school, and neither the export nor the settings give it',
      'Give --school "NAME", or put `school:` into termwise.yaml.',
    );
  }
  const own = setting === null ? null : keyOfSchool(setting);
  const other = own === null ? undefined : [...named].find(([key]) => key !== own)?.[1];
  if (other !== undefined) refuseOther(other, setting ?? '');
  if (named.size < 2) return;
  const some = [...named.values()].slice(0, 3).map(({ school }) => school);
  throw new TermwiseError(
    'usage',
    `the exports hold records of ${named.size} schools (${some.join(', ')}${named.size > 3 ? ' …' : ''}), and a return is one school's`,
    'Give the export of one school.',
  );
}

function refuseOther(
  { school, sources: [at] }: Pick<Incident, 'school' | 'sources'>,
  setting: string,
): never {
  throw new TermwiseError(
    'usage',
    `${at?.file}: line ${at?.line}: School: the record is of '${school}', and the return would be signed as '${setting}' (--school, or school: in termwise.yaml)`,
    `Give the export of ${setting} alone, or --school "${school}" if that is its name.`,
  );
}
