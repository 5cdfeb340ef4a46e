import type { Finding } from '../incident/finding.ts';
import type { SchoolRecord } from './school-record.ts';

/**
 * Leaves out a pupil's pattern on a catch-all category where the same pupil has one on a more specific category in
 * an overlapping window: it would say the same again, with less in it. A category is a catch-all when it stands on
 * more than `share` of all the record's behaviour incidents, such as 'Behaviour' in a two-level list.
 */
export function dropCatchAll(
  patterns: readonly Finding[],
  record: Pick<SchoolRecord, 'categories' | 'incidents'>,
  share: number,
): readonly Finding[] {
  const counts = new Int32Array(record.categories.length);
  for (const { categories } of record.incidents) {
    for (const category of categories) counts[category] = (counts[category] ?? 0) + 1;
  }
  const catchAll = new Set(
    record.categories.filter((_, at) => (counts[at] ?? 0) > share * record.incidents.length),
  );
  const isCatchAll = ({ category }: Finding): boolean => category !== null && catchAll.has(category);
  if (catchAll.size === 0) return patterns;
  const specific = patterns.filter((one) => !isCatchAll(one));
  return patterns.filter(
    (one) =>
      !isCatchAll(one) ||
      !specific.some(({ subject, from, to }) => subject === one.subject && from <= one.to && one.from <= to),
  );
}
