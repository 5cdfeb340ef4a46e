import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { DutyRow, DutyStatus } from '../../src/duties/duty-row.ts';
import { runDuties } from '../../src/pipeline.ts';
import { loadProfile } from '../../src/policy/load-profile.ts';
import { makeFolder } from '../helpers/make-folder.ts';

/** [categories, narrative, action, other cells]. */
export type CaseRecord = readonly [string, string, string, Readonly<Record<string, string>>?];

export interface ApartCase {
  readonly records: readonly CaseRecord[];
  readonly plans?: string;
  readonly racist_log?: string;
  readonly exclusions?: string;
  readonly roll?: string;
  readonly as_at?: string;
}

/** A status, or that the duty says nothing at all of the record. */
export type Expected = DutyStatus | 'no_row';

type Statuses = Partial<Record<Expected, readonly unknown[]>>;

/** One duty's records with known answers; `never` says why a status cannot come up. */
interface DutyCases extends Statuses {
  readonly apart?: boolean;
  readonly never?: Partial<Record<DutyStatus, string>>;
}

export interface CaseFile {
  readonly policy: string;
  readonly roll?: string;
  readonly duties: Readonly<Record<string, DutyCases>>;
}

/** One case set up: what its rows must say. */
interface SetCase {
  readonly duty: string;
  readonly status: Expected;
  readonly pupils: readonly [string, string];
  readonly ids: readonly string[];
  readonly rows: readonly string[];
  readonly apart: ApartCase | null;
  readonly words: string;
}

export interface Answer {
  readonly duty: string;
  readonly expected: Expected;
  readonly got: readonly DutyStatus[];
  readonly ok: boolean;
  readonly messages: readonly string[];
  readonly words: string;
}

const STATUSES = ['met', 'not_met', 'not_evidenced', 'not_applicable', 'no_row'] as const;
const FORENAMES = 'Mia Jake Amara Tom Zara Leo Priya Owen Freya Kofi Isla Yusuf Nora Dylan'.split(' ');
const HEADER =
  'Incident ID,Student,Year Group,Date/Time of incident,Date Added,Location,Categories,Incident details,Actions,Linked Students,Assigned To';

/** Two names that no other case has: a surname a case, so that nothing runs together. */
export function namePupils(index: number): readonly [string, string] {
  const letters = [...String(index)].map((digit) => 'abcdefghij'[Number(digit)] ?? '').join('');
  const at = (index * 2) % FORENAMES.length;
  return [
    `${FORENAMES[at]} Quen${letters}ford`,
    `${FORENAMES[(at + 1) % FORENAMES.length]} Quen${letters}ford`,
  ];
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

function fill(text: string, [a, b]: readonly [string, string], id = ''): string {
  const first = (name: string) => name.split(' ')[0] ?? name;
  return text.replaceAll('{A}', first(a)).replaceAll('{B}', first(b)).replaceAll('{id}', id);
}

function fillWhole(text: string, [a, b]: readonly [string, string], id: string): string {
  return text.replaceAll('{A}', a).replaceAll('{B}', b).replaceAll('{id}', id);
}

/** One row of an export, its pupils named; `{B}` in the narrative links the second. */
export function writeRow(record: CaseRecord, pupils: readonly [string, string], id: string): string {
  const [categories, narrative, action, other = {}] = record;
  const date = other.date ?? '05/11/2025';
  const linked =
    other.linked?.replace('{B2}', `${pupils[1]}; Sam ${pupils[1].split(' ')[1]}`) ??
    (narrative.includes('{B}') ? pupils[1] : '');
  return [
    id,
    pupils[0],
    other.year ?? 'Year 2',
    date,
    other.added ?? date,
    other.location ?? '',
    categories,
    fill(narrative, pupils),
    fill(action, pupils),
    linked,
    other.assigned ?? '',
  ]
    .map(quote)
    .join(',');
}

function isRecord(value: unknown): value is CaseRecord {
  return Array.isArray(value) && typeof value[0] === 'string';
}

function setUp(file: CaseFile): readonly SetCase[] {
  const set: SetCase[] = [];
  for (const [duty, cases] of Object.entries(file.duties)) {
    for (const status of STATUSES) {
      for (const one of cases[status] ?? []) {
        const index = set.length + 1;
        const pupils = namePupils(index);
        const apart = cases.apart === true ? (one as ApartCase) : null;
        const records = apart?.records ?? (isRecord(one) ? [one] : (one as readonly CaseRecord[]));
        const ids = records.map((_, at) => `${index}-${at + 1}`);
        const rows = records.map((record, at) => writeRow(record, pupils, ids[at] ?? ''));
        set.push({
          duty,
          status,
          pupils,
          ids,
          rows,
          apart,
          words: records.map((r) => r.slice(0, 3).join(' | ')).join(' // '),
        });
      }
    }
  }
  return set;
}

/** A built-in policy by its name, or one of the example files. */
function loadPolicy(policy: string): ReturnType<typeof loadProfile> {
  const own = join(import.meta.dirname, `../../fixtures/policies/${policy}.yaml`);
  return loadProfile(existsSync(own) ? own : policy, '/');
}

const base = makeFolder('duties');
let folders = 0;

function writeFolder(files: Readonly<Record<string, string>>): string {
  const folder = join(base, String(folders++));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Writes the rows and side files to a folder and runs the whole line on them. */
export async function runRows(
  policy: string,
  rows: readonly string[],
  sides: Omit<ApartCase, 'records'>,
  pupils: readonly [string, string],
  ids: readonly string[],
): Promise<readonly DutyRow[]> {
  const side = (text: string | undefined) =>
    text === undefined ? '' : fillWhole(text, pupils, ids[0] ?? '');
  const folder = writeFolder({
    'export.csv': `${HEADER}\n${rows.join('\n')}\n`,
    'plans.csv': side(sides.plans),
    'racist-log.csv': side(sides.racist_log),
    'exclusions.csv': side(sides.exclusions),
    'roll.csv': side(sides.roll),
  });
  const path = (name: string, text: string | undefined) => (text === undefined ? null : join(folder, name));
  const profile = await loadPolicy(policy);
  const { report } = await runDuties({
    files: [join(folder, 'export.csv')],
    today: '2026-07-01',
    asAt: sides.as_at,
    config: {
      source: null,
      school: 'Test School',
      phase: profile.phase,
      nation: profile.nation,
      profile,
      policyChosen: true,
      files: {
        roll: path('roll.csv', sides.roll),
        terms: null,
        periods: null,
        categories: null,
        decisions: null,
        plans: path('plans.csv', sides.plans),
        exclusions: path('exclusions.csv', sides.exclusions),
        racistLog: path('racist-log.csv', sides.racist_log),
        words: null,
      },
      columns: {},
      thresholds: profile.thresholds,
      suppression: profile.suppression,
    },
  });
  return report.rows;
}

function answer(one: SetCase, rows: readonly DutyRow[]): Answer {
  const own = rows.filter(
    ({ duty, incident_id, pupils }) =>
      duty === one.duty &&
      (incident_id === null
        ? pupils.some((name) => one.pupils.includes(name)) || one.apart !== null
        : incident_id === one.ids.at(-1)),
  );
  const got = [...new Set(own.map(({ status }) => status))];
  return {
    duty: one.duty,
    expected: one.status,
    got,
    ok:
      one.status === 'no_row'
        ? own.length === 0
        : got.includes(one.status) &&
          (got.length === 1 || one.apart !== null || own.every(({ incident_id }) => incident_id === null)),
    messages: own.map(({ message }) => message),
    words: one.words,
  };
}

/** The statuses that a duty's cases must hold, but for those that cannot come up. */
export const CASE_STATUSES = ['met', 'not_met', 'not_evidenced'] as const;

/** Reads a file of cases beside this one. */
export function readCases(path: string): CaseFile {
  return parse(readFileSync(path, 'utf8')) as CaseFile;
}

/** Runs every case of a file through the whole line and holds each row against the known answer. */
export async function runCases(file: CaseFile): Promise<readonly Answer[]> {
  // A case that expects no row would agree with any name that no duty has.
  const ids = new Set((await loadPolicy(file.policy)).duties.map(({ id }) => id));
  const strange = Object.keys(file.duties).filter((id) => !ids.has(id));
  if (strange.length > 0)
    throw new Error(`${file.policy}: expected cases of its duties, got ${strange.join()}`);
  const set = setUp(file);
  const together = set.filter(({ apart }) => apart === null);
  const common: Omit<ApartCase, 'records'> =
    file.roll === undefined ? {} : { roll: rollFor(file.roll, together) };
  const rows = await runRows(
    file.policy,
    together.flatMap((one) => one.rows),
    common,
    ['', ''],
    [],
  );
  const answers: Answer[] = together.map((one) => answer(one, rows));
  for (const one of set) {
    if (one.apart === null) continue;
    const { records: _, ...sides } = one.apart;
    answers.push(answer(one, await runRows(file.policy, one.rows, sides, one.pupils, one.ids)));
  }
  return answers;
}

/** A roll with the pupils of the cases of these duties, each under the need given: `DUTY: need`. */
function rollFor(written: string, set: readonly SetCase[]): string {
  const needs = new Map(
    written.split(';').map((part) => part.split(':').map((text) => text.trim()) as [string, string]),
  );
  const lines = set.flatMap(({ duty, pupils }) => {
    const need = needs.get(duty);
    if (need === undefined) return [];
    const [sen, care = 'No'] = need.split('/');
    return [`${pupils[0]},2025-26,${sen},${care}`];
  });
  return ['Pupil Name,Academic Year,SEN Status,Looked After', ...lines].join('\n');
}
