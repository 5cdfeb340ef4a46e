import type { DutyCase } from './duty-case.ts';

/** A record and an entry that may tell of the same incident; `gap` in days, -1 where the id says so. */
interface Match<T> {
  readonly one: DutyCase;
  readonly entry: T;
  readonly gap: number;
}

const SAME_ID = -1;

/**
 * The entry of another list that tells of each record's incident, each entry and record used once: by id, else the
 * closest in days of all pairs before the next, so that a record without an entry does not take a later record's.
 * Pairs equally far apart go in the order of the records. `gapOf` gives null where an entry cannot be the record's.
 */
export function matchEntries<T extends { readonly incidentId: string | null }>(
  cases: readonly DutyCase[],
  entries: readonly T[],
  gapOf: (entry: T, one: DutyCase) => number | null,
): ReadonlyMap<DutyCase, T> {
  const matches: Match<T>[] = [];
  for (const one of cases) {
    for (const entry of entries) {
      const gap = entry.incidentId === one.labelled.incident.id ? SAME_ID : gapOf(entry, one);
      if (gap !== null) matches.push({ one, entry, gap });
    }
  }
  const found = new Map<DutyCase, T>();
  const used = new Set<T>();
  for (const { one, entry } of matches.sort((a, b) => a.gap - b.gap)) {
    if (found.has(one) || used.has(entry)) continue;
    found.set(one, entry);
    used.add(entry);
  }
  return found;
}
