import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder, type RanCommand } from './small-export.ts';

const folder = makeFolder('several-schools');
const ROWS = `School,Incident ID,Student,Date,Category,Incident details
St Mary's,1,Ada Okafor,08/09/2025,Disruption,Shouted in class.
St. Marys,2,Ben Price,16/10/2025,Disruption,Would not stop talking.
Hill Top,1,Cai Khan,17/10/2025,Disruption,Threw a pen.
,4,Dot Dean,20/10/2025,Disruption,Threw a book.
`;
let ran: (...argv: string[]) => Promise<RanCommand>;

beforeAll(() => {
  ran = prepareFolder(folder, ROWS);
});

async function read(...rest: string[]): Promise<{ school: string; incidents: number; err: string }> {
  const { out, err } = await ran('analyse', 'export.csv', '--json', ...rest);
  const { meta, counts } = JSON.parse(out);
  return { school: meta.school, incidents: counts.incidents, err };
}

describe('exports that hold records of two schools', () => {
  it('are one school’s where --school names one of them, whose records without a name are its own', async () => {
    const { err, ...rest } = await read('--school', "Saint Mary's");
    expect(rest).toEqual({ school: "Saint Mary's", incidents: 3 });
    expect(err).toContain('The exports hold records of 2 schools');
    expect((await read('--school', 'hill top')).incidents).toBe(2);
  });

  it('never bear the name of one of them where all are counted', async () => {
    const { err, ...rest } = await read();
    expect(rest).toEqual({ school: "Hill Top and St Mary's", incidents: 4 });
    expect(err).toContain('which are counted together: for one of them give --school');
    expect(await read('--school', 'The Federation')).toMatchObject({
      school: 'The Federation',
      incidents: 4,
    });
  });

  it('look for nothing in pupils of the other school, where one has a namesake of the roll', async () => {
    const there = makeFolder('namesakes');
    const rows = ["St Mary's,1,Ada Okafor,08/09/2025", 'Hill Top,1,Ada Okafor,17/10/2025'];
    const namesakes = prepareFolder(
      there,
      `School,Incident ID,Student,Date,Category,Incident details\n${rows.map((row) => `${row},Disruption,Threw a pen.\n`).join('')}`,
    );
    writeFileSync(
      join(there, 'roll.csv'),
      'Pupil Name,Academic Year,Year Group,Class\nAda Okafor,2025-26,Year 5,5A\n',
    );
    const { out } = await namesakes(
      ...['analyse', 'export.csv', '--json', '--school', 'Hill Top', '--roll', 'roll.csv'],
    );
    expect(JSON.parse(out).detectors[0]).toMatchObject({ detector: 'pupil_pattern', lookedAt: 1 });
  });

  it('print a report and check duties of the one school', async () => {
    const report = await ran('report', 'class', 'export.csv', '--school', 'Hill Top', '--format', 'text');
    expect([report.status, report.out.includes('Ada')]).toEqual([0, false]);
    const check = await ran('check', 'export.csv', '--school', 'Hill Top');
    expect(check.err).toContain('those of Hill Top alone are counted');
  });
});

it('an export of one school is whoever’s the settings say, and nothing is said', async () => {
  const own = makeFolder('one-school');
  const there = prepareFolder(own, ROWS.split('\n').slice(0, 3).join('\n'));
  const named = await there('analyse', 'export.csv', '--json', '--school', 'Another name');
  expect(JSON.parse(named.out)).toMatchObject({ meta: { school: 'Another name' }, counts: { incidents: 2 } });
  expect(named.err).not.toContain('schools');
  const unnamed = await there('analyse', 'export.csv', '--json');
  expect(JSON.parse(unnamed.out).meta.school).toBe("St Mary's");
  expect(unnamed.err).not.toContain('No school name was given');
});

it('a roll of another year, and a term that the records reach in part, are said', async () => {
  const own = makeFolder('other-roll');
  const there = prepareFolder(own, ROWS.split('\n').slice(0, 3).join('\n'));
  writeFileSync(join(own, 'roll.csv'), 'Pupil Name,Academic Year\nAda Okafor,2026-27\n');
  const { err, out } = await there('analyse', 'export.csv', '--json', '--roll', 'roll.csv');
  expect(err).toContain('The roll that was given (2026-27) has nobody on it in these days');
  expect(err).toMatch(/The records do not reach over the whole of 2025-26 Autumn/);
  expect(JSON.parse(out).meta.period.to).toBe('2025-10-16');
});
