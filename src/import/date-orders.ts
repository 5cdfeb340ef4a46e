import type { HeaderPlan } from './find-header.ts';
import { addEvidence, judgeDateOrder, type OrderEvidence, startEvidence } from './judge-date-order.ts';
import type { Field } from './layout.ts';
import { type DateOrder, parseDate } from './parse-date.ts';
import { splitRecord } from './split-record.ts';

/** The order of each date column, when an earlier reading of the file has found it. */
export type ColumnOrders = ReadonlyMap<Field, DateOrder>;

const DATE_FIELDS: readonly Field[] = ['date', 'recorded_date', 'last_updated', 'dob'];
const SAMPLE_RECORDS = 500;

/** The order of each date column by what its cells prove; that of the incident date where they prove nothing. */
export function decideOrders(
  tallies: ReadonlyMap<Field, OrderEvidence>,
  given: DateOrder | undefined,
): Map<Field, DateOrder> {
  const orders = new Map<Field, DateOrder>();
  const main = tallies.get('date') ?? startEvidence();
  const judged = judgeDateOrder(main);
  const order = given ?? (judged === 'contradictory' ? 'dmy' : judged);
  orders.set('date', order);
  for (const field of DATE_FIELDS.slice(1)) {
    const tally = tallies.get(field) ?? startEvidence();
    const own = judgeDateOrder(tally);
    const isProven = tally.dmy + tally.mdy > 0 && own !== 'contradictory';
    orders.set(field, isProven ? own : order);
  }
  return orders;
}

/** A first guess at the orders from the rows at the top, so that a month-first file is read only once. */
export function sampleOrders(
  text: string,
  header: HeaderPlan,
  given: DateOrder | undefined,
): Map<Field, DateOrder> {
  const tallies = new Map(DATE_FIELDS.map((field) => [field, startEvidence()]));
  let at =
    text.length === 0 ? 0 : Buffer.from(text, 'utf8').subarray(0, header.dataOffset).toString('utf8').length;
  for (let record = 0; record < SAMPLE_RECORDS && at < text.length; record++) {
    const { cells, end } = splitRecord(text, at, header.delimiter);
    at = end;
    for (const field of DATE_FIELDS) {
      const cell = cells[header.plan.at.get(field) ?? -1]?.trim() ?? '';
      const tally = tallies.get(field);
      if (cell === '' || tally === undefined) continue;
      const { evidence, orderFree } = parseDate(cell, 'dmy');
      addEvidence(tally, evidence, orderFree, 0, cell);
    }
  }
  return decideOrders(tallies, given);
}

/** Whether two readings of a file take each date column in the same order. */
export function areSameOrders(a: ColumnOrders, b: ColumnOrders): boolean {
  return DATE_FIELDS.every((field) => a.get(field) === b.get(field));
}
