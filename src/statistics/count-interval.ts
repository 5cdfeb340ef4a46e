import { byarInterval } from './byar-interval.ts';
import { poissonExactInterval } from './poisson-exact-interval.ts';

const BYAR_FROM = 10;

/**
 * Interval for the mean of a count, as English public-health practice has it: exact up to 9, Byar from 10. O(1).
 * Reference: PHEindicatormethods (Office for Health Improvement and Disparities).
 */
export function countInterval(x: number, confidence = 0.95): [number, number] {
  return x < BYAR_FROM ? poissonExactInterval(x, confidence) : byarInterval(x, confidence);
}
