import type { FileAudit } from '../incident/import-audit.ts';
import type { IncidentKind, PupilKey } from '../incident/incident.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import type { MergeCounts, SettledIncident, SettledIncidents } from './build-incidents.ts';
import type { FileReading } from './import-file.ts';
import { isSpoiled } from './is-spoiled.ts';
import type { Field } from './layout.ts';
import { findForeignNames, warnOfLetters } from './warn-of-letters.ts';
import { warnOfNames } from './warn-of-names.ts';

const NO_MERGES: MergeCounts = {
  distinct: 0,
  exactDuplicate: 0,
  linkedPupil: 0,
  superseded: 0,
  joinedAcross: 0,
  dayClashes: null,
  staffNamed: 0,
  positiveByPoints: 0,
  openByPoints: 0,
};

/** Most frequent first; equal counts by name. */
function rank(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

interface FileTotals {
  readonly kinds: Record<IncidentKind, number>;
  readonly categories: Map<string, number>;
  readonly unmapped: Map<string, number>;
  readonly perPupil: Map<string, number>;
  first: string | null;
  last: string | null;
  /** Incidents whose words were spoiled before they were exported. */
  spoiled: number;
  /** First lines of pupils whose names a PDF cannot print. */
  readonly foreign: Map<PupilKey, number>;
}

function newTotals(): FileTotals {
  return {
    kinds: { behaviour: 0, positive: 0, safeguarding: 0, accident: 0, uncategorised: 0 },
    categories: new Map(),
    unmapped: new Map(),
    perPupil: new Map(),
    first: null,
    last: null,
    spoiled: 0,
    foreign: new Map(),
  };
}

function total<T>(
  settled: SettledIncidents<T>,
  files: number,
  map: CategoryMap,
  onEach: ((settled: SettledIncident<T>) => void) | null,
): FileTotals[] {
  const totals = Array.from({ length: files }, newTotals);
  const foreign = findForeignNames(settled.pupils);
  for (const one of settled.each()) {
    onEach?.(one);
    const { held, kind, categories, parts } = one;
    const file = totals[held.first.file];
    if (file === undefined) continue;
    file.kinds[kind] += 1;
    if (file.first === null || held.date < file.first) file.first = held.date;
    if (file.last === null || held.date > file.last) file.last = held.date;
    for (const path of categories) {
      bump(file.categories, path);
      if (map.find(path) === null) bump(file.unmapped, path);
    }
    for (const { involvement } of parts) {
      const { pupil } = involvement;
      bump(file.perPupil, pupil);
      if (foreign.has(pupil))
        file.foreign.set(pupil, Math.min(held.first.line, file.foreign.get(pupil) ?? Infinity));
    }
    if (holdsSpoiled(held.text)) file.spoiled += 1;
  }
  return totals;
}

function readColumns(
  reading: FileReading,
): Pick<FileAudit, 'columns' | 'furtherColumns' | 'unmappedColumns' | 'headers'> {
  const { at, headers, moreCategories, morePeople, ticks, dateParts } = reading.header.plan;
  const sorted = [...at].sort((a, b) => a[1] - b[1]);
  const columns: Partial<Record<Field, string>> = {};
  for (const [field, column] of sorted) columns[field] = headers[column] ?? '';
  const further: readonly (readonly [Field, readonly number[]])[] = [
    ['category', [...moreCategories, ...ticks.map(({ column }) => column)]],
    ...morePeople,
    ['date', dateParts === null ? [] : [dateParts.month, dateParts.year]],
  ];
  const taken = new Set([...at.values(), ...further.flatMap(([, places]) => places)]);
  const nameAll = (places: readonly number[]): string[] => places.map((place) => headers[place] ?? '');
  return {
    columns,
    furtherColumns: Object.fromEntries(
      further.filter(([, places]) => places.length > 0).map(([field, places]) => [field, nameAll(places)]),
    ),
    unmappedColumns: headers.filter((header, index) => header !== '' && !taken.has(index)),
    headers,
  };
}

function warnOfDays({ dayClashes }: MergeCounts): string[] {
  if (dayClashes === null) return [];
  const { count, examples } = dayClashes;
  const shown = examples.map(({ id, line, other }) => `line ${line} and line ${other}, "${id}"`).join('; ');
  return [
    `${count} ${count === 1 ? 'row bears' : 'rows bear'} the incident id of a row of another day and ${count === 1 ? 'was' : 'were'} merged with it (${shown}${count > examples.length ? ' …' : ''}). If these are different events, the ids number something else, such as the pupil or the row: export the number of the incident, or take that column out.`,
  ];
}

function warnOfMerging(counts: MergeCounts): string[] {
  const warnings = warnOfDays(counts);
  const { exactDuplicate, superseded, joinedAcross } = counts;
  if (joinedAcross > 0) {
    warnings.push(
      `${joinedAcross} ${joinedAcross === 1 ? 'row was' : 'rows were'} taken for a further pupil of an incident of an earlier file, by its number. If the two files come from systems that number by themselves, these are different incidents: import them one at a time, each with its own --school or register.`,
    );
  }
  if (superseded > 0) {
    warnings.push(
      `${superseded} ${superseded === 1 ? 'row repeats' : 'rows repeat'} an incident of the same pupil with other text; the latest text is kept.`,
    );
  }
  if (exactDuplicate > 0) {
    warnings.push(
      `${exactDuplicate} ${exactDuplicate === 1 ? 'row is' : 'rows are'} the same record again and counted once.`,
    );
  }
  return warnings;
}

function warnOfPoints({ positiveByPoints: told, openByPoints: open }: MergeCounts): string[] {
  if (told > 0)
    return [
      `${told} ${told === 1 ? 'record is' : 'records are'} read as positive by points alone, which are above 0 where behaviour has points below 0. If that is wrong, take the points out of the export, or give the categories codes in categories.csv.`,
    ];
  if (open === 0) return [];
  return [
    `${open} ${open === 1 ? 'record has' : 'records have'} points above 0 and others points below 0, and nothing in the file says which of them are praise: all count as behaviour. If some are praise, say so of their categories in categories.csv.`,
  ];
}

function warnOfStaff(names: number): string[] {
  if (names === 0) return [];
  return [
    `${names} ${names === 1 ? 'name of staff was' : 'names of staff were'} left out of the columns of pupils (Staff, Mrs Dunn and the like).`,
  ];
}

function holdsSpoiled(text: unknown): boolean {
  if (text === null || typeof text !== 'object') return false;
  return Object.values(text).some((words) => typeof words === 'string' && isSpoiled(words));
}

function warnOfMojibake(spoiled: number): string[] {
  if (spoiled === 0) return [];
  return [
    `${spoiled} ${spoiled === 1 ? 'record holds' : 'records hold'} characters such as "Ã©" or "â€™": the text was spoiled before it was exported (wrong encoding); it is kept as it is.`,
  ];
}

/**
 * Makes the audit of each file: what it was, what became of every row, and what the incidents first met in it
 * are. Both equations of the accounting hold by construction. Each incident is settled once: whoever keeps them
 * takes them from `onEach` as they pass.
 */
export function buildAudits<T>(
  readings: readonly FileReading[],
  settled: SettledIncidents<T>,
  map: CategoryMap,
  onEach: ((settled: SettledIncident<T>) => void) | null,
): FileAudit[] {
  const totals = total(settled, readings.length, map, onEach);
  return readings.map((reading, index) => {
    const counts = settled.merged[index] ?? NO_MERGES;
    const file = totals[index] ?? newTotals();
    const labels = new Map(
      [...file.perPupil].map(([key, count]) => [settled.pupils.get(key)?.label ?? key, count]),
    );
    const { examined, header } = reading;
    return {
      file: examined.file,
      encoding: examined.encoding,
      bom: examined.bom,
      delimiter: header.delimiter,
      headerLine: header.line,
      layout: header.plan.layout,
      layoutReason: header.plan.layoutReason,
      layoutScores: header.plan.layoutScores,
      ...readColumns(reading),
      dateOrder: reading.dateOrder,
      ...(reading.ownSchoolRows > 0 ? { namesOwnSchool: true } : {}),
      nonDataRows: { ...reading.nonData },
      dataRecords: reading.dataRecords,
      acceptedRows: reading.acceptedRows,
      rejectedRows: reading.dataRecords - reading.acceptedRows,
      problems: reading.problems,
      mergedRows: {
        exactDuplicate: counts.exactDuplicate,
        linkedPupil: counts.linkedPupil,
        superseded: counts.superseded,
      },
      distinctIncidents: counts.distinct,
      distinctPupils: file.perPupil.size,
      dateRange: file.first === null || file.last === null ? null : [file.first, file.last],
      kinds: file.kinds,
      defaultBehaviourIncidents: file.kinds.behaviour + file.kinds.uncategorised,
      categories: rank(file.categories),
      unmappedCategories: rank(file.unmapped),
      incidentsPerPupil: rank(labels),
      warnings: [
        ...reading.warnings,
        ...warnOfMerging(counts),
        ...warnOfPoints(counts),
        ...warnOfStaff(reading.staffNamed + counts.staffNamed),
        ...warnOfMojibake(file.spoiled),
        ...warnOfLetters(file.foreign, settled.pupils, header.plan),
        ...(index === readings.length - 1 ? warnOfNames(settled, reading.header.plan.at.has('upn')) : []),
      ],
    };
  });
}
