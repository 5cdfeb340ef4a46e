import type { Analysis, PeriodCounts } from '../incident/analysis.ts';

/** Among more pupils than this the last digit of an interval leaves many ways to share their incidents out. */
const MOST_PUPILS = 200;
/**
 * How near the sum of squares can be read, as a share: of the printed interval of all pupils, and of those of groups put
 * together, each of which has two figures or three and its own rounding.
 */
export const NEARNESS = { all: 0.01, groups: 0.05 } as const;
/** Each band by the fewest and the most incidents of one of its pupils. */
const BANDS = [
  { name: 'one', least: 1, most: 1 },
  { name: 'two_to_five', least: 2, most: 5 },
  { name: 'six_or_more', least: 6, most: Number.POSITIVE_INFINITY },
] as const;

type Range = readonly [low: number, high: number];
type Shares = readonly { readonly pupils: number; readonly involvements: number }[];

/**
 * Whether intervals of rates, read as near as `nearness`, would tell a hidden number of the table of bands. An interval is wider
 * the more of the incidents are a few pupils', so beside the numbers of pupils and incidents it tells the sum of the squares
 * of what each pupil has; of few pupils only one way to share the incidents out may have that sum.
 */
export function tellsBands(
  { counts, groups, pupils }: Analysis,
  hidden: ReadonlySet<string>,
  threshold: number,
  nearness: number,
): boolean {
  const [all] = groups;
  const cells = BANDS.flatMap(({ name }) =>
    (['pupils', 'involvements'] as const).map((of) => `now.bands.${name}.${of}`),
  );
  const total = sumBands(counts.bands);
  if (all === undefined || total.pupils > MOST_PUPILS || !cells.some((id) => hidden.has(id))) return false;
  const squares = pupils.reduce((sum, { incidents }) => sum + incidents ** 2, 0);
  const told = toldSquares(squares, total.involvements, all.on_roll, nearness);
  const seen: (Range | null)[] = cells.map(() => null);
  const known = cells.map((id, i): Range => {
    const band = counts.bands[BANDS[i >> 1]?.name ?? 'one'];
    const value = i % 2 === 0 ? band.pupils : band.involvements;
    if (!hidden.has(id)) return [value, value];
    return value > 0 && value < threshold
      ? [1, threshold - 1]
      : [value === 0 ? 0 : 1, Number.POSITIVE_INFINITY];
  });
  const isOpen = (id: string, i: number): boolean =>
    !hidden.has(id) || (seen[i]?.[0] ?? 0) < (seen[i]?.[1] ?? 0);
  for (const shares of shareOut(total, known)) {
    if (!meets(squaresOf(shares), told)) continue;
    for (const [i, value] of shares.flatMap((band) => [band.pupils, band.involvements]).entries()) {
      const [low, high] = seen[i] ?? [value, value];
      seen[i] = [Math.min(low, value), Math.max(high, value)];
    }
    if (cells.every(isOpen)) return false;
  }
  return true;
}

function sumBands(bands: PeriodCounts['bands']): { pupils: number; involvements: number } {
  return BANDS.map(({ name }) => bands[name]).reduce(
    (sum, band) => ({
      pupils: sum.pupils + band.pupils,
      involvements: sum.involvements + band.involvements,
    }),
    { pupils: 0, involvements: 0 },
  );
}

/** What can be read of the sum of squares: no interval is narrower than that of incidents which are each another pupil's. */
function toldSquares(squares: number, involvements: number, onRoll: number, nearness: number): Range {
  const narrowest = (involvements * (onRoll - 1 + involvements)) / Math.max(1, onRoll);
  return [squares <= narrowest ? 0 : squares * (1 - nearness), Math.max(narrowest, squares * (1 + nearness))];
}

/** Every way to share the pupils and their incidents out over the bands that agrees with what is shown of them. */
function* shareOut(
  total: { pupils: number; involvements: number },
  known: readonly Range[],
): Generator<Shares> {
  const fits = (i: number, value: number): boolean => {
    const [low, high] = known[i] ?? [0, 0];
    return value >= low && value <= high;
  };
  const cut = (i: number, [low, high]: Range): Range => [
    Math.max(low, known[i]?.[0] ?? 0),
    Math.min(high, known[i]?.[1] ?? 0),
  ];
  const [fewest, most] = cut(4, [0, Math.floor(total.involvements / 6)]);
  for (let six = fewest; six <= most; six++) {
    const [least, top] = cut(5, six === 0 ? [0, 0] : [6 * six, total.involvements]);
    for (let theirs = least; theirs <= top; theirs++) {
      const [from, to] = cut(2, [0, total.pupils - six]);
      for (let middle = from; middle <= to; middle++) {
        const one = total.pupils - six - middle;
        const rest = total.involvements - theirs - one;
        if (!fits(0, one) || !fits(1, one) || !fits(3, rest)) continue;
        if (rest < 2 * middle || rest > 5 * middle) continue;
        yield [
          { pupils: one, involvements: one },
          { pupils: middle, involvements: rest },
          { pupils: six, involvements: theirs },
        ];
      }
    }
  }
}

/** The least and the most that the squares can sum to: all pupils of a band alike, or as unlike as the band allows. */
function squaresOf(shares: Shares): Range {
  const ranges = shares.map(({ pupils, involvements }, i): Range => {
    if (pupils === 0) return [0, 0];
    const { least, most } = BANDS[i] ?? BANDS[0];
    const [each, left] = [Math.floor(involvements / pupils), involvements % pupils];
    const low = left * (each + 1) ** 2 + (pupils - left) * each ** 2;
    const over = involvements - pupils * least;
    const top = Math.min(most, least + over);
    const full = top > least ? Math.floor(over / (top - least)) : 0;
    const part = over - full * (top - least);
    const others = Math.max(0, pupils - full - (part > 0 ? 1 : 0));
    return [low, full * top ** 2 + (part > 0 ? (least + part) ** 2 : 0) + others * least ** 2];
  });
  return [ranges.reduce((sum, [low]) => sum + low, 0), ranges.reduce((sum, [, high]) => sum + high, 0)];
}

function meets([low, high]: Range, [from, to]: Range): boolean {
  return low <= to && high >= from;
}
