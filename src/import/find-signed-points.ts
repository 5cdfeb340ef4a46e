import type { CategoryMap } from '../policy/category-map.ts';
import { type HeldIncident, rowsOf } from './held-incident.ts';
import type { FileReading } from './import-file.ts';

/** What the points of one file say, beside the categories whose meaning is known. */
interface Signs {
  plus: number;
  minus: number;
  /** Behaviour with fewer than no points, or praise with more. */
  agree: number;
  against: number;
  /** Records with more than no points of which nothing else says what they are. */
  open: number;
}

/** What points tell of the records of all files. */
interface SignedPoints<T> {
  /** Whether a record is praise by its points. */
  readonly isPraised: (held: HeldIncident<T>) => boolean;
  /** For each file the records that may be praise, where points of both signs stand and nothing shows what they mean. */
  readonly unsettled: readonly number[];
}

/** Among so many records whose category says what they are, one may have points of the other sign. */
const AGREE_FOR_EACH = 20;

/** The points of the row that settles the incident; 0 when not said. */
function pointsOf<T>(held: HeldIncident<T>): number {
  const rows = rowsOf(held);
  const row = rows.find(({ file, line }) => file === held.file && line === held.line) ?? rows[0];
  return row?.pupils[0]?.points ?? 0;
}

/** What the categories of a record say for certain; null where none is known. */
function openMeaning(map: CategoryMap): (paths: readonly string[]) => 'behaviour' | 'positive' | null {
  const known = new Map<readonly string[], 'behaviour' | 'positive' | null>();
  const read = (paths: readonly string[]): 'behaviour' | 'positive' | null => {
    const meanings = paths.map((path) => map.find(path));
    if (meanings.some((one) => one?.kind === 'behaviour' && one.codes.length > 0)) return 'behaviour';
    return meanings.some((one) => one?.kind === 'positive') ? 'positive' : null;
  };
  return (paths) => {
    const before = known.get(paths);
    if (before !== undefined) return before;
    const meaning = read(paths);
    known.set(paths, meaning);
    return meaning;
  };
}

/**
 * Tells records of praise by their points, in files that have no column to say so: where points of both signs stand, and the
 * categories that are known show that those below none are for behaviour. A school may as well count behaviour upwards, so
 * without such records, or against them, points say nothing, and how many records that leaves open is told.
 */
export function findSignedPoints<T>(
  incidents: () => Iterable<HeldIncident<T>>,
  readings: readonly FileReading[],
  map: CategoryMap,
): SignedPoints<T> {
  const signs = readings.map(({ header: { plan } }): Signs | null =>
    plan.at.has('points') && !plan.at.has('polarity')
      ? { plus: 0, minus: 0, agree: 0, against: 0, open: 0 }
      : null,
  );
  if (signs.every((one) => one === null)) return { isPraised: () => false, unsettled: [] };
  const meaningOf = openMeaning(map);
  for (const held of incidents()) {
    const own = signs[held.file];
    const points = own == null ? 0 : pointsOf(held);
    if (own == null || points === 0) continue;
    own[points > 0 ? 'plus' : 'minus'] += 1;
    const meaning = meaningOf(held.paths);
    if (meaning === null && points > 0 && !held.isPositive) own.open += 1;
    if (meaning !== null) own[(meaning === 'positive') === points > 0 ? 'agree' : 'against'] += 1;
  }
  const isSigned = signs.map(
    (own) =>
      own !== null &&
      own.plus > 0 &&
      own.minus > 0 &&
      own.agree > 0 &&
      own.agree >= AGREE_FOR_EACH * own.against,
  );
  return {
    isPraised: (held) => isSigned[held.file] === true && pointsOf(held) > 0,
    unsettled: signs.map((own, file) =>
      own !== null && own.plus > 0 && own.minus > 0 && isSigned[file] !== true ? own.open : 0,
    ),
  };
}
