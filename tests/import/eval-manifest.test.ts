import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TermwiseError } from '../../src/errors.ts';
import { describeAudit } from '../../src/import/describe-audit.ts';
import { importExports } from '../../src/import/import-exports.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';

/** The example exports with their exact truth live beside the repository, not in it. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/eval/csv');
const HERE = existsSync(FOLDER);

interface Spot {
  incident_id: string;
  field: string;
  equals?: string | number | null;
  contains?: string;
  not_contains?: string;
}

interface Case {
  file: string;
  expect: 'ok' | 'ok_with_warnings' | 'clear_error';
  encoding: string;
  bom: boolean;
  delimiter: string;
  header_line: number;
  non_data_rows: Record<string, number>;
  data_records: number;
  accepted_rows: number;
  rejected_rows: number;
  rejected: { record: number; line: number; code: string }[];
  merged_rows: Record<string, number>;
  distinct_incidents: number;
  distinct_pupils: number;
  date_range: [string, string];
  kinds: Record<string, number>;
  default_behaviour_incidents: number;
  categories: Record<string, number>;
  incidents_per_pupil: Record<string, number>;
  spot_checks?: Spot[];
  warnings_should_mention?: string[];
  error_must_match?: string;
  excluded_from_behaviour_report?: string[];
}

const cases: Case[] = HERE ? JSON.parse(readFileSync(resolve(FOLDER, 'manifest.json'), 'utf8')).cases : [];
const read = (file: string) =>
  importExports([resolve(FOLDER, file)], { categoryMap: buildCategoryMap(), today: '2026-07-31' });
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().normalize('NFC');

describe.skipIf(!HERE)('the example exports', () => {
  test('are all in the manifest', () => {
    const files = readdirSync(FOLDER).filter((name) => /\.(?:csv|txt|tsv)$/i.test(name));
    expect(cases.map(({ file }) => file)).toEqual(expect.arrayContaining(files));
  });
});

describe.skipIf(!HERE).each(cases.filter((one) => one.expect !== 'clear_error'))('$file', (truth) => {
  test('every count of the manifest', async () => {
    const { audits } = await read(truth.file);
    const [audit] = audits;
    if (audit === undefined) throw new Error('no audit');
    const said = describeAudit(audit, true);
    for (const key of [
      'encoding',
      'bom',
      'delimiter',
      'header_line',
      'non_data_rows',
      'data_records',
      'accepted_rows',
      'rejected_rows',
      'merged_rows',
      'distinct_incidents',
      'distinct_pupils',
      'date_range',
      'kinds',
      'default_behaviour_incidents',
      'categories',
      'incidents_per_pupil',
    ] as const) {
      expect(said[key], key).toEqual(truth[key]);
    }
    expect(said.rejected.map(({ record, line, code }) => ({ record, line, code }))).toEqual(
      truth.rejected.map(({ record, line, code }) => ({ record, line, code })),
    );
    for (const mention of truth.warnings_should_mention ?? []) {
      expect(JSON.stringify(said)).toMatch(new RegExp(mention, 'i'));
    }
  });

  test('every spot check', async () => {
    const { incidents, pupils } = await read(truth.file);
    const byId = new Map(incidents.map((incident) => [incident.id, incident]));
    for (const spot of truth.spot_checks ?? []) {
      const incident = byId.get(spot.incident_id);
      if (incident === undefined) throw new Error(`${spot.incident_id} is missing`);
      const names = incident.involvements.map(({ pupil }) => pupils.get(pupil)?.name ?? '');
      const fields: Record<string, string | null | undefined> = {
        date: incident.date,
        time: incident.time,
        narrative: incident.narrative,
        pupil: names[0],
        points: incident.involvements[0]?.points?.toString(),
      };
      if (!(spot.field in fields)) throw new Error(`no field ${spot.field}`);
      const value = fields[spot.field] ?? null;
      if (spot.equals !== undefined)
        expect(value === null ? null : flat(value)).toBe(
          spot.equals === null ? null : flat(String(spot.equals)),
        );
      if (spot.contains !== undefined) expect(flat(value ?? '')).toContain(flat(spot.contains));
      if (spot.not_contains !== undefined) expect(flat(value ?? '')).not.toContain(flat(spot.not_contains));
    }
    const kept = incidents.filter(({ kind }) => kind === 'behaviour' || kind === 'uncategorised');
    for (const id of truth.excluded_from_behaviour_report ?? [])
      expect(kept.map((one) => one.id)).not.toContain(id);
  });
});

describe.skipIf(!HERE).each(cases.filter((one) => one.expect === 'clear_error'))('$file', (truth) => {
  test('is refused in one clear line', async () => {
    const error = await read(truth.file).catch((thrown: unknown) => thrown);
    if (!(error instanceof TermwiseError)) throw new Error('not refused');
    expect(error.message).toMatch(new RegExp(truth.error_must_match ?? '', 'i'));
    expect(error.message).toContain(truth.file);
    expect(error.message).not.toMatch(/\n/);
  });
});
