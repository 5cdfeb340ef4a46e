import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const folder = makeFolder('forget');
const here = prepareFolder(folder);

describe('termwise forget', () => {
  it('takes a pupil out, and says of which records', async () => {
    await here('import', 'export.csv', '--into', 'kept.csv');
    const { out, status } = await here('forget', 'kept.csv', '--pupil', 'price, ben');
    expect(status).toBe(0);
    expect(out).toBe(`kept.csv: 2 incidents removed; 2 incidents left.
Removed:
  2025-11-04  102
  2025-11-05  103
The pupil was taken out of 1 incident with others in:
  2025-11-03  101
The words of 1 incident may still name the pupil; look at them:
  2025-11-03  101
`);
    expect(readFileSync(join(folder, 'kept.csv'), 'utf8')).not.toContain('Ben Price');
  });

  it('removes what is older than a day, and nothing the second time', async () => {
    await here('import', 'export.csv', '--into', 'old.csv');
    const first = await here('forget', 'old.csv', '--before', '06/11/2025', '--json');
    expect(JSON.parse(first.out)).toEqual({
      register: 'old.csv',
      removed: ['101', '102', '103'].map((id, index) => ({ id, date: `2025-11-0${index + 3}` })),
      taken_out_of: [],
      still_named: [],
      remaining: 1,
    });
    const second = await here('forget', 'old.csv', '--before', '06/11/2025');
    expect(second.out).toBe('old.csv: nothing to remove; 1 incident left.\n');
  });

  it('lists twenty records and says how many more there are', async () => {
    const rows = Array.from(
      { length: 25 },
      (_, index) => `${index + 1},Ann Lee,03/11/2025,Disruption,Talking`,
    );
    writeFileSync(join(folder, 'many.csv'), `ID,Pupil,Date,Category,Details\n${rows.join('\n')}\n`);
    await here('import', 'many.csv', '--into', 'long.csv');
    expect((await here('forget', 'long.csv', '--pupil', 'Ann Lee')).out).toContain(
      'and 5 more; --json lists all',
    );
  });

  it('says what it needs, and touches no file that is no register', async () => {
    expect((await here('forget', 'kept.csv')).err).toContain('--before DAY or --pupil NAME');
    const both = await here('forget', 'kept.csv', '--before', '2025-11-06', '--pupil', 'Ben');
    expect([both.status, both.err]).toEqual([2, expect.stringContaining('cannot be used with')]);
    const bytes = readFileSync(join(folder, 'export.csv'));
    const wrong = await here('forget', 'export.csv', '--pupil', 'Ben Price');
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('not a register')]);
    expect(wrong.err).toContain('Give a register that `termwise import` made');
    expect(wrong.err).not.toContain('--into');
    expect(readFileSync(join(folder, 'export.csv')).equals(bytes)).toBe(true);
    expect((await here('forget', 'nowhere.csv', '--pupil', 'Ben')).err).toContain(
      'nowhere.csv was not found',
    );
    expect((await here('forget', 'old.csv', '--pupil', 'Nobody')).err).toContain('no pupil named "Nobody"');
  });
});
