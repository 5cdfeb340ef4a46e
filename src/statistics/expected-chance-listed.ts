/**
 * How many tests Benjamini and Hochberg's procedure lists at level `q` when every one of a large family is chance alone
 * (independent, p even between 0 and 1): q / (1 - q)^2, whatever the size of the family. Discrete p-values list fewer.
 * Reference: Finner & Roters (2002), Annals of Statistics 30:220, limit of the number of false rejections.
 */
export function expectedChanceListed(q: number): number {
  return q / (1 - q) ** 2;
}
