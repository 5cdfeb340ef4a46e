export interface PoissonCusum {
  /** Reference value: what is taken off each period's count. */
  readonly k: number;
  readonly cusum: readonly number[];
  readonly alarm: readonly boolean[];
  /** How many periods had passed when it first alarmed, from 1; null when it never did. */
  readonly firstAlarm: number | null;
}

export interface CusumDesign {
  /** Usual and worrying mean per unit of exposure; lambda1 > lambda0 > 0. */
  readonly lambda0: number;
  readonly lambda1: number;
  readonly h: number;
}

/**
 * Poisson CUSUM for rises: S = max(0, S + x - K e), alarm while S >= h, with K = (l1 - l0) / ln(l1 / l0) scaled by each
 * period's exposure e (1 unless given). Not set back after an alarm. Worth running only from about .8 a week: below,
 * a tripling takes a term to show. O(n). Reference: Lucas (1985), Technometrics 27:129; Rogerson & Yamada (2004).
 */
export function poissonCusum(
  counts: readonly number[],
  { lambda0, lambda1, h }: CusumDesign,
  exposure?: readonly number[],
): PoissonCusum {
  const k = (lambda1 - lambda0) / Math.log(lambda1 / lambda0);
  let sum = 0;
  const cusum = counts.map((count, i) => {
    sum = Math.max(0, sum + count - k * (exposure?.[i] ?? 1));
    return sum;
  });
  const alarm = cusum.map((value) => value >= h);
  const first = alarm.indexOf(true);
  return { k, cusum, alarm, firstAlarm: first < 0 ? null : first + 1 };
}
