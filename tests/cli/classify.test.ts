import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classifyText } from '../../src/cli/output/classify-text.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const folder = makeFolder('classify');
const here = prepareFolder(folder);

describe('termwise classify', () => {
  it('says so where no record could be used, since a blank screen says nothing', () => {
    expect([...classifyText([])]).toEqual(['No record could be used; `termwise inspect` says why.\n']);
  });

  it('gives every incident that was imported, with labels, evidence and the fixed keys', async () => {
    const { status, out, err } = await here('classify', 'export.csv', '--json');
    expect(status).toBe(0);
    const incidents = JSON.parse(out);
    expect(incidents.map(({ incident_id }: { incident_id: string }) => incident_id)).toEqual([
      '101',
      '102',
      '103',
      '104',
    ]);
    expect(Object.keys(incidents[0])).toEqual(['incident_id', 'date', 'labels', 'suppressed', 'review']);
    const codes = incidents.map(({ labels }: { labels: { code: string }[] }) =>
      labels.map(({ code }) => code),
    );
    expect(codes[0]).toContain('bullying');
    expect(codes[1]).toContain('disruption');
    expect(codes[2]).toContain('prejudice.racist');
    expect(codes[3]).toContain('positive');
    expect(err).toContain('export.csv: 1 of 5 rows could not be used');
  });

  it('prints a line an incident, and CSV with a row a label', async () => {
    const text = (await here('classify', 'export.csv', '--quiet')).out.trimEnd().split('\n');
    expect(text).toHaveLength(4);
    expect(text[0]).toMatch(/^101 {2}2025-11-03 {2}.*bullying/);
    const { err } = await here('classify', 'export.csv', '--out', 'labels.csv');
    expect(err).toContain('Wrote labels.csv');
    const csv = readFileSync(join(folder, 'labels.csv'), 'utf8').replace('\uFEFF', '').split('\r\n');
    expect(csv[0]).toBe('incident_id,code,status,strength,field,text,rule');
    expect(csv.some((row) => /^102,disruption,(observed|alleged),[123],/.test(row))).toBe(true);
  });
});

describe('termwise explain', () => {
  it('tells one record in plain English', async () => {
    const { status, out } = await here('explain', '101', 'export.csv');
    expect(status).toBe(0);
    expect(out).toContain('Incident 101, 2025-11-03');
    expect(out).toContain('[bullying]');
    expect(JSON.parse((await here('explain', '101', 'export.csv', '--json')).out)).toHaveLength(1);
  });

  it('says when there is no such record, and guesses', async () => {
    const { status, err } = await here('explain', '1O1', 'export.csv');
    expect(status).toBe(2);
    expect(err).toContain("no incident has the id '1O1' in export.csv (did you mean '101'?)");
    expect((await here('explain', 'zebra', 'export.csv')).err).not.toContain('did you mean');
  });
});

describe('termwise review', () => {
  it('writes the doubtful labels with a blank decision, and takes the file back', async () => {
    const { status, out, err } = await here('review', 'export.csv', '--out', 'review.csv');
    expect([status, out]).toEqual([0, '']);
    expect(err).toMatch(/Wrote review\.csv: \d+ labels to look at/);
    const text = readFileSync(join(folder, 'review.csv'), 'utf8');
    expect(
      text.startsWith(
        '\uFEFFrank,school,incident_id,date,category,code,label,why,words,excerpt,decision,text_mark\r\n',
      ),
    ).toBe(true);
    expect((await here('classify', 'export.csv', '--decisions', 'review.csv', '--quiet')).status).toBe(0);
    expect((await here('review', 'export.csv', '--out', 'review.csv', '--quiet')).err).toBe('');
  });
});
