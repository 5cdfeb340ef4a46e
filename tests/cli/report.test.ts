import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { ROOT } from '../helpers/run-built.ts';
import { makeTermExport, prepareFolder } from './small-export.ts';

const folder = makeFolder('report');
const here = prepareFolder(folder, makeTermExport());
const isPdf = (name: string) => readFileSync(join(folder, name)).subarray(0, 5).toString() === '%PDF-';

describe('termwise report', () => {
  it('needs no settings at all', async () => {
    const { status, out, err } = await here('report', 'governors', 'export.csv', '--out', 'governors.pdf');
    expect([status, out]).toEqual([0, '']);
    expect(isPdf('governors.pdf')).toBe(true);
    expect(err).toContain('Assumed: ');
    expect(err).toContain('Wrote governors.pdf');
  });

  it('goes to reports/KIND.pdf when nothing is said', async () => {
    const { status, err } = await here('report', 'pastoral', 'export.csv', '--quiet');
    expect([status, err]).toEqual([0, '']);
    expect(isPdf('reports/pastoral.pdf')).toBe(true);
  });

  it('prints other formats to the terminal, or to the file whose ending says which', async () => {
    const json = await here('report', 'governors', 'export.csv', '--json', '--quiet');
    expect(JSON.parse(json.out).kind).toBe('governors');
    const text = await here('report', 'governors', 'export.csv', '--format', 'text', '--quiet');
    expect(text.out).not.toContain('Ada');
    await here(
      'report',
      'governors',
      'export.csv',
      '--out',
      'governors.txt',
      '--quiet',
      '--rejects',
      'rejected.csv',
    );
    expect(readFileSync(join(folder, 'governors.txt'), 'utf8')).toBe(text.out);
    expect(existsSync(join(folder, 'rejected.csv'))).toBe(true);
    await here(
      'report',
      'governors',
      'export.csv',
      '--format',
      'csv',
      '--quiet',
      '--rejects',
      'rejected-too.csv',
    );
    expect(existsSync(join(folder, 'rejected-too.csv'))).toBe(true);
  });

  it('prints a log by name, or its counts for governors', async () => {
    const log = await here('report', 'racist-log', 'export.csv', '--format', 'text', '--quiet');
    expect([log.status, log.out.includes('Restricted')]).toEqual([0, true]);
    const counts = [
      'report',
      'racist-log',
      'export.csv',
      '--format',
      'text',
      '--quiet',
      '--edition',
      'governors',
    ];
    expect((await here(...counts)).out).toContain('Racist incidents: counts for governors');
    expect((await here('report', 'exclusions', 'export.csv', '--format', 'text', '--quiet')).out).toContain(
      'counts for governors',
    );
    const cases = await here(
      'report',
      'exclusions',
      'export.csv',
      '--format',
      'text',
      '--quiet',
      '--restricted',
    );
    expect(cases.out).toContain('Suspensions and exclusions: the cases');
    const both = await here(...counts, '--restricted');
    expect([both.status, both.err]).toEqual([2, expect.stringContaining('expected one of the two')]);
    const pastoral = ['report', 'pastoral', 'export.csv', '--edition', 'governors', '--format', 'text'];
    expect((await here(...pastoral, '--quiet')).out).toContain('Pastoral work: counts for governors');
    const named = await here(
      'report',
      'governors',
      'export.csv',
      '--restricted',
      '--format',
      'text',
      '--quiet',
    );
    expect(named.out).toContain('The names behind the numbers');
    const one = await here('report', 'class', 'export.csv', '--edition', 'governors', '--class', '3 Oak');
    expect([one.status, one.err]).toEqual([2, expect.stringContaining('could point at a pupil')]);
  });

  it('takes one class or pupil only where that is what is reported', async () => {
    const wrong = await here('report', 'pastoral', 'export.csv', '--class', '3 Oak');
    expect([wrong.status, wrong.err]).toEqual([
      2,
      expect.stringContaining('only for `termwise report class`'),
    ]);
    const nobody = await here('report', 'pupil', 'export.csv', '--pupil', 'Nobody At All');
    expect([nobody.status, nobody.err]).toEqual([2, expect.stringContaining('no pupil of that name')]);
  });

  it('puts several formats in a folder', async () => {
    const { status } = await here(
      'report',
      'governors',
      'export.csv',
      '--format',
      'pdf,csv,json,text',
      '--out',
      'pack',
    );
    expect(status).toBe(0);
    expect(
      ['pdf', 'csv', 'json', 'txt'].map((ending) => existsSync(join(folder, `pack/governors.${ending}`))),
    ).toEqual([true, true, true, true]);
    const wrong = await here('report', 'governors', 'export.csv', '--format', 'pdf,csv', '--out', 'pack.pdf');
    expect(wrong.status).toBe(2);
    expect(wrong.err).toContain('--out pack.pdf: expected a folder');
    expect((await here('report', 'governors', 'export.csv', '--format', 'pdf,docx')).err).toContain(
      'Expected one or more of pdf, csv, json, text.',
    );
  });
});

describe('termwise demo', () => {
  it('writes what it says, and says what to look at first', async () => {
    const { status, out, err } = await here('demo', '--out', 'tried');
    expect([status, err]).toEqual([0, '']);
    expect(isPdf('tried/demo/governors.pdf')).toBe(true);
    expect(isPdf('tried/demo/pastoral.pdf')).toBe(true);
    const analysis = JSON.parse(readFileSync(join(folder, 'tried/demo/analysis.json'), 'utf8'));
    expect(analysis.meta.school).toBe('Fernhill Primary School');
    expect(out).toContain('Look at first');
    expect(out).toContain('tried/demo/governors.pdf');
    expect(out).toContain(`The sample is in ${join(ROOT, 'fixtures/schools/fernhill-primary')}`);
  }, 120_000);
});
