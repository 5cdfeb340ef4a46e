/**
 * Stands in for mathjs in the built program: the five functions danfojs takes from it, for arrays of plain numbers.
 * mathjs itself is 21 MB and takes half a second to load. A test compares these with the real ones.
 */
const filled = (values, name) => {
  const flat = values.flat(Number.POSITIVE_INFINITY);
  if (flat.length === 0) throw new Error(`${name} of an empty array`);
  return flat;
};
const sum = (values) => values.reduce((total, value) => total + value);

export const mean = (values) => {
  const flat = filled(values, 'mean');
  return sum(flat) / flat.length;
};

/** With n - 1; one value has variance 0. */
export const variance = (values) => {
  const flat = filled(values, 'variance');
  const centre = sum(flat) / flat.length;
  const squares = sum(flat.map((value) => (value - centre) * (value - centre)));
  return flat.length === 1 ? squares : squares / (flat.length - 1);
};

export const std = (values) => Math.sqrt(variance(values));

export const median = (values) => {
  const sorted = filled(values, 'median').toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Every value as common as the commonest, in the order in which they reached that count. */
export const mode = (values) => {
  const seen = new Map();
  let [most, modes] = [0, []];
  for (const value of filled(values, 'mode')) {
    const times = (seen.get(value) ?? 0) + 1;
    seen.set(value, times);
    if (times > most) [most, modes] = [times, [value]];
    else if (times === most) modes.push(value);
  }
  return modes;
};
