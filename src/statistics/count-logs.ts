let table = new Float64Array(1);

/**
 * A table of x ln x for whole x from 0 up to (at least) `most`, with 0 ln 0 = 0: the only logarithms a Poisson
 * likelihood of counts needs. Shared and grown when asked for more, so that many tests fill it once.
 */
export function countLogs(most: number): Float64Array {
  if (most < table.length) return table;
  const grown = new Float64Array(Math.max(256, 2 * most));
  grown.set(table);
  for (let count = table.length; count < grown.length; count += 1) grown[count] = count * Math.log(count);
  table = grown;
  return table;
}
