import { TermwiseError } from '../errors.ts';
import { keyOfSchool } from '../incident/key-of-school.ts';
import { examineFile } from './examine-file.ts';
import { type ExportPart, openPartPacker, type PartPacker } from './export-part.ts';
import { openHeaderFollower } from './follow-header.ts';
import type { ImportOptions } from './import-exports.ts';
import { matchHeader } from './match-header.ts';
import { planFile } from './plan-file.ts';
import { readAsUtf8 } from './read-bytes.ts';
import { readRecords } from './read-records.ts';
import { unwrapCell } from './row-cells.ts';

/** The records of one school in exports of several. */
export interface SchoolPart {
  /** The spelling that most of its records have. */
  readonly school: string;
  /** One for each export that holds any of its records. */
  readonly parts: readonly ExportPart[];
}

/** Exports parted by school. */
export interface SchoolSplit {
  /** By name. */
  readonly schools: SchoolPart[];
  /** Data records that name no school, which are in none of the parts, for each file in order. */
  readonly unnamed: readonly { readonly file: string; readonly path: string; readonly records: number }[];
}

interface Collecting {
  readonly spellings: Map<string, number>;
  readonly parts: ExportPart[];
}

/**
 * Parts exports by their School column in one reading. Records are held packed and nothing is written to disk; each
 * school is then read from its part like an export of its own, which it would be. Throws a TermwiseError for an
 * export without such a column.
 */
export async function splitSchools(files: readonly string[], options: ImportOptions): Promise<SchoolSplit> {
  const schools = new Map<string, Collecting>();
  const withoutSchool: { file: string; path: string; records: number }[] = [];
  let done = 0;
  const examined = [];
  for (const path of files) examined.push(await examineFile(path, options.encoding));
  const total = examined.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const file of examined) {
    const before = done;
    let unnamed = 0;
    const { header, isDate, sort } = await planFile(file, {
      delimiter: options.delimiter,
      columns: options.columns,
      dateOrder: options.dateOrder,
    });
    const at = header.plan.at.get('school');
    if (at === undefined) {
      throw new TermwiseError(
        'file/no_school',
        `${file.file}: it has no School column, so its records cannot be told apart by school`,
        'Give exports with a School column (or name it with --map school=HEADER), or the returns of the schools.',
      );
    }
    const packers = new Map<string, PartPacker>();
    const keys = new Map<string, string>();
    const follower = openHeaderFollower(header.cells);
    /** Whether a row is a header with other columns, by which the rows below it are then read. */
    const turns = (given: readonly string[]): boolean => {
      const other = matchHeader(header.plan, given, options.columns ?? {});
      if (other !== null) follower.turnTo(other);
      return other !== null;
    };
    const packerOf = (cells: readonly string[], given: readonly string[]): PartPacker | null => {
      const cell = cells[at] ?? '';
      const known = keys.get(cell);
      const key = known ?? keyOfSchool(unwrapCell(cell));
      if (known === undefined) keys.set(cell, key);
      if (key === '') {
        if (sort(cells) === 'data' && !turns(given)) unnamed += 1;
        return null;
      }
      let packer = packers.get(key);
      if (packer === undefined) {
        if (sort(cells) !== 'data') return null;
        if (turns(given)) return null;
        packer = openPartPacker(file);
        packers.set(key, packer);
      }
      let school = schools.get(key);
      if (school === undefined) {
        school = { spellings: new Map(), parts: [] };
        schools.set(key, school);
      }
      const name = unwrapCell(cell);
      school.spellings.set(name, (school.spellings.get(name) ?? 0) + 1);
      return packer;
    };
    await readRecords(
      {
        chunks: readAsUtf8(file, (bytes) => options.onProgress?.(before + bytes, total)),
        lineEnds: file.lineEnds,
        shape: {
          delimiter: header.delimiter,
          width: header.plan.headers.length,
          dateColumn: header.plan.at.get('date') ?? 0,
          isDate,
        },
        offset: header.dataOffset,
        line: header.dataLine,
      },
      {
        record: (given, line) => {
          const cells = follower.follow(given, line);
          if (cells !== null) packerOf(cells, given)?.add(cells, line);
        },
        damaged: (cells, line, openCell) => {
          // Cells behind an open quote are not known: without the school's own the record is nobody's.
          if (openCell <= at) unnamed += 1;
          else packerOf(cells, cells)?.add(cells, line, openCell);
        },
        embedded: () => undefined,
      },
    );
    for (const [key, packer] of packers) schools.get(key)?.parts.push(await packer.finish());
    withoutSchool.push({ file: file.file, path: file.path, records: unnamed });
    done += file.bytes;
  }
  const named = [...schools].filter(([, { parts }]) => parts.length > 0);
  return {
    schools: named
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { spellings, parts }]) => ({ school: commonest(spellings), parts })),
    unnamed: withoutSchool,
  };
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}
