import { dispersionFromDifferences } from './dispersion-from-differences.ts';
import { type StepEvidence, stepEvidence } from './step-evidence.ts';

/** One of several groups counted over the same periods. */
export interface RhythmGroup {
  readonly counts: ArrayLike<number>;
  /** 0 in a period in which the group was not there. */
  readonly exposure: ArrayLike<number>;
  /** False for those that are only there to be compared with: what they do is rhythm. */
  readonly mayStep: boolean;
}

/** A group held against the rhythm of the others. */
export interface SeparatedGroup extends StepEvidence {
  /** Its exposure, weighted by the rhythm that the others show. */
  readonly exposure: Float64Array;
}

/** Most rounds of telling the rhythm from the groups' own steps, and rounds of fitting levels to a rhythm. */
const [ROUNDS, FITS] = [20, 4];

/** No level moves by more than this share of itself: the rounds stand still. */
const STILL = 0.003;

/** How likely a step is held to be beforehand: high, so that a likely step is soon kept out of the others' rhythm. */
const SHARE = 0.4;

/** Counts at which a group has half the weight of a group of any size. */
const HALF_WEIGHT = 10;

/** No period is taken to have less than this share of the usual. */
const LEAST = 0.02;

/** Fewest counts of a group that says something of unevenness. */
const FEWEST = 20;

/**
 * Tells the rhythm that several groups share from the steps that some of them take: a whole school records less in
 * July, one class doubles in March. Where one group of seven trebles, a plain mean of the others would make the six
 * seem to fall, and the one seem to rise by less.
 *
 * In turns until both stand still: the rhythm of each period is what was counted over what the groups' own levels and
 * steps would give; then each group's step is weighed against the rhythm of the others, itself left out, and is
 * expected to be as large as it is likely (a mean-field approximation: Jordan et al. 1999, Machine Learning 37:183;
 * groups with step effects beside a common factor: Bai & Ng 2002, Econometrica 70:191). Groups have about the same
 * weight whatever their size, since a group's own ups and downs go with its size, and a busy one would carry the
 * rhythm. O(groups x periods).
 */
export function separateRhythm(
  groups: readonly RhythmGroup[],
  minSegment: number,
): readonly SeparatedGroup[] {
  const periods = groups[0]?.counts.length ?? 0;
  const known = groups.map((group) => {
    const total = sumOf(group.counts);
    return { ...group, total, weight: HALF_WEIGHT / (HALF_WEIGHT + total) };
  });
  let levels = groups.map(() => new Float64Array(periods).fill(1));
  let separated: readonly SeparatedGroup[] = [];
  for (let round = 0, moved = 1; round < ROUNDS && moved > STILL; round += 1) {
    const exposures = exposeToOthers(known, levels, periods);
    const dispersion = meanDispersion(known, exposures);
    separated = known.map(({ counts }, at) => {
      const exposure = exposures[at] ?? new Float64Array(periods);
      return { exposure, ...stepEvidence(counts, exposure, { minSegment, dispersion, share: SHARE }) };
    });
    // Half-way: two groups that pull apart would otherwise take turns at being the one that stepped.
    const next = separated.map(({ level }, at) =>
      known[at]?.mayStep
        ? level.map((one, week) => Math.sqrt(one * (levels[at]?.[week] ?? 1)))
        : new Float64Array(periods).fill(1),
    );
    moved = largestMove(levels, next);
    levels = next;
  }
  return separated;
}

/** By what share of itself the level that moved most moved. */
function largestMove(from: readonly Float64Array[], to: readonly Float64Array[]): number {
  let most = 0;
  to.forEach((levels, which) => {
    levels.forEach((level, at) => {
      most = Math.max(most, Math.abs(level / (from[which]?.[at] ?? 1) - 1));
    });
  });
  return most;
}

interface Weighted extends RhythmGroup {
  readonly total: number;
  readonly weight: number;
}

/** Each group's exposure, weighted by what the other groups counted over what their levels would give. */
function exposeToOthers(
  groups: readonly Weighted[],
  levels: readonly Float64Array[],
  periods: number,
): readonly Float64Array[] {
  const counted = new Float64Array(periods);
  for (const { counts, weight } of groups) {
    for (let at = 0; at < periods; at += 1) counted[at] = (counted[at] ?? 0) + weight * (counts[at] ?? 0);
  }
  const usual = groups.map(({ exposure }, which) =>
    Float64Array.from(exposure, (one, at) => one * (levels[which]?.[at] ?? 1)),
  );
  const rhythm = new Float64Array(periods).fill(1);
  const expected = new Float64Array(periods);
  let rates: readonly number[] = [];
  for (let fit = 0; fit < FITS; fit += 1) {
    rates = groups.map(({ total }, which) => rateOf(total, usual[which] ?? rhythm, rhythm));
    expected.fill(0);
    groups.forEach(({ weight }, which) => {
      const share = weight * (rates[which] ?? 0);
      for (let at = 0; at < periods; at += 1)
        expected[at] = (expected[at] ?? 0) + share * (usual[which]?.[at] ?? 0);
    });
    for (let at = 0; at < periods; at += 1) rhythm[at] = shareOf(counted[at] ?? 0, expected[at] ?? 0);
  }
  return groups.map(({ counts, exposure, weight }, which) => {
    const share = weight * (rates[which] ?? 0);
    return Float64Array.from(exposure, (one, at) => {
      const others = (expected[at] ?? 0) - share * (usual[which]?.[at] ?? 0);
      return one * shareOf((counted[at] ?? 0) - weight * (counts[at] ?? 0), others);
    });
  });
}

/** Counts for each unit of exposure, weighted by the rhythm. */
function rateOf(total: number, usual: Float64Array, rhythm: Float64Array): number {
  let exposed = 0;
  for (let at = 0; at < usual.length; at += 1) exposed += (usual[at] ?? 0) * (rhythm[at] ?? 1);
  return exposed > 0 ? total / exposed : 0;
}

/** What was counted over what was to be expected; as usual where no one was there. */
function shareOf(counted: number, expected: number): number {
  return expected > 1e-9 ? Math.max(counted / expected, LEAST) : 1;
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] ?? 0;
  return sum;
}

/** How uneven groups are from period to period, floored at chance: neighbouring periods, so steps hardly count. */
function meanDispersion(groups: readonly Weighted[], exposures: readonly Float64Array[]): number {
  const found = groups.flatMap(({ counts, total }, which) => {
    const exposure = exposures[which] ?? new Float64Array();
    const scale = total / sumOf(exposure);
    const one =
      total < FEWEST
        ? null
        : dispersionFromDifferences(
            Array.from(counts),
            Array.from(exposure, (each) => each * scale),
          );
    return one === null ? [] : [one];
  });
  return found.length === 0 ? 1 : Math.max(1, sumOf(found) / found.length);
}
