import { basename } from 'node:path';
import type { HalfTerm } from '../calendar/school-calendar.ts';
import { TermwiseError } from '../errors.ts';
import { parseDate } from './parse-date.ts';
import { readSideTable, type SideRow } from './read-side-table.ts';

/** `2025-26`, also from `2025/26`, `2025-2026`, `2025/2026`. */
export function readAcademicYear(text: string): string | null {
  const years = /^(\d{4})\s*[-/\u2013]\s*(\d{2}|\d{4})$/.exec(text.trim());
  const first = Number(years?.[1]);
  const second = Number(years?.[2]?.slice(-2));
  return years !== null && (first + 1) % 100 === second
    ? `${first}-${String(second).padStart(2, '0')}`
    : null;
}

/** `Autumn 1` belongs to Autumn; `Term 3` is a display term of its own. */
function termOf(halfTerm: string): string {
  const named = /^(.*?\S)\s*[-–]?\s*(?:half[- ]?term\s*)?[12](?:st|nd)?$/i.exec(halfTerm);
  const name = named?.[1]?.replace(/\s*half[- ]?term$/i, '') ?? halfTerm;
  return /^term$/i.test(name) ? halfTerm : name;
}

function readInset(row: SideRow, start: string, end: string): string[] {
  const days: string[] = [];
  for (const piece of row.text('INSET Days').split(/[;,\n]/)) {
    if (piece.trim() === '') continue;
    const { date } = parseDate(piece.trim(), 'dmy');
    if (date === null) {
      row.refuse(
        'INSET Days',
        `holds "${piece.trim()}", which is not a date.`,
        'Write dates as dd/mm/yyyy with ; between them.',
      );
    } else if (date >= start && date <= end) days.push(date);
  }
  return [...new Set(days)].sort();
}

function readHalfTerm(row: SideRow): HalfTerm {
  const academicYear =
    readAcademicYear(row.required('Academic Year')) ??
    row.refuse('Academic Year', 'is not a school year.', 'Write it as 2025-26.');
  const name = row.required('Half Term');
  const start = row.date('Start');
  const end = row.date('End');
  if (end < start) row.refuse('End', `is before the start (${start}).`, 'Put the dates the right way round.');
  return {
    academicYear,
    term: row.optional('Term') ?? termOf(name),
    name,
    start,
    end,
    insetDays: readInset(row, start, end),
  };
}

/**
 * Reads terms.csv to half-terms by date. The `Term` column may be left out: `Autumn 1` is then of Autumn.
 * Overlapping half-terms are refused, since a day would count twice.
 */
export async function readTerms(path: string): Promise<readonly HalfTerm[]> {
  const rows = await readSideTable(path, {
    required: ['Academic Year', 'Half Term', 'Start', 'End'],
    optional: ['Term', 'INSET Days'],
  });
  if (rows.length === 0) {
    throw new TermwiseError(
      'file/side_file',
      `${basename(path)} holds no half-term: it has column names and no row below them.`,
      'Give at least one row, or leave the file out.',
    );
  }
  const halfTerms = rows.map(readHalfTerm).sort((a, b) => (a.start < b.start ? -1 : 1));
  for (const [index, halfTerm] of halfTerms.entries()) {
    const before = halfTerms[index - 1];
    if (before === undefined || before.end < halfTerm.start) continue;
    throw new TermwiseError(
      'file/side_file',
      `${path}: ${halfTerm.academicYear} ${halfTerm.name} (from ${halfTerm.start}) starts before ${before.name} ends (${before.end}).`,
      'Correct the dates, so that no day belongs to two half-terms.',
    );
  }
  return halfTerms;
}
