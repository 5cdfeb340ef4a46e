import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTrust } from '../../fixtures/generate/build-trust.ts';
import { resolveConfig } from '../../src/cli/resolve-config.ts';
import type { TrustAnalysis } from '../../src/incident/trust-analysis.ts';
import { runReturn } from '../../src/pipeline.ts';
import { composeTrustReport } from '../../src/report/compose-trust-report.ts';
import { renderPdf } from '../../src/report/pdf/render-pdf.ts';
import { isKnownText } from '../../src/trust/keep-known-words.ts';
import { readReturn } from '../../src/trust/read-return.ts';
import type { SchoolReturn } from '../../src/trust/school-return.ts';
import { ROOT } from '../helpers/run-built.ts';
import { collate } from './helpers/simulate-trust.ts';

const FOLDER = join(ROOT, 'fixtures/trusts/northmoor');
const SCHOOLS = join(ROOT, 'fixtures/schools');

interface Made {
  readonly folder: string;
  readonly made: SchoolReturn;
  readonly counts: unknown;
  readonly names: readonly string[];
  readonly narratives: readonly string[];
}

async function makeReturns(folder: string): Promise<Made[]> {
  const config = await resolveConfig({ config: join(folder, 'termwise.yaml') }, folder);
  const terms = readFileSync(join(folder, 'terms.csv'), 'utf8').includes('Term 6')
    ? ['2025-26 Term 5', '2025-26 Term 6']
    : ['2025-26 Summer'];
  const all: Made[] = [];
  for (const term of terms) {
    const files = [join(folder, 'export.csv')];
    const { made, analysis, imported, roll } = await runReturn({ files, config, today: '2026-11-22', term });
    all.push({
      folder,
      made,
      counts: analysis.counts,
      names: [
        ...[...imported.pupils.values()].map(({ name }) => name),
        ...(roll ?? []).map(({ name }) => name),
        ...imported.incidents.flatMap(({ reportedBy, assignedTo }) => [reportedBy ?? '', assignedTo ?? '']),
      ],
      narratives: imported.incidents.map(({ narrative }) => narrative.slice(0, 30)),
    });
  }
  return all;
}

const folders = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'export.csv')));
let all: Made[] = [];
let trust: TrustAnalysis;

beforeAll(async () => {
  for (const name of folders) all = [...all, ...(await makeReturns(join(FOLDER, name)))];
  const expected = readFileSync(join(FOLDER, 'schools.csv'), 'utf8').trim().split('\n').slice(1);
  trust = collate(
    all.map(({ made }) => made),
    expected.map((line) => line.trim()),
  );
}, 300_000);

/** Every number of nested counts, by its path. */
function listNumbers(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([key, one]) => listNumbers(one, `${path}/${key}`));
}

/** Keys and texts of a return but the school's own name. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => (key === 'school' ? [] : [key, ...listTexts(one)]))
    : [];
}

/** A term's name, and a pupil's. */
const TERM = 'summer';

function expectNobody({ made, names, narratives }: Made): void {
  const texts = listTexts(made).filter((text) => !/^[0-9a-f]{12,64}$/.test(text));
  const words = new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
  const parts = new Set(names.flatMap((name) => name.toLowerCase().match(/\p{L}{3,}/gu) ?? []));
  expect([...parts].filter((part) => words.has(part) && !isKnownText(part) && part !== TERM)).toEqual([]);
  const whole = JSON.stringify(made).toLowerCase();
  expect(names.filter((name) => name.includes(' ') && whole.includes(name.toLowerCase()))).toEqual([]);
  expect(whole).not.toMatch(/\b[a-z]999\d{9}\b/);
  expect(narratives.filter((start) => start.length === 30 && whole.includes(start.toLowerCase()))).toEqual(
    [],
  );
}

describe('the sample trust', () => {
  it('is what its generator makes', () => {
    for (const [name, text] of buildTrust()) {
      expect(readFileSync(join(FOLDER, name), 'utf8') === text, name).toBe(true);
    }
  });

  it('has totals that are the sum of the analyses of its schools, number by number', () => {
    expect(all).toHaveLength(11);
    const sums = new Map<string, number>();
    for (const [path, count] of all.flatMap(({ counts }) => listNumbers(counts))) {
      sums.set(path, (sums.get(path) ?? 0) + count);
    }
    expect(new Map(listNumbers(trust.totals))).toEqual(sums);
  });

  it('finds each planted difference', () => {
    const named = (part: readonly object[], wanted: object) =>
      expect(part).toContainEqual(expect.objectContaining(wanted));
    named(trust.outliers, {
      school: 'Copthorne Primary School',
      code: 'prejudice.racist',
      direction: 'higher',
    });
    const low = trust.comparability.find(({ school }) => school === 'Eastmere Primary School');
    expect(low?.flags).toContain('recording_low');
    const change = trust.trends.find(({ code, comparison }) => code === 'all' && comparison === 'last_year');
    named(change?.schools ?? [], { school: 'Dunlin Primary School', verdict: 'up' });
    named(trust.common.changes, { code: 'staff', comparison: 'last_year', direction: 'up' });
    named(trust.groups, { characteristic: 'SEN', group: 'SEN support', stands_out: true });
  });

  it('names nobody for a difference that was not planted', () => {
    expect(new Set(trust.outliers.map(({ school }) => school))).toEqual(
      new Set(['Copthorne Primary School', 'Eastmere Primary School']),
    );
    for (const { school, cautions } of trust.outliers) {
      expect(cautions.includes('recording_low')).toBe(school === 'Eastmere Primary School');
    }
  });

  it('brings three and six terms to one, and misses no school', () => {
    expect(trust.meta).toMatchObject({ terms: ['2025-26 Summer'], schools: 8, returns: 11, missing: [] });
    const days = trust.schools.map(({ school_days }) => school_days);
    expect(new Set(days).size).toBe(1);
  });
});

describe('no return holds a pupil', () => {
  it('in the sample trust', () => {
    for (const one of all) {
      expectNobody(one);
      expect(readReturn(JSON.stringify(one.made), one.folder)).toEqual(one.made);
    }
  });

  it.each(readdirSync(SCHOOLS).filter((name) => existsSync(join(SCHOOLS, name, 'terms.csv'))))(
    'in %s',
    async (name) => {
      for (const one of await makeReturns(join(SCHOOLS, name))) expectNobody(one);
    },
    300_000,
  );
});

describe('the reports of the sample trust', () => {
  const print = async (audience: 'working_group' | 'committee') => {
    const document = await composeTrustReport(trust, audience);
    const bytes = await renderPdf(document);
    const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
    return { pages, funnels: JSON.stringify(document).split('"kind":"funnel"').length - 1 };
  };

  it('are eight pages and one a school for the working group, and three for the committee', async () => {
    const { pages, funnels } = await print('working_group');
    expect(funnels).toBeGreaterThan(0);
    expect(funnels).toBeLessThanOrEqual(4);
    expect(pages).toBeLessThanOrEqual(8 + trust.schools.length);
    expect((await print('committee')).pages).toBeLessThanOrEqual(3);
  });
});
