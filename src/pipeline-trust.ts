import { basename } from 'node:path';
import { TermwiseError } from './errors.ts';
import { splitSchools } from './import/split-schools.ts';
import type { LabelSource, RowAccount } from './incident/trust-analysis.ts';
import type { LineOptions } from './pipeline/line-options.ts';
import { readOverrides, settleImport } from './pipeline/settle-import.ts';
import type { CountedPart } from './pipeline-schools/count-school.ts';
import { countSchools } from './pipeline-schools/count-schools.ts';
import type { SchoolReturn } from './trust/school-return.ts';

/** The returns that a trust makes itself, of exports that name the school of each record. */
export interface TrustReturns {
  /** By the name of the school; schools without a usable record are left out. */
  readonly returns: readonly SchoolReturn[];
  readonly unusable: readonly string[];
  /** Schools with records, none of which lies in the term or days asked for. */
  readonly elsewhere: readonly string[];
  /** Where the rows of each file have gone, in the order given. */
  readonly files: readonly (RowAccount & { readonly file: string })[];
}

/**
 * Exports of many schools to a return of each, by the same line as `return` takes for one. The exports are read once;
 * a school's records are then unpacked, read, counted and let go.
 */
export async function runTrustReturns(options: LineOptions, labels: LabelSource): Promise<TrustReturns> {
  const settled = settleImport(options, await readOverrides(options));
  const { schools, unnamed } = await splitSchools(options.files, settled);
  const names = schools.map(({ school }) => school);
  const own = { ...options, withoutDuties: labels === 'recorded' };
  const counted = await countSchools(own, schools, labels);
  refuseMixedOrders(names, counted);
  const rows = counted.flatMap(({ parts }) => parts);
  const without = names.filter((_, at) => counted[at]?.made === null);
  const holds = new Set(names.filter((_, at) => counted[at]?.parts.some(({ incidents }) => incidents > 0)));
  if (without.length === names.length && holds.size > 0)
    throw new TermwiseError(
      'nothing_to_report',
      'no school has a record in the term or days that were asked for',
      'Ask for other days, or leave --term, --from and --to out.',
    );
  return {
    returns: counted.flatMap(({ made }) => made ?? []),
    unusable: without.filter((name) => !holds.has(name)),
    elsewhere: without.filter((name) => holds.has(name)),
    files: unnamed.map(({ file, path, records }) => ({
      file,
      ...addRows(
        rows.filter((part) => part.path === path),
        records,
      ),
    })),
  };
}

/** The account of a file: its data records are those of its schools and those that name none. */
function addRows(parts: readonly CountedPart[], withoutSchool: number): RowAccount {
  const sum = (key: 'data_records' | 'incidents' | 'merged' | 'rejected'): number =>
    parts.reduce((all, part) => all + part[key], 0);
  return {
    data_records: sum('data_records') + withoutSchool,
    incidents: sum('incidents'),
    merged: sum('merged'),
    rejected: sum('rejected'),
    without_school: withoutSchool,
  };
}

/** A school whose dates prove nothing is read day-first, which is wrong where the same file proves to be month-first. */
function refuseMixedOrders(
  names: readonly string[],
  schools: readonly { readonly parts: readonly CountedPart[] }[],
): void {
  // By path: two files in two folders may have one name.
  const orders = new Map<string, Map<string, string>>();
  for (const [at, { parts }] of schools.entries())
    for (const { path, dateOrder } of parts)
      orders.set(path, (orders.get(path) ?? new Map()).set(dateOrder, names[at]));
  for (const [path, schoolOf] of orders) {
    const [day, month] = [schoolOf.get('dmy'), schoolOf.get('mdy')];
    if (day === undefined || month === undefined) continue;
    throw new TermwiseError(
      'file/dates_contradict',
      `${basename(path)}: dates of ${month} are month-first (mm/dd/yyyy), and those of ${day} day-first or not to be told`,
      'Settle it for all schools with --date-order dmy or mdy.',
    );
  }
}
