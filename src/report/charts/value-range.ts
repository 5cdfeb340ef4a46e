export interface ValueRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/**
 * An axis from zero that covers everything drawn (points, intervals, limits, reference lines) in steps of 1, 2 or
 * 5 times a power of ten, about `ticks` of them. Never left to the plotted points alone: an interval outside the
 * axis runs off the page. Values that are not finite are left out; nothing at all gives 0 to 1.
 */
export function valueRange(values: readonly (number | null)[], ticks = 5): ValueRange {
  const finite = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const top = Math.max(0, ...finite);
  const bottom = Math.min(0, ...finite);
  const span = top - bottom;
  // A rate this small is nothing, and an axis for it would have no steps a computer can tell apart.
  if (span < 1e-6) return { min: 0, max: 1, step: 1 };
  const raw = span / ticks;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * 0.999999) ?? 10;
  // Whole numbers are counts, and there is no fifth of a record.
  const least = finite.every(Number.isInteger) ? 1 : 0;
  const step = Math.max(least, Number((factor * power).toPrecision(12)));
  const round = (value: number): number => Number(value.toPrecision(12));
  return {
    min: round(Math.floor(bottom / step + 1e-9) * step),
    max: round(Math.ceil(top / step - 1e-9) * step),
    step,
  };
}

/** A tick as it is printed: only the decimals that the step needs, and no locale. */
export function formatTick(value: number, step: number): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return value
    .toFixed(Math.min(decimals, 6))
    .replace(/^-(?=0(\.0*)?$)/, '')
    .replace('-', '−');
}

/** A measured value as it is printed on a chart: two decimals under 1, one under 100, none above or for whole numbers. */
export function formatMeasure(value: number): string {
  const size = Math.abs(value);
  const decimals = Number.isInteger(value) || size >= 100 ? 0 : size < 1 ? 2 : 1;
  return value.toFixed(decimals).replace('-', '−');
}
