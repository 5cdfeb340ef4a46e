import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importExports } from '../../src/import/import-exports.ts';
import { mergeRegister } from '../../src/import/register.ts';
import { inFolder, OPTIONS } from './import-text.ts';

const NUMBERED = `ID,Pupil,Date,Time,Category,Details
7,Ann Lee,12/01/2026,10:15,Fight,They fought in the yard.
7,Tom Hill,12/01/2026,10:15,Fight,They fought in the yard.
8,Ann Lee,13/01/2026,11:00,Theft,Took a pen.
`;
const BARE = `Pupil,Date,Time,Category,Details
Ann Lee,12/01/2026,10:15,Fight,They fought in the yard.
Tom Hill,12/01/2026,10:15,Fight,They fought in the yard.
Ann Lee,13/01/2026,11:00,Theft,Took a pen.
`;

async function count(texts: readonly string[]): Promise<readonly string[]> {
  let ids: readonly string[] = [];
  await inFolder(async (folder) => {
    const files = texts.map((text, at) => {
      const path = join(folder, `${at}.csv`);
      writeFileSync(path, text);
      return path;
    });
    const { incidents, audits } = await importExports(files, OPTIONS);
    for (const { acceptedRows, distinctIncidents, mergedRows } of audits) {
      const { exactDuplicate, linkedPupil, superseded } = mergedRows;
      expect(acceptedRows).toBe(distinctIncidents + exactDuplicate + linkedPupil + superseded);
    }
    ids = incidents.map(({ id }) => id);
  });
  return ids;
}

describe('records exported with and without their numbers', () => {
  test('count once, in whatever order the files come', async () => {
    expect(await count([NUMBERED, BARE])).toEqual(['7', '8']);
    expect(await count([BARE, NUMBERED])).toEqual(['7', '8']);
  });

  test.each([
    ['another time', BARE.replaceAll('11:00', '11:05')],
    ['another day', BARE.replaceAll('13/01', '14/01')],
    ['other words', BARE.replaceAll('a pen', 'a pencil')],
    ['another pupil', BARE.replaceAll('Ann Lee,13', 'Cy Fox,13')],
    ['another category', BARE.replaceAll('Theft', 'Damage')],
  ])('are two where they differ in %s', async (_, text) => {
    expect(await count([NUMBERED, text])).toHaveLength(3);
  });

  test('are two where nobody wrote what happened', async () => {
    const strip = (text: string): string => text.replaceAll('Took a pen.', '');
    expect(await count([strip(NUMBERED), strip(BARE)])).toHaveLength(3);
  });

  test('are two within one file, whose rows without a number are records of their own', async () => {
    expect(await count([`${NUMBERED},Ann Lee,13/01/2026,11:00,Theft,Took a pen.\n`])).toHaveLength(3);
  });
});

test('a register takes an export without numbers as what it holds, however often', async () => {
  await inFolder(async (folder) => {
    const [register, numbered, bare] = ['register', 'numbered', 'bare'].map((name) =>
      join(folder, `${name}.csv`),
    );
    if (!register || !numbered || !bare) throw new Error('no paths');
    writeFileSync(numbered, NUMBERED);
    writeFileSync(bare, BARE);
    await mergeRegister(register, [numbered], OPTIONS);
    expect(await mergeRegister(register, [bare], OPTIONS)).toMatchObject({ after: 2, isChanged: false });
    expect(await mergeRegister(register, [numbered], OPTIONS)).toMatchObject({ after: 2, isChanged: false });
  });
});

test('a register of exports without numbers takes the numbers on', async () => {
  await inFolder(async (folder) => {
    const [register, numbered, bare] = ['register', 'numbered', 'bare'].map((name) =>
      join(folder, `${name}.csv`),
    );
    if (!register || !numbered || !bare) throw new Error('no paths');
    writeFileSync(numbered, NUMBERED);
    writeFileSync(bare, BARE);
    await mergeRegister(register, [bare], OPTIONS);
    expect(await mergeRegister(register, [numbered], OPTIONS)).toMatchObject({ after: 2 });
    expect(await mergeRegister(register, [bare], OPTIONS)).toMatchObject({ after: 2, isChanged: false });
  });
});
