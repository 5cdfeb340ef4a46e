/** Two counts and their exposures, in any one unit such as school days; both exposures > 0. */
export interface PoissonRateComparison {
  readonly x1: number;
  readonly t1: number;
  readonly x2: number;
  readonly t2: number;
}
