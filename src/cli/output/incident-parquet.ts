import { join } from 'node:path';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { readTaxonomy } from '../../policy/taxonomy.ts';
import type { NamelessIncident, ToldIncident } from '../../trust/list-nameless-incidents.ts';
import type { OutputFile } from '../effects.ts';

type Cell = string | number | boolean | Date | readonly string[] | null;
type Schema = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>;

/** One column: its part of the file's schema, and the cell of a row. */
interface Column {
  readonly name: string;
  readonly schema: Schema;
  readonly cell: (row: NamelessIncident) => Cell;
}

const FILE = 'incidents.parquet';

/**
 * The table of nameless incidents as Parquet files, one for each school and school year, in folders that DuckDB, Spark
 * and warehouses read as columns (`school=Hill%20Top/year=2025-26`). Rows keep their order, and the bytes depend on
 * the rows alone. Writing again replaces the same schools and years and leaves others in the folder alone.
 */
export function incidentParquet(rows: readonly NamelessIncident[], folder: string): OutputFile[] {
  const partitions = new Map<string, NamelessIncident[]>();
  for (const row of rows) {
    const path = join(`school=${encode(row.school)}`, `year=${encode(row.schoolYear)}`, FILE);
    const partition = partitions.get(path);
    if (partition === undefined) partitions.set(path, [row]);
    else partition.push(row);
  }
  return [...partitions].map(([path, partition]) => ({
    path: join(folder, path),
    content: writeTable(partition),
  }));
}

/** The name of a label's or family's column: a dot would have to be quoted in every query. */
export function columnOf(prefix: 'label' | 'family', code: string): string {
  return `${prefix}_${code.replaceAll('.', '_')}`;
}

/** Safe as the name of a folder on any system; what reads partitions decodes it. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function writeTable(rows: readonly NamelessIncident[]): Uint8Array {
  const columns = listColumns();
  const buffer = parquetWriteBuffer({
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.flatMap(({ schema }) => schema),
    ] as Schema,
    columnData: columns.map(({ name, cell }): ColumnSource => ({ name, data: rows.map(cell) })),
  });
  return new Uint8Array(buffer);
}

function listColumns(): Column[] {
  const { labels } = readTaxonomy();
  const families = new Map<string, string[]>();
  for (const { family, code } of labels) families.set(family, [...(families.get(family) ?? []), code]);
  return [
    text('school', ({ school }) => school),
    text('school_year', ({ schoolYear }) => schoolYear),
    plain('incident', 'INT32', ({ incident }) => incident),
    text('kind', ({ kind }) => kind),
    plain('is_behaviour', 'BOOLEAN', ({ isBehaviour }) => isBehaviour),
    text('term', ({ term }) => term),
    date('date', ({ date }) => date),
    text(
      'weekday',
      told(({ weekday }) => weekday),
    ),
    text(
      'period',
      told(({ period }) => period),
    ),
    text(
      'place_kind',
      told(({ placeKind }) => placeKind),
    ),
    plain(
      'pupils',
      'INT32',
      told(({ pupils }) => pupils),
    ),
    texts(
      'year_groups',
      told(({ yearGroups }) => yearGroups),
    ),
    texts(
      'recorded_categories',
      told(({ categories }) => categories),
    ),
    ...[...families].map(([family, codes]) =>
      plain(
        columnOf('family', family),
        'BOOLEAN',
        told((one) => codes.some((code) => one.codes.has(code))),
      ),
    ),
    ...labels.map(({ code }) =>
      plain(
        columnOf('label', code),
        'BOOLEAN',
        told((one) => one.codes.has(code)),
      ),
    ),
  ];
}

function told(of: (one: ToldIncident) => Cell): Column['cell'] {
  return (row) => (row.told === null ? null : of(row.told));
}

function plain(name: string, type: 'INT32' | 'BOOLEAN', cell: Column['cell']): Column {
  return { name, schema: [{ name, type, repetition_type: 'OPTIONAL' }], cell };
}

function text(name: string, cell: Column['cell']): Column {
  return {
    name,
    schema: [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }],
    cell,
  };
}

/** Days since 1970, which no time zone can move. */
function date(name: string, of: (one: ToldIncident) => string): Column {
  return {
    name,
    schema: [{ name, type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' }],
    cell: told((one) => new Date(`${of(one)}T00:00:00Z`)),
  };
}

function texts(name: string, cell: Column['cell']): Column {
  return {
    name,
    schema: [
      { name, converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
    ],
    cell,
  };
}
