import type { Incident } from '../incident/incident.ts';
import type { DayPeriod } from '../incident/period.ts';
import type { PlacedIncident, SchoolRecord } from './school-record.ts';

/** One place at one part of the day, with its incidents. */
export interface PlaceCell {
  readonly location: string;
  /** Name of the period, or `10:00-11:00` where the school gave none. */
  readonly slot: string;
  /** Periods of one kind rise and fall together: lessons, breaks, the edges of the day. */
  readonly kind: string;
  readonly incidents: readonly PlacedIncident[];
}

/**
 * Sorts incidents into places and parts of the day, most frequent first.
 *
 * An event written up once for each child in it (same minute, place and category) counts once: places do not fight.
 */
export function buildPlaceCells(
  record: SchoolRecord,
  dayPeriods: readonly DayPeriod[],
): readonly PlaceCell[] {
  const cells = new Map<string, PlaceCell & { readonly incidents: PlacedIncident[] }>();
  const seen = new Set<string>();
  const slots = new Map<string, ReturnType<typeof slotOf>>();
  /** Cells by place as written, then slot, so that each spelling is put in lower case once. */
  const asWritten = new Map<string, Map<string, PlacedIncident[]>>();
  for (const placed of record.incidents) {
    const { incident } = placed.source;
    const { location } = incident;
    if (location === null || location === '') continue;
    const when = incident.period === null ? (incident.time ?? '') : `${incident.time}|${incident.period}`;
    let slot = slots.get(when);
    if (slot === undefined) {
      slot = slotOf(incident, dayPeriods);
      slots.set(when, slot);
    }
    if (slot === null) continue;
    const event = eventKey(placed);
    if (event !== null && seen.has(event)) continue;
    if (event !== null) seen.add(event);
    let written = asWritten.get(location);
    if (written === undefined) {
      written = new Map();
      asWritten.set(location, written);
    }
    const known = written.get(slot.name);
    if (known !== undefined) {
      known.push(placed);
      continue;
    }
    const key = `${location.toLowerCase()} | ${slot.name}`;
    const cell = cells.get(key) ?? { location, slot: slot.name, kind: slot.kind, incidents: [] };
    cells.set(key, cell);
    written.set(slot.name, cell.incidents);
    cell.incidents.push(placed);
  }
  return [...cells.values()].toSorted((one, other) => other.incidents.length - one.incidents.length);
}

/** What makes two records one event, or null when a record has no time or only one child in it. */
function eventKey({ source: { incident }, actors, others }: PlacedIncident): string | null {
  if (incident.time === null || actors.length + others.length < 2) return null;
  const who = [...actors, ...others].sort((one, other) => one - other).join(',');
  return [incident.date, incident.time, incident.location, incident.categories.join(';'), who].join('|');
}

function slotOf(
  { period, time }: Incident,
  dayPeriods: readonly DayPeriod[],
): { readonly name: string; readonly kind: string } | null {
  const named = dayPeriods.find(({ name }) => name.toLowerCase() === period?.toLowerCase());
  if (named !== undefined) return named;
  if (dayPeriods.length > 0) {
    if (time === null) return null;
    return dayPeriods.find(({ start, end }) => start <= time && time < end) ?? null;
  }
  if (period !== null && period !== '') return { name: period, kind: 'any' };
  if (time === null) return null;
  const hour = Number(time.slice(0, 2));
  return { name: `${time.slice(0, 2)}:00-${String(hour + 1).padStart(2, '0')}:00`, kind: 'any' };
}
