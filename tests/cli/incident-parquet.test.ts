import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnOf, incidentParquet } from '../../src/cli/output/incident-parquet.ts';
import { resolveConfig } from '../../src/cli/resolve-config.ts';
import { run } from '../../src/cli/run.ts';
import { runReturn } from '../../src/pipeline.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';
import { isKnownText } from '../../src/trust/keep-known-words.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { ROOT } from '../helpers/run-built.ts';
import { fakeEffects } from './fake-effects.ts';
import { prepareFolder } from './small-export.ts';

const folder = makeFolder('parquet');
const TRUST = join(ROOT, 'fixtures/trusts/northmoor');
const HALLAM = join(TRUST, 'hallam-bridge');
const TERM = '2025-26 Summer';
const table = join(folder, 'incidents');
const queries = new Map(
  [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/```sql\n(?:-- (\S+)[^\n]*\n)?([^`]+)```/g)].map(
    ([, path, sql]) => [(path ?? 'view').replace(/:$/, ''), sql ?? ''],
  ),
);

type Row = Record<string, unknown>;
let duck: DuckDBConnection;

async function ask(sql: string): Promise<Row[]> {
  return (await duck.runAndReadAll(sql.replace("'incidents/", `'${table}/`))).getRowObjectsJson() as Row[];
}

/** What a query of the README says of one term, by its key, as numbers. */
async function figures(path: string): Promise<Record<string, number>> {
  const rows = (await ask(queries.get(path) ?? expect.fail(path))).filter(({ term }) => term === TERM);
  return Object.fromEntries(rows.map(({ key, figure }) => [String(key ?? ''), Number(figure)]));
}

/** Keys with a number of their own: no row of a table says 0. */
function withoutNone(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

async function classify(
  cwd: string,
  out: string,
  ...more: string[]
): Promise<ReturnType<typeof fakeEffects>> {
  const effects = fakeEffects({ cwd });
  expect(await run(['classify', 'export.csv', '--format', 'parquet', '--out', out, ...more], effects)).toBe(
    0,
  );
  return effects;
}

let school: Awaited<ReturnType<typeof runReturn>>;

beforeAll(async () => {
  duck = await (await DuckDBInstance.create(':memory:')).connect();
  await classify(HALLAM, table, '--quiet');
  const config = await resolveConfig({ config: join(HALLAM, 'termwise.yaml') }, HALLAM);
  const files = [join(HALLAM, 'export.csv')];
  school = await runReturn({ files, config, today: '2026-11-22', term: TERM });
  await ask(queries.get('view') ?? expect.fail('view'));
}, 300_000);

describe('the queries of the README, in DuckDB', () => {
  it('give the incidents, involvements and suspensions of a term', async () => {
    const { counts } = school.analysis;
    expect(counts.incidents).toBeGreaterThan(50);
    expect(await figures('counts.incidents')).toEqual({ '': counts.incidents });
    expect(await figures('counts.involvements')).toEqual({ '': counts.involvements });
    expect(counts.labels['exclusion.suspension']).toBeGreaterThan(0);
    expect(await figures('counts.labels["exclusion.suspension"]')).toEqual({
      '': counts.labels['exclusion.suspension'],
    });
  });

  it('give the records by kind, the year groups and the places', async () => {
    expect(await figures('counts.records')).toEqual(withoutNone(school.analysis.counts.records));
    expect(await figures('counts.year_groups')).toEqual(withoutNone(school.made.counts.year_groups));
    expect(await figures('place_kinds')).toEqual(withoutNone(school.made.place_kinds));
  });

  it('give the labels and families', async () => {
    const named = (counts: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(counts).map(([code, count]) => [code.replaceAll('.', '_'), count]));
    const { labels, families } = school.analysis.counts;
    expect(await figures('counts.labels')).toEqual(withoutNone(named(labels)));
    const sql = (queries.get('counts.labels') ?? '')
      .replace('^label_', '^family_')
      .replace('column_name, 7', 'column_name, 8');
    const rows = (await ask(sql)).filter(({ term }) => term === TERM);
    expect(Object.fromEntries(rows.map(({ key, figure }) => [key, Number(figure)]))).toEqual(
      withoutNone(named(families)),
    );
  });

  it('give weekday by period', async () => {
    const cells = Object.entries(school.made.counts.weekday_period).flatMap(([day, row]) =>
      Object.entries(row).map(([slot, count]) => [`${day} ${slot}`, count] as const),
    );
    expect(await figures('counts.weekday_period')).toEqual(withoutNone(Object.fromEntries(cells)));
  });
});

describe('the table', () => {
  it('is one file for each school and year, found again by both', async () => {
    expect(readdirSync(table)).toEqual(['school=Hallam%20Bridge%20Academy']);
    const rows = await ask('SELECT DISTINCT school, school_year, year FROM incidents ORDER BY ALL');
    expect(rows.map(({ school: name, school_year: own, year }) => [name, own, year])).toEqual([
      ['Hallam Bridge Academy', '2024-25', '2024-25'],
      ['Hallam Bridge Academy', '2025-26', '2025-26'],
    ]);
  });

  it('holds no pupil, member of staff, class or word of a record', async () => {
    const rows = await ask('SELECT * EXCLUDE (school, school_year, year, date) FROM incidents');
    const texts = rows.flatMap((row) =>
      Object.values(row)
        .flat()
        .filter((cell): cell is string => typeof cell === 'string'),
    );
    const enums = /^(Other (category|time|place)|Other|[a-z_]+|20\d\d-\d\d [A-Z][a-z]+( \d)?)$/;
    expect([...new Set(texts)].filter((text) => !isKnownText(text) && !enums.test(text))).toEqual([]);
    expect(Object.keys(rows[0] ?? {}).filter((name) => !/^(label|family)_/.test(name))).toEqual([
      'incident',
      'kind',
      'is_behaviour',
      'term',
      'weekday',
      'period',
      'place_kind',
      'pupils',
      'year_groups',
      'recorded_categories',
    ]);
  });

  it('tells of a safeguarding record only its kind and term, behind all others', async () => {
    const rows = await ask("SELECT * FROM incidents WHERE kind = 'safeguarding'");
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const told = Object.keys(row).filter((name) => row[name] !== null);
      expect(told.sort()).toEqual(
        ['incident', 'is_behaviour', 'kind', 'school', 'school_year', 'term', 'year'].filter(
          (name) => name !== 'term' || row.term !== null,
        ),
      );
    }
    expect(
      await ask(
        "SELECT 1 FROM incidents a JOIN incidents b USING (school, year) WHERE a.kind = 'safeguarding' AND b.kind <> 'safeguarding' AND a.incident < b.incident",
      ),
    ).toEqual([]);
  });

  it('has a column of its own for each label', () => {
    const { labels } = readTaxonomy();
    expect(new Set(labels.map(({ code }) => columnOf('label', code))).size).toBe(labels.length);
  });

  it('is the same bytes again, and leaves other schools in the folder alone', async () => {
    const file = 'school=Hallam%20Bridge%20Academy/year=2025-26/incidents.parquet';
    const before = readFileSync(join(table, file));
    const other = makeFolder('parquet-again');
    await classify(join(TRUST, 'eastmere'), other, '--quiet');
    const { said } = await classify(HALLAM, other);
    expect(said.err).toContain(`Wrote ${other}`);
    expect(readFileSync(join(other, file)).equals(before)).toBe(true);
    expect(readdirSync(other)).toHaveLength(2);
  });

  it('names folders so that any system takes them', () => {
    const row = { schoolYear: '2025-26', incident: 1, kind: 'behaviour', isBehaviour: true } as const;
    const files = incidentParquet([{ ...row, school: "St*Mary's / A", term: null, told: null }], '/t');
    expect(files.map(({ path }) => path)).toEqual([
      '/t/school=St%2AMary%27s%20%2F%20A/year=2025-26/incidents.parquet',
    ]);
  });
});

describe('termwise classify --format parquet', () => {
  it('takes one spelling of a school, and its own school year where a record lies in the holidays', async () => {
    const own = join(folder, 'two');
    mkdirSync(own);
    writeFileSync(
      join(own, 'export.csv'),
      'School,Incident ID,Student,Date,Category,Details\nHill Top’s,1,Ada Okafor,12/08/2025,Fighting,Ada hit Ben.\nHILL TOPS.,2,Ben Price,03/11/2025,Fighting,Ben hit Ada.\n',
    );
    await classify(own, 'out', '--quiet');
    expect(readdirSync(join(own, 'out'))).toEqual(['school=HILL%20TOPS.']);
    expect(readdirSync(join(own, 'out/school=HILL%20TOPS.'))).toEqual(['year=2025-26']);
    const rows = (
      await duck.runAndReadAll(
        `SELECT term, date, "label_fighting" FROM read_parquet('${own}/out/*/*/*.parquet')`,
      )
    ).getRowObjectsJson();
    expect(rows.map(({ term, date }) => [term, date])).toEqual([
      [null, '2025-08-12'],
      ['2025-26 Autumn', '2025-11-03'],
    ]);
  });

  it('asks for a folder, and writes nothing when the folder is a file', async () => {
    const here = prepareFolder(folder);
    const bare = await here('classify', 'export.csv', '--format', 'parquet');
    expect(bare).toMatchObject({ status: 2, out: '' });
    expect(bare.err).toContain('Add --out DIR');
    writeFileSync(join(folder, 'taken'), '');
    const taken = await here('classify', 'export.csv', '--format', 'parquet', '--out', 'taken', '--quiet');
    expect(taken.status).toBe(2);
    expect(taken.err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'taken/school'))).toBe(false);
  });
});
