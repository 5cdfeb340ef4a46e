import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { DutyRow, DutyStatus } from '../../src/duties/duty-row.ts';
import { type ApartCase, type Expected, namePupils, runRows, writeRow } from './run-cases.ts';

/** A small export: its records, its side files, and what duties must say of it. */
interface SmallExport extends ApartCase {
  /** Run by itself, where what others recorded would change the answer. */
  readonly apart?: boolean;
  /** Duty, or `DUTY@n` for the record of that number, counted from one. */
  readonly expect: Readonly<Record<string, Expected>>;
  /** What it should say and does not say yet: nothing is held against it. */
  readonly left?: Readonly<Record<string, Expected>>;
}

export interface ExportFile {
  readonly policy: string;
  readonly exports: readonly SmallExport[];
}

interface ExportAnswer {
  readonly duty: string;
  readonly expected: Expected;
  readonly got: readonly DutyStatus[];
  readonly ok: boolean;
  readonly messages: readonly string[];
  readonly words: string;
}

interface SetExport {
  readonly written: SmallExport;
  readonly pupils: readonly [string, string];
  readonly ids: readonly string[];
  readonly rows: readonly string[];
}

/** Reads a file of small exports. */
export function readExports(path: string): ExportFile {
  return parse(readFileSync(path, 'utf8')) as ExportFile;
}

function setUp(written: SmallExport, index: number): SetExport {
  const pupils = namePupils(index + 1);
  const ids = written.records.map((_, at) => `${index + 1}-${at + 1}`);
  return {
    written,
    pupils,
    ids,
    rows: written.records.map((one, at) => writeRow(one, pupils, ids[at] ?? '')),
  };
}

function standsApart({ written }: SetExport): boolean {
  const { plans, racist_log, exclusions, roll, as_at, apart } = written;
  return apart === true || [plans, racist_log, exclusions, roll, as_at].some((side) => side !== undefined);
}

function answerAll({ written, pupils, ids }: SetExport, rows: readonly DutyRow[]): readonly ExportAnswer[] {
  return Object.entries(written.expect).map(([key, expected]) => {
    const [duty = '', number] = key.split('@');
    const id = number === undefined ? ids.at(-1) : ids[Number(number) - 1];
    const own = rows.filter(
      (row) =>
        row.duty === duty &&
        (row.incident_id === null
          ? number === undefined && (written.apart || row.pupils.some((name) => pupils.includes(name)))
          : row.incident_id === id),
    );
    const got = [...new Set(own.map(({ status }) => status))];
    const ok =
      expected === 'no_row'
        ? own.length === 0
        : got.includes(expected) &&
          (got.length === 1 || own.every(({ incident_id }) => incident_id === null));
    const messages = own.map(({ message }) => message);
    const words = written.records.map((one) => one.slice(0, 3).join(' | ')).join(' // ');
    return { duty: key, expected, got, ok, messages, words };
  });
}

/** Runs the exports through the whole line, together where they can be, and holds each row against the known answer. */
export async function runExports(file: ExportFile): Promise<readonly ExportAnswer[]> {
  const set = file.exports.map(setUp);
  const together = set.filter((one) => !standsApart(one));
  const rows = await runRows(
    file.policy,
    together.flatMap((one) => one.rows),
    {},
    ['', ''],
    [],
  );
  const answers = together.flatMap((one) => answerAll(one, rows));
  for (const one of set.filter(standsApart)) {
    const { records: _, expect: __, apart: ___, left: ____, ...sides } = one.written;
    answers.push(...answerAll(one, await runRows(file.policy, one.rows, sides, one.pupils, one.ids)));
  }
  return answers;
}
