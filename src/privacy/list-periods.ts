import type { Analysis, PeriodCounts } from '../incident/analysis.ts';

/** A period whose counts an analysis holds. */
export interface CountedPeriod {
  /** What the ids of its cells start with. */
  readonly prefix: string;
  readonly name: string;
  readonly counts: PeriodCounts;
  /** Whether its counts are in a table; of other terms there is a line and weeks. */
  readonly isPrinted: boolean;
}

type Counted = Pick<Analysis, 'meta' | 'counts' | 'comparisons' | 'other_terms'>;

/** Every period whose counts an analysis holds, the one reported on first. */
export function listPeriods({ meta, counts, comparisons, other_terms: others }: Counted): CountedPeriod[] {
  const printed = [
    { prefix: 'now.', name: meta.period.name, counts },
    { prefix: 'previous.', name: meta.previous?.name ?? '', counts: comparisons.previous },
    { prefix: 'last_year.', name: meta.last_year?.name ?? '', counts: comparisons.last_year },
  ];
  return [
    ...printed.flatMap(({ counts: own, ...rest }) =>
      own === null ? [] : [{ ...rest, counts: own, isPrinted: true }],
    ),
    ...Object.entries(others).map(([name, own]) => ({
      prefix: `other.${name}.`,
      name,
      counts: own,
      isPrinted: false,
    })),
  ];
}
