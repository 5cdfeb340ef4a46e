import { TermwiseError } from '../errors.ts';
import { compareText } from '../incident/compare-text.ts';
import type { DayPeriod } from '../incident/period.ts';
import { readSideTable, type SideRow } from './read-side-table.ts';

const BREAK = /break|lunch|play|recess|dinner/i;
const EDGE = /arriv|before|after|tutor|regist|form|assembl|end of|home|bus|club|depart|start of/i;

function readKind(row: SideRow, name: string): DayPeriod['kind'] {
  const said = row.text('Kind').toLowerCase();
  if (said === 'lesson' || said === 'break' || said === 'edge') return said;
  if (said !== '')
    row.refuse('Kind', 'is not a kind of period.', 'Use lesson, break or edge, or leave it blank.');
  if (BREAK.test(name)) return 'break';
  return EDGE.test(name) ? 'edge' : 'lesson';
}

function readPeriod(row: SideRow): DayPeriod {
  const name = row.required('Period');
  const start = row.time('Start');
  const end = row.time('End');
  if (end <= start)
    row.refuse(
      'End',
      `is not after the start (${start}).`,
      'Put the times the right way round, in 24 hours.',
    );
  return { name, start, end, kind: readKind(row, name) };
}

/**
 * Reads periods.csv: the periods of the school day by time. The kind may be left out; it is then guessed from
 * the name (break and lunch; arrival, tutor time and the way home are the edges of the day).
 */
export async function readPeriods(path: string): Promise<readonly DayPeriod[]> {
  const rows = await readSideTable(path, { required: ['Period', 'Start', 'End'], optional: ['Kind'] });
  const periods = rows.map(readPeriod).sort((a, b) => compareText(a.start, b.start));
  for (const [index, period] of periods.entries()) {
    const before = periods[index - 1];
    if (before === undefined || before.end <= period.start) continue;
    throw new TermwiseError(
      'file/side_file',
      `${path}: "${period.name}" (${period.start}) starts before "${before.name}" ends (${before.end}).`,
      'Correct the times, so that no minute belongs to two periods.',
    );
  }
  return periods;
}
