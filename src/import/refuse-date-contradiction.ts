import { TermwiseError } from '../errors.ts';
import type { HeaderPlan } from './find-header.ts';
import type { OrderEvidence } from './judge-date-order.ts';

/** Refuses a file whose dates prove both orders: says of each on which line, and how many rows do. */
export function refuseDateContradiction(file: string, header: HeaderPlan, tally: OrderEvidence): never {
  const column = header.plan.headers[header.plan.at.get('date') ?? -1] ?? 'date';
  throw new TermwiseError(
    'file/dates_contradict',
    `${file}: the dates in "${column}" contradict each other: line ${tally.dmyLine} has "${tally.dmyValue}", which can only be day-first (dd/mm/yyyy), and line ${tally.mdyLine} has "${tally.mdyValue}", which can only be month-first (mm/dd/yyyy). ${tally.dmy} rows prove day-first and ${tally.mdy} month-first, so other dates could be read either way.`,
    'Export again with one date format, or settle it with --date-order dmy or mdy (the other rows are then rejected).',
  );
}
