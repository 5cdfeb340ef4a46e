import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

it('says that pupils in two rows of the roll count once, without how many: governors read it too', async () => {
  const folder = makeFolder('roll-rows');
  const ran = prepareFolder(
    folder,
    'Incident ID,Student,Date,Category,Incident details\n1,Ada Okafor,08/09/2025,Disruption,Shouted in class.\n',
  );
  const roll = (...classes: readonly string[]): void =>
    writeFileSync(
      join(folder, 'roll.csv'),
      `Pupil Name,UPN,Academic Year,Year Group,Class\n${classes.map((one) => `Ada Okafor,A999241725105,2025-26,Year 5,${one}\n`).join('')}`,
    );
  const says = 'Pupils who stand on the roll in more than one row';
  const report = async (): Promise<string> => {
    const { status, out } = await ran(
      ...['report', 'governors', 'export.csv', '--roll', 'roll.csv', '--format', 'text'],
    );
    expect(status).toBe(0);
    return out.replaceAll(/\s+/g, ' ');
  };
  roll('5A', 'Maths 1');
  expect(await report()).toContain(`${says} for the same days, such as in two classes, count once`);
  roll('5A');
  expect(await report()).not.toContain(says);
});
