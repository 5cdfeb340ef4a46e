import companyData from './data/company.yaml';
import { kindOf, type LabelKind } from './label-kind.ts';
import { type LabelSigns, toLogOdds } from './weigh-belief.ts';

/** What the other labels of a record say of one: weights in the order of `codes`. */
interface LabelCompany {
  readonly start: number;
  /** By how likely the second reader finds each. */
  readonly seems: readonly number[];
  /** By whether the rules give it. */
  readonly given: readonly number[];
}

/** What each label's company counts, and what all of them say of the record deserving none. */
export interface CompanyWeights {
  readonly codes: readonly string[];
  readonly labels: Readonly<Record<string, LabelCompany>>;
  /** `none` is for half the log odds that the second reader gives it. */
  readonly empty: LabelCompany & { readonly none: number };
}

/** Who stands beside a label: places (what seems, then what is given, in the order of the codes) and their values. */
export interface Company {
  readonly places: readonly number[];
  readonly values: readonly number[];
}

/** Labels that the second reader finds less likely than this count as not there, given ones as this likely. */
export const SEEN_FROM = 0.04;

const FLOOR = toLogOdds(SEEN_FROM);

/** Half the log odds that a record deserves no label. */
export function measureNone(none: number): number {
  return toLogOdds(none) / 2;
}

/** The places of each label in what seems; what is given comes behind. */
export function placeCodes(codes: readonly string[]): ReadonlyMap<LabelKind, number> {
  return new Map(codes.map((code, place) => [kindOf(code), place]));
}

/** Half the log odds by which a label seems likelier than one that is not there: of about the size of one. */
function measureSeems(seems: number): number {
  if (seems <= SEEN_FROM) return 0;
  return (toLogOdds(seems) - FLOOR) / 2;
}

/** Lists who stands in a record, from all that was heard of it. */
export function gatherCompany(
  heard: readonly LabelSigns[],
  placeOf: ReadonlyMap<LabelKind, number>,
): Company {
  const places: number[] = [];
  const values: number[] = [];
  for (const { kind, seems, strength } of heard) {
    const place = placeOf.get(kind);
    if (place === undefined) continue;
    const value = measureSeems(seems);
    if (value > 0) {
      places.push(place);
      values.push(value);
    }
    if (strength > 0) {
      places.push(placeOf.size + place);
      values.push(1);
    }
  }
  return { places, values };
}

/** Says in log odds what the rest of its record adds to a label. */
export type CompanyWeigher = (kind: LabelKind) => number;

/** What the labels of a record, taken together, say. */
export interface WeighedCompany {
  readonly of: CompanyWeigher;
  /** How likely the record deserves no label, 0 to 1. */
  readonly empty: number;
}

function layOutRow({ seems, given }: LabelCompany): Float64Array {
  return Float64Array.from([...seems, ...given]);
}

/**
 * Makes the function that weighs company: labels come together (a kind of bullying with bullying, a restorative talk
 * with a fight), and one that seems likely takes from another that it is mistaken for. For each label a logistic
 * regression over all others, beside what speaks for it alone (weigh-belief.ts), and one for records that deserve no
 * label; learned by `npm run train-belief` on records that the second reader had not seen (stacking of binary relevance
 * models: Godbole & Sarawagi 2004).
 */
export function createCompanyWeigher(
  { codes, labels, empty }: CompanyWeights = companyData as CompanyWeights,
): (heard: readonly LabelSigns[]) => WeighedCompany {
  const placeOf = placeCodes(codes);
  const own = placeOf.size;
  const rows = new Map(Object.entries(labels).map(([code, label]) => [kindOf(code), layOutRow(label)]));
  const starts = new Map(Object.entries(labels).map(([code, { start }]) => [kindOf(code), start]));
  const emptyRow = layOutRow(empty);
  return (heard) => {
    const { places, values } = gatherCompany(heard, placeOf);
    const add = (row: Float64Array, start: number, self: number): number => {
      let sum = start;
      for (let at = 0; at < places.length; at++) {
        const place = places[at] as number;
        if (place !== self && place !== self + own) sum += (values[at] as number) * (row[place] as number);
      }
      return sum;
    };
    const of: CompanyWeigher = (kind) => {
      const row = rows.get(kind);
      return row === undefined ? 0 : add(row, starts.get(kind) ?? 0, placeOf.get(kind) ?? -1 - own);
    };
    const none = empty.none * measureNone(heard[0]?.none ?? 0.5);
    return { of, empty: 1 / (1 + Math.exp(-none - add(emptyRow, empty.start, -1 - own))) };
  };
}
