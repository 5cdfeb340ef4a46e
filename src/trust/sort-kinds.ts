import kindData from './kinds.yaml';

/** A kind of place or part of the day that all schools have in common. */
export interface CommonKind {
  readonly kind: string;
  readonly title: string;
  readonly words: readonly string[];
}

interface KindData {
  readonly places: readonly CommonKind[];
  readonly times: readonly CommonKind[];
  readonly hours: readonly { readonly kind: string; readonly from: number; readonly to: number }[];
}

const DATA = kindData as KindData;

/** Kinds of place, in report order. */
export function readPlaceKinds(): readonly CommonKind[] {
  return DATA.places;
}

/** Parts of the day, in report order. */
export function readTimeKinds(): readonly CommonKind[] {
  return DATA.times;
}

function kindOf(name: string, kinds: readonly CommonKind[]): string {
  const text = ` ${(name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  return kinds.find(({ words }) => words.some((word) => text.includes(` ${word} `)))?.kind ?? 'other';
}

/** The common kind of a place as a school names it. */
export function placeKindOf(name: string): string {
  return kindOf(name, DATA.places);
}

function timeKindOf(slot: string): string {
  const hour = /^(\d{2}):00$/.exec(slot)?.[1];
  if (hour === undefined) return kindOf(slot, DATA.times);
  return DATA.hours.find(({ from, to }) => from <= Number(hour) && Number(hour) < to)?.kind ?? 'other';
}

function gather(
  kinds: readonly CommonKind[],
  entries: readonly (readonly [string, number])[],
): Record<string, number> {
  const sums = new Map(kinds.map(({ kind }) => [kind, 0]));
  for (const [kind, count] of entries) sums.set(kind, (sums.get(kind) ?? 0) + count);
  return Object.fromEntries(sums);
}

/** Incidents by common kind of place; sums to incidents like the recorded places. */
export function countPlaceKinds(places: Readonly<Record<string, number>>): Record<string, number> {
  return gather(
    DATA.places,
    Object.entries(places).map(([name, count]) => [placeKindOf(name), count]),
  );
}

/** Incidents by common part of the day; sums to incidents. */
export function countTimeKinds(
  weekdayPeriod: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Record<string, number> {
  return gather(
    DATA.times,
    Object.values(weekdayPeriod).flatMap((row) =>
      Object.entries(row).map(([slot, count]) => [timeKindOf(slot), count] as const),
    ),
  );
}
