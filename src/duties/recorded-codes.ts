import type { Incident } from '../incident/incident.ts';
import type { CategoryMap } from '../policy/category-map.ts';

/** The codes that the recorded categories themselves name, whatever the narrative says: what a tag duty is about. */
export function findRecordedCodes(incident: Incident, categoryMap: CategoryMap): ReadonlySet<string> {
  return new Set(incident.categories.flatMap((path) => categoryMap.find(path)?.codes ?? []));
}
