import { type HeldIncident, type HeldRow, rowsOf } from './held-incident.ts';

/** Where the same record was met before. */
type Seen = 'nowhere' | 'register' | 'export';

/** Which rows are the same record is looked up under these. */
export interface Matching {
  /** True where more than one file is read, so that the same record may come in two layouts. */
  readonly several: boolean;
  /** Index of the register that is merged into, or -1. */
  readonly register: number;
}

/** From this many rows on an incident is looked up, not searched: an id column may hold one value throughout. */
const FEW = 8;

function isSame(one: HeldRow, other: HeldRow, several: boolean): boolean {
  return one.hash === other.hash || (several && one.file !== other.file && one.content === other.content);
}

function note(
  { exports, register }: NonNullable<HeldIncident<unknown>['seen']>,
  row: HeldRow,
  by: Matching,
): void {
  if (row.file === by.register) {
    register.add(row.hash).add(row.content);
    return;
  }
  exports.set(row.hash, row.file);
  if (by.several && !exports.has(row.content)) exports.set(row.content, row.file);
}

function searchSeen<T>(incident: HeldIncident<T>, row: HeldRow, by: Matching): Seen {
  let seen: Seen = 'nowhere';
  for (const other of rowsOf(incident)) {
    if (!isSame(other, row, by.several)) continue;
    if (other.file !== by.register || row.file === by.register) return 'export';
    seen = 'register';
  }
  return seen;
}

/** Says where the same record as `row` was met before among the rows of its incident, and notes it from a certain number of them on. */
export function findSeen<T>(incident: HeldIncident<T>, row: HeldRow, by: Matching): Seen {
  const { later } = incident;
  if (incident.seen === null && (later === null || later.length < FEW)) return searchSeen(incident, row, by);
  if (incident.seen === null) {
    incident.seen = { exports: new Map(), register: new Set() };
    for (const other of rowsOf(incident)) note(incident.seen, other, by);
  }
  const { exports, register } = incident.seen;
  const elsewhere = by.several ? exports.get(row.content) : undefined;
  const isIn = exports.has(row.hash) || (elsewhere !== undefined && elsewhere !== row.file);
  const isHeld = register.has(row.hash) || (row.file !== by.register && register.has(row.content));
  note(incident.seen, row, by);
  if (isIn || (isHeld && row.file === by.register)) return 'export';
  return isHeld ? 'register' : 'nowhere';
}
