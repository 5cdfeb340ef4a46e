import { type ColumnOrders, sampleOrders } from './date-orders.ts';
import type { FileExamination } from './examine-file.ts';
import { findHeader } from './find-header.ts';
import { type DateOrder, parseDate } from './parse-date.ts';
import { readAsUtf8 } from './read-bytes.ts';
import { makeRowSorter } from './sort-rows.ts';

const HEAD_BYTES = 1 << 18;

async function readHead(examined: FileExamination): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of readAsUtf8(examined)) {
    pieces.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** What the user has said of a file's layout. */
interface PlanOptions {
  readonly delimiter?: string | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

/**
 * How a file is laid out, from its first records: enough to tell what each of its records is. `known`: the orders of its dates, where
 * an earlier reading has found them.
 */
export async function planFile(
  examined: FileExamination,
  options: PlanOptions,
  known: ColumnOrders | null = null,
) {
  const head = await readHead(examined);
  const header = findHeader(examined.file, head, options);
  const orders = known ?? sampleOrders(head, header, options.dateOrder);
  const order = orders.get('date') ?? 'dmy';
  const isDate = (cell: string): boolean => cell.trim() !== '' && parseDate(cell.trim(), order).date !== null;
  return { header, orders, order, isDate, sort: makeRowSorter(header, isDate) };
}
