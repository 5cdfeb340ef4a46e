import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder, type RanCommand } from './small-export.ts';

const folder = makeFolder('nil-return');
const ROWS = `Incident ID,Student,Date,Category,Incident details
1,Ada Okafor,08/09/2025,Disruption,Shouted in class.
2,Ben Price,16/10/2025,Racist incident,Ben used a racist word to another pupil.
3,Ben Price,21/01/2026,Disruption,Would not stop talking.
`;
const SUMMER = ['--term', '2025-26 Summer'];
const SAYS = /No record of any kind is dated 13 April to 22 July 2026\.\s+The\s+last\s+record/;
let ran: (...argv: string[]) => Promise<RanCommand>;

beforeAll(() => {
  ran = prepareFolder(folder, ROWS);
});

describe('a term without any record', () => {
  it.each([
    'governors',
    'la-return',
    'exclusions',
    'restraint',
    'pastoral',
    'class',
    'pupil',
    'racist-log',
    'bullying-log',
    'at-risk',
    'positives',
  ])('has a nil return of its own: %s', async (kind) => {
    for (const edition of ['governors', 'restricted']) {
      const { status, out, err } = await ran(
        ...['report', kind, 'export.csv', ...SUMMER, '--edition', edition, '--format', 'text'],
      );
      expect([kind, edition, status, err.includes('termwise:')]).toEqual([kind, edition, 0, false]);
      expect(out).toMatch(/No record of any kind is dated/);
      expect(out).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('is told on stderr and in the analysis, and compared with the term before', async () => {
    const { status, out, err } = await ran('analyse', 'export.csv', ...SUMMER, '--json');
    expect(status).toBe(0);
    expect(err).toMatch(SAYS);
    const { meta, counts, headline } = JSON.parse(out);
    expect(counts.incidents).toBe(0);
    expect(meta.data_range).toEqual(['2025-09-08', '2026-01-21']);
    expect(meta.assumptions.join(' ')).toMatch(SAYS);
    expect(headline[0]).toMatchObject({ now: 0, previous: { count: 1 } });
    expect((await ran('check', 'export.csv', ...SUMMER)).status).toBe(0);
  });

  it('has a return for the trust, with its half-terms at nought', async () => {
    const { status } = await ran(
      'return',
      'export.csv',
      ...SUMMER,
      '--school',
      'Nil',
      '--out',
      'nil.return.json',
    );
    expect(status).toBe(0);
    const made = JSON.parse(readFileSync(join(folder, 'nil.return.json'), 'utf8'));
    expect(made.counts.incidents).toBe(0);
    const collated = await ran('collate', 'nil.return.json', '--out', 'trust.json');
    expect(collated.status).toBe(0);
    expect(collated.err).toContain('Nil recorded no behaviour incident at all');
    expect((await ran('report', 'trust', 'trust.json', '--format', 'text')).status).toBe(0);
  });

  it.each([
    ['2025-26 Sumer', 'no term is named'],
    ['2026-27 Autumn', 'none of the data'],
    ['2026-27 Summer', 'none of the data'],
    ['2024-25 Summer', 'no term is named'],
  ])('is not what a wrong term is taken for: %s', async (term, message) => {
    const { status, err } = await ran('report', 'governors', 'export.csv', '--term', term, '--out', 'no.pdf');
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync(join(folder, 'no.pdf'))).toBe(false);
  });
});

it('is not said of a term with a record of praise alone', async () => {
  const own = makeFolder('nil-praise');
  const praised = prepareFolder(own, `${ROWS}4,Ada Okafor,05/05/2026,Positive,Ada helped a new pupil.\n`);
  const { out } = await praised('report', 'governors', 'export.csv', ...SUMMER, '--format', 'text');
  expect(out).toContain('No behaviour incident was recorded this term.');
  expect(out).not.toContain('No record of any kind');
});

it('never hides the exclusions of a second system behind a nought', async () => {
  const own = makeFolder('nil-exclusions');
  const there = prepareFolder(own, ROWS);
  writeFileSync(join(own, 'list.csv'), 'Pupil Name,Start Date,Days\nBen Price,05/05/2026,2\n');
  const told = /A second system's list of exclusions was given/;
  const run = (...more: string[]) =>
    there('report', 'exclusions', 'export.csv', ...SUMMER, '--format', 'text', ...more);
  expect((await run('--exclusions', 'list.csv')).out).toMatch(told);
  expect((await run('--exclusions', 'list.csv', '--restricted')).out).toContain('5 May');
  expect((await run()).out).not.toMatch(told);
});

describe('an export with its header and no row', () => {
  const own = makeFolder('nil-header');
  const empty = prepareFolder(own, ROWS.split('\n')[0]);

  it('is a nil return of the term or days asked for', async () => {
    const { status, out } = await empty('report', 'la-return', 'export.csv', ...SUMMER, '--format', 'text');
    expect(status).toBe(0);
    expect(out).toMatch(/The files hold\s+no record at all/);
    expect(out).toContain('Nil return');
    expect(out).not.toContain('Last term');
    const span = ['--from', '2026-04-13', '--to', '2026-05-22'];
    expect((await empty('report', 'governors', 'export.csv', ...span, '--out', 'nil.pdf')).status).toBe(0);
    expect((await empty('return', 'export.csv', ...SUMMER, '--school', 'Nil', '--json')).status).toBe(0);
    expect((await empty('check', 'export.csv', ...SUMMER)).status).toBe(0);
  });

  it.each([
    [[]],
    [['--term', '2025-26 Sumer']],
    [['--term', '2026-27 Autumn']],
    [['--term', '2026-27 Spring']],
  ])('and refused for no term, a wrong one or one that is not over: %j', async (asked) => {
    const { status, err } = await empty('report', 'governors', 'export.csv', ...asked, '--out', 'no.pdf');
    expect([status, existsSync(join(own, 'no.pdf'))]).toEqual([2, false]);
    expect(err).toMatch(/no record could be used|none of the data/);
  });

  it('and refused where rows were there and could not be used', async () => {
    const spoilt = prepareFolder(
      makeFolder('nil-spoilt'),
      `${ROWS.split('\n')[0]}\n1,Ada,99/99/2026,Disruption,x\n`,
    );
    const ran = await spoilt('report', 'governors', 'export.csv', ...SUMMER, '--max-rejects', '100%');
    expect([ran.status, ran.err]).toEqual([2, expect.stringContaining('no record could be used')]);
  });
});
