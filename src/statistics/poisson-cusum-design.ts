import { poissonCusumArl } from './poisson-cusum-arl.ts';

export interface PoissonCusumDesign {
  readonly h: number;
  readonly k: number;
  /** Average run length between false alarms that h and k really give. */
  readonly arl: number;
  /** |arl / wanted - 1|. */
  readonly relativeError: number;
}

const CLOSE_ENOUGH = 0.03;
/** A first h to draw the line through: four reference values, at most 12, with a run of at least 100. */
const [FIRST_FACTOR, FIRST_LIMIT, FIRST_RUN] = [4, 12, 100];

/** Nearest tenth that is not a multiple of a half, where the sum could take only few values. */
function roundReference(k: number): number {
  const nearest = Math.round(k * 10);
  if (nearest % 5 !== 0) return nearest / 10;
  return (nearest + (k * 10 >= nearest ? 1 : -1)) / 10;
}

/** The sum moves in whole counts less tenths of k, so values of h within one such step, in tenths, do the same. */
function latticeStep(k: number): number {
  const tenths = Math.round(k * 10);
  return [5, 2].find((step) => tenths % step === 0) ?? 1;
}

/** h where a straight line of ln(run length) through two values of h reaches the wanted one. */
function interpolate(wanted: number, k: number, runLength: (h: number) => number): number {
  let first = Math.min(FIRST_LIMIT, FIRST_FACTOR * k);
  while (runLength(first) < FIRST_RUN) first *= 2;
  const other = runLength(first) < wanted ? first * 2 : first / 2;
  const [low, high] = [Math.log(runLength(first)), Math.log(runLength(other))];
  return first + ((other - first) * (Math.log(wanted) - low)) / (high - low);
}

/**
 * Reference value k and limit h, in tenths, for a Poisson CUSUM with a wanted average run length between false alarms,
 * to notice a rise of `deviations` standard deviations: lambda1 = lambda0 + s sqrt(lambda0). Starts from interpolation
 * and steps until the run length is within 3 % of the wanted one or, failing that, the first above it. O(h^3) a step.
 * Reference: Lucas (1985), Technometrics 27:129; R surveillance findH.
 */
export function poissonCusumDesign(wanted: number, lambda0: number, deviations = 1): PoissonCusumDesign {
  const lambda1 = lambda0 + deviations * Math.sqrt(lambda0);
  const k = roundReference((lambda1 - lambda0) / Math.log(lambda1 / lambda0));
  const runLength = (h: number) => poissonCusumArl(h, k, lambda0);
  const at = (tenths: number) => {
    const arl = runLength(tenths / 10);
    return { h: tenths / 10, k, arl, relativeError: Math.abs(arl / wanted - 1) };
  };
  let tenths = Math.max(1, Math.round(interpolate(wanted, k, runLength) * 10));
  let here = at(tenths);
  const step = here.arl < wanted ? latticeStep(k) : -latticeStep(k);
  while (here.relativeError >= CLOSE_ENOUGH) {
    tenths += step;
    if (tenths < 1) return here;
    const next = at(tenths);
    const crossed = here.arl < wanted !== next.arl < wanted;
    if (crossed && next.relativeError >= CLOSE_ENOUGH) return next.arl >= wanted ? next : here;
    here = next;
  }
  return here;
}
