import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveConfig } from '../src/cli/resolve-config.ts';
import { run } from '../src/cli/run.ts';
import { runReturn } from '../src/pipeline.ts';
import { runTrustReturns } from '../src/pipeline-trust.ts';
import type { SchoolReturn } from '../src/trust/school-return.ts';
import { fakeEffects } from './cli/fake-effects.ts';
import { makeFolder } from './helpers/make-folder.ts';
import { ROOT } from './helpers/run-built.ts';

const folder = makeFolder('pipeline-trust');
const TRUST = join(ROOT, 'fixtures/trusts/northmoor');
const SCHOOLS = ['applegarth', 'eastmere', 'fairlea', 'hallam-bridge'];
const today = '2026-11-22';

function writeRows(name: string, rows: readonly (readonly string[])[]): string {
  const path = join(folder, name);
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  writeFileSync(path, `${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`);
  return path;
}

/** Rows in turn from each list, so that those of one school lie apart. */
function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** A return without what tells which file it was made of. */
function numbersOf({ fingerprint: _fingerprint, signature: _signature, ...numbers }: SchoolReturn) {
  return numbers;
}

const alone: SchoolReturn[] = [];
let joined: string[] = [];
let config: Awaited<ReturnType<typeof resolveConfig>>;

beforeAll(async () => {
  config = await resolveConfig({}, folder);
  const byHeader = new Map<string, { header: string[]; schools: string[][][] }>();
  for (const school of SCHOOLS) {
    const text = readFileSync(join(TRUST, school, 'export.csv'), 'utf8');
    const [header = [], ...rows] = parse(text, { bom: true, relax_column_count: true }) as string[][];
    const named = rows.map((row) => [school, ...row]);
    const path = writeRows(`${school}.csv`, [['School', ...header], ...named]);
    const { made } = await runReturn({ files: [path], config: { ...config, school }, today });
    alone.push(made);
    const same = byHeader.get(header.join()) ?? { header, schools: [] };
    same.schools.push(named);
    byHeader.set(header.join(), same);
  }
  joined = [...byHeader.values()].map(({ header, schools }, at) =>
    writeRows(`joined-${at}.csv`, [['School', ...header], ...interleave(schools)]),
  );
}, 300_000);

describe('returns from raw exports of several schools', () => {
  it('are those that each school makes of its own export, number for number', async () => {
    expect(joined.length).toBeLessThan(SCHOOLS.length);
    const { returns, files, unusable } = await runTrustReturns({ files: joined, config, today }, 'words');
    expect(returns.map(({ school }) => school)).toEqual([...SCHOOLS].sort());
    expect(returns.map(numbersOf)).toEqual(alone.map(numbersOf));
    expect(unusable).toEqual([]);
    for (const { data_records, incidents, merged, rejected, without_school } of files)
      expect([incidents + merged + rejected, without_school]).toEqual([data_records, 0]);
    expect(files.reduce((sum, { data_records }) => sum + data_records, 0)).toBeGreaterThan(0);
  }, 300_000);

  it('account for the rows of each file, though two in two folders have one name', async () => {
    const rows = (school: string, count: number) => [
      ['School', 'Incident ID', 'Student', 'Date', 'Category', 'Details'],
      ...Array.from({ length: count }, (_, at) => [
        school,
        `${at}`,
        `Ada ${school}`,
        '03/11/2025',
        'Fighting',
        `Hit ${at}.`,
      ]),
    ];
    mkdirSync(join(folder, 'one'), { recursive: true });
    mkdirSync(join(folder, 'two'), { recursive: true });
    const both = [
      writeRows('one/export.csv', rows('Hill Top', 3)),
      writeRows('two/export.csv', rows('Low Wood', 5)),
    ];
    const { files } = await runTrustReturns({ files: both, config, today }, 'recorded');
    expect(files.map(({ file, data_records, incidents }) => [file, data_records, incidents])).toEqual([
      ['export.csv', 3, 3],
      ['export.csv', 5, 5],
    ]);
  });

  it('count recorded categories alone when told to, the same incidents and fewer labels', async () => {
    const { returns } = await runTrustReturns({ files: joined, config, today }, 'recorded');
    expect(returns.map(({ counts }) => counts.incidents)).toEqual(
      alone.map(({ counts }) => counts.incidents),
    );
    expect(returns.map(({ counts }) => counts.places)).toEqual(alone.map(({ counts }) => counts.places));
    expect(returns.every(({ duties }) => duties.length === 0)).toBe(true);
    const labels = (of: readonly SchoolReturn[]) =>
      of.flatMap(({ counts }) => Object.values(counts.labels)).reduce((sum, count) => sum + count, 0);
    expect(labels(returns)).toBeGreaterThan(0);
    expect(labels(returns)).toBeLessThan(labels(alone));
  });
});

async function collate(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const effects = fakeEffects({ cwd: folder });
  const status = await run(['collate', ...argv], effects);
  return { status, out: effects.said.out, err: effects.said.err };
}

describe('termwise collate with exports', () => {
  it('adds the schools up and says what labels are made of', async () => {
    const { status, err, out } = await collate(...joined, '--labels', 'recorded', '--json');
    expect(status).toBe(0);
    const trust = JSON.parse(out);
    expect(trust.meta).toMatchObject({ schools: SCHOOLS.length, labels: 'recorded' });
    expect(trust.totals.incidents).toBe(alone.reduce((sum, { counts }) => sum + counts.incidents, 0));
    expect(err).toContain('Note: Labels are the recorded categories only');
  });

  it('leaves out and counts records that name no school, and knows one school in several spellings', async () => {
    const rows = [
      ['School', 'Incident ID', 'Student', 'Date', 'Category', 'Details'],
      ['Hill Top', '1', 'Ada Okafor', '03/11/2025', 'Fighting', 'Ada hit Ben.'],
      ['HILL TOP ', '1', 'Ben Price', '03/11/2025', 'Fighting', 'Ada hit Ben.'],
      ['', '2', 'Ben Price', '04/11/2025', 'Fighting', 'Ben hit Ada.'],
      ['Hill Top', '3', 'Cai Khan', '05/11/2025', 'Bullying', 'Cai was unkind.'],
      ['Low Wood', '1', 'Dot Dean', '31/31/2025', 'Fighting', 'Dot hit Eve.'],
    ];
    writeRows('small.csv', rows);
    const { status, out, err } = await collate('small.csv', '--labels', 'recorded', '--json');
    expect(status).toBe(0);
    const trust = JSON.parse(out);
    expect(trust.schools.map(({ school }: { school: string }) => school)).toEqual(['Hill Top']);
    expect(trust.totals).toMatchObject({ incidents: 2, involvements: 3 });
    expect(err).toContain('One record names no school');
    expect(err).toContain('Low Wood has no record that could be used');
  });

  it('refuses exports without a School column, dates in two orders, and returns among exports', async () => {
    writeRows('bare.csv', [
      ['Incident ID', 'Student', 'Date', 'Category'],
      ['1', 'Ada Okafor', '03/11/2025', 'Fighting'],
    ]);
    const bare = await collate('bare.csv', '--out', 'none.json');
    expect(bare.status).toBe(2);
    expect(bare.err).toContain('bare.csv: it has no School column');
    writeRows('orders.csv', [
      ['School', 'Incident ID', 'Student', 'Date', 'Category'],
      ['Hill Top', '1', 'Ada Okafor', '11/23/2025', 'Fighting'],
      ['Low Wood', '2', 'Ben Price', '11/03/2025', 'Fighting'],
    ]);
    const orders = await collate('orders.csv', '--labels', 'recorded', '--out', 'none.json');
    expect(orders.status).toBe(2);
    expect(orders.err).toContain('orders.csv: dates of Hill Top are month-first');
    expect(
      (await collate('orders.csv', '--labels', 'recorded', '--date-order', 'mdy', '--quiet')).status,
    ).toBe(0);
    writeFileSync(join(folder, 'one.json'), JSON.stringify(alone[0]));
    expect((await collate('one.json', 'bare.csv')).err).toContain('some of the files are returns');
    expect(() => readFileSync(join(folder, 'none.json'))).toThrow();
  });
});
