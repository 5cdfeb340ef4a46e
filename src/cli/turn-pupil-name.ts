import { parsePupilName } from '../import/pupil-name.ts';

/**
 * A pupil's name as it is printed, from the form that many exports have: `Okafor, Ada` is `Ada Okafor`. The mark in
 * brackets that tells two pupils of one name apart stays behind it.
 */
export function turnPupilName(name: string): string {
  const [, whole = name, mark = ''] = /^([^(]*)(\s\(.*\))?$/.exec(name.trim()) ?? [];
  return whole.includes(',') ? `${parsePupilName(whole).name}${mark}` : name;
}
