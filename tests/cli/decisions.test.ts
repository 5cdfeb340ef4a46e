import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const HEAD = 'Incident ID,Student,Date,Categories,Incident details\n';
const EXPORT = `${HEAD}00102,Ada Okafor,03/11/2025,Bullying,This was not bullying. The two fell out over a game.
00103,Ben Price,04/11/2025,Racist incident,See form.
${Array.from({ length: 20 }, (_, index) => `${200 + index},Cai Khan,05/11/2025,Disruption,Called out in maths.`).join('\n')}
`;

const folder = makeFolder('decisions');
const here = prepareFolder(folder, EXPORT);

/** The review file with `decision` written in for one code, as a person and a spreadsheet would leave it. */
async function decide(code: string, decision: string, asSaved = (text: string) => text): Promise<void> {
  rmSync(join(folder, 'review.csv'), { force: true });
  await here('review', 'export.csv', '--out', 'review.csv', '--quiet');
  const rows = readFileSync(join(folder, 'review.csv'), 'utf8').split('\r\n');
  const filled = rows.map((row) =>
    row.includes(`,${code},`) ? row.replace(/,,(t[0-9a-f]{8})$/, `,${decision},$1`) : row,
  );
  expect(filled).not.toEqual(rows);
  writeFileSync(join(folder, 'review.csv'), asSaved(filled.join('\r\n')));
}

const labelsOf = async (id: string, ...more: readonly string[]) => {
  const { out, err } = await here('classify', 'export.csv', '--json', '--decisions', 'review.csv', ...more);
  const record = JSON.parse(out).find((one: { incident_id: string }) => one.incident_id === id);
  return { codes: record.labels.map((one: { code: string }) => one.code), review: record.review, err };
};

describe('--decisions', () => {
  it('gives a doubtful label back as decided, and asks no more about it', async () => {
    await decide('prejudice.racist', 'remove');
    const { codes, review, err } = await labelsOf('00103');
    expect(codes).not.toContain('prejudice.racist');
    expect(review.some((one: { code: string }) => one.code === 'prejudice.racist')).toBe(false);
    expect(err).not.toContain('Decisions:');
  });

  it('never writes over decisions that a person has made, but over a list that nobody has filled in', async () => {
    const path = join(folder, 'review.csv');
    const again = () =>
      here('review', 'export.csv', '--out', 'review.csv', '--rejects', 'left.csv', '--quiet');
    // One decided, and one with a word that is no decision: somebody's work all the same.
    for (const decision of ['remove', 'perhaps']) {
      await decide('prejudice.racist', decision);
      const held = readFileSync(path, 'utf8');
      const { status, err } = await again();
      expect(status).toBe(2);
      expect(err).toContain('--out review.csv: this file holds decisions that a person has made');
      expect(readFileSync(path, 'utf8')).toBe(held);
      expect(existsSync(join(folder, 'left.csv'))).toBe(false);
    }
    const other = await here('review', 'export.csv', '--out', 'next.csv', '--quiet');
    expect(other.status).toBe(0);
    expect((await here('review', 'export.csv', '--out', 'next.csv', '--quiet')).status).toBe(0);
    for (const text of ['', 'a,b\n1,2\n', 'Incident ID,Decision\n00102,\n']) {
      writeFileSync(path, text);
      expect((await again()).status).toBe(0);
      expect(readFileSync(path, 'utf8')).toContain('text_mark');
    }
  });

  it('finds the incident whose id a spreadsheet took for a number', async () => {
    await decide('prejudice.racist', 'remove', (text) => text.replaceAll(',00103,', ',103,'));
    expect((await labelsOf('00103')).codes).not.toContain('prejudice.racist');
  });

  it('says when the words have changed since, and when there is no such incident', async () => {
    await decide('prejudice.racist', 'keep', (text) => `${text}1,,999,,,theft,,,,,remove,\r\n`);
    writeFileSync(
      join(folder, 'export.csv'),
      EXPORT.replace('See form.', 'See form. Spoke to both families.'),
    );
    const { err } = await labelsOf('00103');
    expect(err).toContain('Decisions: the words of 00103 have changed since a person decided.');
    expect(err).toContain('999 names no incident in these files');
    expect((await labelsOf('00103', '--quiet')).err).toBe('');
    const report = await here('analyse', 'export.csv', '--json', '--decisions', 'review.csv', '--quiet');
    expect(JSON.parse(report.out).meta.decisions).toEqual({ confirmed: 1, changed: 0, outdated: 1 });
    writeFileSync(join(folder, 'export.csv'), EXPORT);
  });
});
