import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { gumbelTail } from '../statistics/gumbel-tail.ts';

/** A statistic (a maximum) that was seen, and a way to draw it again with nothing going on. */
export interface TailQuestion {
  readonly seen: number;
  readonly draw: () => number;
}

/** How many replicates at most, and after how many larger ones to stop. */
export interface MonteCarloLimits {
  readonly replicates: number;
  readonly stop_after_exceeding: number;
}

/** Replicates of a first look, and fewest that a Gumbel is fitted to. */
const [FIRST_LOOK, FEWEST] = [60, 30];

/** How many times under, or over, the limit a first look's q is to decide: its p may be three times too small. */
const [SURE, HOPELESS] = [8, 3];

/**
 * The chance that nothing going on would give each of a family of statistics as large as the one seen, by replicates:
 * read from a Gumbel fitted to them, which is finer than counting them. Null stands for what cannot be listed whatever
 * its chance; its p of 1 only makes the others' q larger.
 *
 * A first look stops once enough replicates were larger, since a series in the middle of chance needs no third digit
 * (Besag & Clifford 1991, Biometrika 78:301). All replicates are drawn only for those whose q, over the whole family,
 * is near enough to the limit for them to decide the list.
 */
export function estimateTails(
  questions: readonly (TailQuestion | null)[],
  limits: MonteCarloLimits,
  limit: number,
): readonly number[] {
  const looks = questions.map((question) => (question === null ? null : { question, drawn: [], larger: 0 }));
  for (const one of looks) look(one, Math.min(FIRST_LOOK, limits.replicates), limits);
  const q = benjaminiHochberg(looks.map(chanceOf));
  looks.forEach((one, at) => {
    const near = (q[at] ?? 1) > limit / SURE && (q[at] ?? 1) < limit * HOPELESS;
    if (near) look(one, limits.replicates, limits);
  });
  return looks.map(chanceOf);
}

interface Look {
  readonly question: TailQuestion;
  readonly drawn: number[];
  larger: number;
}

function look(one: Look | null, replicates: number, limits: MonteCarloLimits): void {
  if (one === null) return;
  const { question, drawn } = one;
  while (drawn.length < replicates && one.larger < limits.stop_after_exceeding) {
    const statistic = question.draw();
    drawn.push(statistic);
    if (statistic >= question.seen) one.larger += 1;
  }
}

function chanceOf(one: Look | null): number {
  if (one === null) return 1;
  const { question, drawn, larger } = one;
  return drawn.length < FEWEST ? larger / drawn.length : gumbelTail(question.seen, drawn);
}
