import type { ClockTime, IsoDate } from '../incident/incident.ts';
import type { LinkedCell, RowPupil } from './row-pupil.ts';

/** One row of an incident as it is remembered: never its words. */
export interface HeldRow {
  readonly file: number;
  readonly line: number;
  readonly hash: number;
  readonly content: number;
  /** What happened, to whom and when, where several files are read; 0 where one is, or nobody told what happened. */
  readonly words: number;
  readonly updated: number;
  readonly pupils: readonly RowPupil[];
  readonly linked: readonly LinkedCell[];
  /** True for the same record again: it counts, and changes nothing. */
  isCopy: boolean;
  /** True for a record that the register holds: it counts as a copy, and is read again as at the first import. */
  isHeld: boolean;
}

/** An incident while its rows are still coming in: its rows, and what the winning row says. */
export interface HeldIncident<T> {
  readonly id: string;
  readonly school: string | null;
  /** As the pupils of the row were noted: a linked name is looked for under the same key. */
  readonly schoolKey: string;
  readonly first: HeldRow;
  /** Rows after the first; most incidents have none. */
  later: HeldRow[] | null;
  /** Hashes of its rows to the file they came from, once there are more than a few; the register's stand apart. */
  seen: { readonly exports: Map<number, number>; readonly register: Set<number> } | null;
  /** File and line of the winning row. */
  file: number;
  line: number;
  updated: number;
  date: IsoDate;
  time: ClockTime | null;
  recordedDate: IsoDate | null;
  recordedTime: ClockTime | null;
  text: T;
  paths: readonly string[];
  isPositive: boolean;
  location: string | null;
  period: string | null;
  reportedBy: string | null;
  assignedTo: string | null;
  status: string | null;
}

/** The rows of an incident in the order they were read. */
export function rowsOf<T>(incident: HeldIncident<T>): readonly HeldRow[] {
  return incident.later === null ? [incident.first] : [incident.first, ...incident.later];
}
