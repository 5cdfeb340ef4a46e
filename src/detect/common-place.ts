import type { PlacedIncident } from './school-record.ts';

/** The place where more than half of the incidents were, when that is at least three; else null. */
export function commonPlace(incidents: readonly PlacedIncident[]): string | null {
  const counts = new Map<string, number>();
  for (const { source } of incidents) {
    const place = source.incident.location;
    if (place !== null && place !== '') counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  for (const [place, count] of counts) if (count >= 3 && count * 2 > incidents.length) return place;
  return null;
}
