/** Where a year group stands in a list by age; names without a number come last. */
export function rankYear(year: string): number {
  const number = Number(/(\d+)/.exec(year)?.[1] ?? Number.NaN);
  if (!Number.isNaN(number)) return number;
  return { Nursery: -2, Reception: -1 }[year] ?? 100;
}
