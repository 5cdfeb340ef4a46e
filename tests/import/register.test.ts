import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgetBefore, forgetPupil } from '../../src/import/forget.ts';
import { importExports } from '../../src/import/import-exports.ts';
import { markFile } from '../../src/import/mark-file.ts';
import { mergeRegister } from '../../src/import/register.ts';
import { writeWhole } from '../../src/import/write-whole.ts';
import { importText, inFolder, OPTIONS } from './import-text.ts';

const HEAD =
  'School,Incident ID,Student,UPN,DOB,Year Group,Class,Incident Date,Incident Time,Categories,Details,Actions,Linked Students,Last Updated';

interface Row {
  id: number;
  pupil: number;
  text: string;
  updated: number;
}

function line({ id, pupil, text, updated }: Row): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const linked = id % 3 === 0 ? `Pupil ${String.fromCharCode(65 + ((pupil + 1) % 4))}` : '';
  const stamp = `${String(1 + (updated % 28)).padStart(2, '0')}/03/2026 1${updated % 10}:00`;
  return `A School,${id},Pupil ${String.fromCharCode(65 + pupil)},U${pupil},01/02/2015,Year 3,3A,${10 + (id % 10)}/01/2026,09:30,"Bullying, Fighting",${quoted},"=1+1",${linked},${stamp}`;
}

const rows = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 6 }),
    pupil: fc.integer({ min: 0, max: 3 }),
    text: fc.constantFrom(
      'plain',
      '=2+2',
      "'=quoted",
      '- a list\n- of two',
      '&amp;lt;b&amp;gt;',
      'say "no", then',
      '-3',
      'tab\there',
    ),
    updated: fc.integer({ min: 0, max: 27 }),
  }),
  { minLength: 1, maxLength: 12, selector: (row) => `${row.id} ${row.updated}` },
);

async function registerOf(folder: string, files: string[]): Promise<string> {
  const path = join(folder, 'register.csv');
  for (const file of files) await mergeRegister(path, [file], OPTIONS);
  return readFileSync(path, 'utf8');
}

describe('the register', () => {
  test('is the same bytes however often and in whatever order exports come', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (first, second) => {
        const [a, b] = await inFolder(async (folder) => {
          const files = [first, second].map((list, index) => {
            const path = join(folder, `${index}.csv`);
            writeFileSync(path, [HEAD, ...list.map(line)].join('\r\n'));
            return path;
          });
          const other = files.toReversed();
          const one = await registerOf(folder, [...files, ...files]);
          const two = await inFolder((elsewhere) => registerOf(elsewhere, [...other, ...files]));
          return [one, two];
        });
        expect(b).toBe(a);
      }),
      { numRuns: 12 },
    );
  });

  test('is read like an export, and gives the incidents of the exports', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        await inFolder(async (folder) => {
          const file = join(folder, 'export.csv');
          writeFileSync(file, [HEAD, ...list.map(line)].join('\n'));
          const path = join(folder, 'register.csv');
          await mergeRegister(path, [file], OPTIONS);
          const strip = (result: Awaited<ReturnType<typeof importExports>>) =>
            result.incidents.map(({ sources: _, involvements, ...rest }) => ({
              ...rest,
              involvements: [...involvements].sort((a, b) => (a.pupil < b.pupil ? -1 : 1)),
            }));
          const direct = await importExports([file], OPTIONS);
          const through = await importExports([path], OPTIONS);
          expect(strip(through)).toEqual(strip(direct));
          expect([...through.pupils.values()].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
            [...direct.pupils.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
          );
        });
      }),
      { numRuns: 40 },
    );
  });

  test('says what it did, and is not touched when nothing changed', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'export.csv');
      const path = join(folder, 'register.csv');
      writeFileSync(file, [HEAD, line({ id: 1, pupil: 0, text: 'old', updated: 1 })].join('\n'));
      expect(await mergeRegister(path, [file], OPTIONS)).toMatchObject({
        before: 0,
        after: 1,
        isChanged: true,
      });
      expect(await mergeRegister(path, [file], OPTIONS)).toMatchObject({
        before: 1,
        after: 1,
        isChanged: false,
      });
      writeFileSync(file, [HEAD, line({ id: 1, pupil: 0, text: 'new', updated: 2 })].join('\n'));
      const merged = await mergeRegister(path, [file], OPTIONS);
      expect(merged).toMatchObject({ before: 1, after: 1, isChanged: true, replaced: ['1'] });
      expect(merged.audits).toMatchObject([{ distinctIncidents: 0, mergedRows: { superseded: 1 } }]);
      expect((await importExports([path], OPTIONS)).incidents[0]?.narrative).toBe('new');
      expect(readdirSync(folder).sort()).toEqual(['export.csv', 'register.csv']);
    });
  });

  const untimed = 'Incident ID,Student,Class,Incident Date,Category,Details,Status';
  test.each([
    ['two texts', ['1,Ann Lee,3A,01/10/2025,Theft,old,Open', '1,Ann Lee,4B,01/10/2025,Bullying,new,Closed']],
    ['two events', ['1,Ann Lee,3A,01/10/2025,Theft,a,', '1,Cy Fox,3A,05/11/2025,Bullying,b,']],
    ['no id', [',Ann Lee,3A,01/10/2025,Theft,a,Open', ',Ann Lee,4B,01/10/2025,Theft,a,Closed']],
    [
      'back to an older text',
      [
        '1,Ann Lee,3A,01/10/2025,Theft,old,',
        '1,Ann Lee,3A,01/10/2025,Theft,new,',
        '1,Ann Lee,3A,01/10/2025,Theft,old,',
      ],
    ],
    ['many texts', Array.from({ length: 12 }, (_, row) => `1,Ann Lee,${row}A,01/10/2025,Theft,text ${row},`)],
  ])('a second import of the same file changes nothing: %s, no day of change', async (_, list) => {
    await inFolder(async (folder) => {
      const file = join(folder, 'export.csv');
      const path = join(folder, 'register.csv');
      writeFileSync(file, [untimed, ...list].join('\n'));
      await mergeRegister(path, [file], OPTIONS);
      const once = readFileSync(path, 'utf8');
      expect(await mergeRegister(path, [file], OPTIONS)).toMatchObject({ isChanged: false, replaced: [] });
      expect(readFileSync(path, 'utf8')).toBe(once);
    });
  });

  test('two exports of one incident give the same register twice over, the later text', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'register.csv');
      const files = ['old', 'new'].map((text) => {
        const file = join(folder, `${text}.csv`);
        writeFileSync(file, `${untimed}\n1,Ann Lee,3A,01/10/2025,Theft,${text},\n`);
        return file;
      });
      await mergeRegister(path, files, OPTIONS);
      const again = await mergeRegister(path, files, OPTIONS);
      expect(again).toMatchObject({ isChanged: false, replaced: [] });
      expect((await importExports([path], OPTIONS)).incidents[0]?.narrative).toBe('new');
    });
  });

  test('keeps from others what was kept from them', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'export.csv');
      const path = join(folder, 'register.csv');
      for (const text of ['x', 'y']) {
        writeFileSync(
          file,
          [HEAD, line({ id: 1, pupil: 0, text, updated: text === 'x' ? 1 : 2 })].join('\n'),
        );
        await mergeRegister(path, [file], OPTIONS);
        if (text === 'x') chmodSync(path, 0o600);
      }
      expect(readFileSync(path, 'utf8')).toContain(',y,');
      expect(statSync(path).mode & 0o777).toBe(0o600);
    });
  });

  test('never overwrites what is no register, nor writes when an export is bad', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'export.csv');
      const path = join(folder, 'mine.csv');
      const good = [HEAD, line({ id: 1, pupil: 0, text: 'x', updated: 1 })].join('\n');
      writeFileSync(file, good);
      writeFileSync(path, good);
      await expect(mergeRegister(path, [file], OPTIONS)).rejects.toThrow(/mine\.csv is there already/);
      expect(readFileSync(path, 'utf8')).toBe(good);
      for (const other of ['a,b\n1,2\n', '%PDF-1.7\n', '']) {
        writeFileSync(path, other);
        const merged = mergeRegister(path, [file], OPTIONS);
        await expect(merged).rejects.toThrow(
          /^mine\.csv is there already and is .*no(?:t a)? register that Termwise wrote/,
        );
        expect(readFileSync(path, 'utf8')).toBe(other);
      }
      writeFileSync(path, good);
      writeFileSync(file, 'nothing of use\n');
      await expect(mergeRegister(join(folder, 'new.csv'), [file], OPTIONS)).rejects.toThrow(/export\.csv/);
      await expect(mergeRegister(join(folder, 'no/such/folder.csv'), [path], OPTIONS)).rejects.toThrow(
        /could not be written \(there is no such folder\)/,
      );
      expect(readdirSync(folder).sort()).toEqual(['export.csv', 'mine.csv']);
    });
  });

  test('no cell of it can run as a formula, and columns of termwise.yaml do not disturb it', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'export.csv');
      const path = join(folder, 'register.csv');
      writeFileSync(file, 'Who,Day,Kind,Told\n"=Bad, Kit",12/01/2026,=Bullying,@SUM(1)\n');
      const options = {
        ...OPTIONS,
        columns: { pupil: 'Who', date: 'Day', category: 'Kind', narrative: 'Told' },
      };
      await mergeRegister(path, [file], options);
      expect(readFileSync(path, 'utf8')).not.toMatch(/(^|[,"])[=@]/m);
      expect(await mergeRegister(path, [file], options)).toMatchObject({ isChanged: false });
      expect((await importExports([path], options)).incidents[0]).toMatchObject({
        narrative: '@SUM(1)',
        categories: ['=Bullying'],
      });
    });
  });
});

test('what the register holds stays, as of whatever day later exports are read', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'export.csv');
    const path = join(folder, 'register.csv');
    writeFileSync(file, [HEAD, line({ id: 9, pupil: 0, text: 'late', updated: 1 })].join('\n'));
    await mergeRegister(path, [file], OPTIONS);
    writeFileSync(file, [HEAD, line({ id: 1, pupil: 0, text: 'early', updated: 1 })].join('\n'));
    const options = { ...OPTIONS, asAt: '2026-01-12', encoding: 'utf-8', delimiter: ',' };
    expect(await mergeRegister(path, [file], options)).toMatchObject({ before: 1, after: 2, replaced: [] });
  });
});

describe('a register behind a link', () => {
  test('is written where the link leads, and the link stays', async () => {
    await inFolder(async (folder) => {
      writeFileSync(
        join(folder, 'a.csv'),
        [HEAD, line({ id: 1, pupil: 0, text: 'plain', updated: 1 })].join('\n'),
      );
      symlinkSync('shared.csv', join(folder, 'register.csv'));
      await mergeRegister(join(folder, 'register.csv'), [join(folder, 'a.csv')], OPTIONS);
      expect(readlinkSync(join(folder, 'register.csv'))).toBe('shared.csv');
      expect(readFileSync(join(folder, 'shared.csv'), 'utf8')).toContain('plain');
      expect(readdirSync(folder).sort()).toEqual(['a.csv', 'register.csv', 'shared.csv']);
    });
  });
});

describe('forgetting', () => {
  const list: Row[] = [
    { id: 1, pupil: 0, text: 'A hit B', updated: 1 },
    { id: 1, pupil: 1, text: 'A hit B', updated: 1 },
    { id: 2, pupil: 0, text: 'alone', updated: 1 },
    { id: 5, pupil: 2, text: 'Pupil A saw it', updated: 1 },
  ];
  const setUp = async (folder: string): Promise<string> => {
    const file = join(folder, 'export.csv');
    const path = join(folder, 'register.csv');
    writeFileSync(file, [HEAD, ...list.map(line)].join('\n'));
    await mergeRegister(path, [file], OPTIONS);
    return path;
  };
  test('what is older than a day', async () => {
    await inFolder(async (folder) => {
      const path = await setUp(folder);
      expect(await forgetBefore(path, '2026-01-12', OPTIONS)).toMatchObject({
        removed: [{ id: '1', date: '2026-01-11' }],
        takenOutOf: [],
        remaining: 2,
      });
      expect((await importExports([path], OPTIONS)).incidents.map(({ id }) => id)).toEqual(['2', '5']);
    });
  });
  test.each(['Pupil A', 'A, Pupil', 'u0'])('one pupil, given as %s', async (wanted) => {
    await inFolder(async (folder) => {
      const path = await setUp(folder);
      expect(await forgetPupil(path, wanted, OPTIONS)).toEqual({
        removed: [{ id: '2', date: '2026-01-12' }],
        takenOutOf: [{ id: '1', date: '2026-01-11' }],
        stillNamed: [{ id: '5', date: '2026-01-15' }],
        remaining: 2,
      });
      const { incidents, pupils } = await importExports([path], OPTIONS);
      expect(incidents.map(({ id }) => id)).toEqual(['1', '5']);
      expect([...pupils.values()].map(({ name }) => name).sort()).toEqual(['Pupil B', 'Pupil C']);
      await expect(forgetPupil(path, 'Nobody', OPTIONS)).rejects.toThrow(/no pupil named "Nobody"/);
    });
  });
});

test('a made id survives the register', async () => {
  await inFolder(async (folder) => {
    const text = 'Student,Incident Date,Category\nAnn Lee,12/01/2026,Fight\n';
    const file = join(folder, 'export.csv');
    const path = join(folder, 'register.csv');
    writeFileSync(file, text);
    await mergeRegister(path, [file], OPTIONS);
    expect(await mergeRegister(path, [file], OPTIONS)).toMatchObject({ after: 1, isChanged: false });
    expect((await importExports([path], OPTIONS)).incidents[0]?.id).toBe(
      (await importText(text)).incidents[0]?.id,
    );
  });
});

test('an id that was made of a school in its own spelling goes on', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'export.csv');
    const path = join(folder, 'register.csv');
    const row = "St Mary's C of E,Ann Lee,12/01/2026,Theft,x";
    writeFileSync(file, `School,Student,Incident Date,Category,Details\n${row}\n`);
    await mergeRegister(path, [file], OPTIONS);
    const [made] = (await importExports([path], OPTIONS)).incidents;
    // As version 0.1 made it.
    writeFileSync(path, readFileSync(path, 'utf8').replace(made?.id ?? '?', '~7116ba11c4c9'));
    expect(await mergeRegister(path, [file], OPTIONS)).toMatchObject({ after: 1 });
    expect((await importExports([path], OPTIONS)).incidents[0]?.id).toBe('~7116ba11c4c9');
  });
});

test('records of two pupils who are told by numbers alone are two, and survive the register', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'export.csv');
    const path = join(folder, 'register.csv');
    writeFileSync(file, 'Date,UPN,Type\n12/01/2026,A999310115122,Theft\n12/01/2026,B999310115123,Theft\n');
    expect(await mergeRegister(path, [file], OPTIONS)).toMatchObject({ after: 2 });
    expect(await mergeRegister(path, [file], OPTIONS)).toMatchObject({ after: 2, isChanged: false });
  });
});

test('admission numbers of two schools survive the register', async () => {
  await inFolder(async (folder) => {
    const row = (school: string, day: number): string => `${school},${day}/01/2026,Ann Lee,00012,Fight`;
    const file = join(folder, 'export.csv');
    const path = join(folder, 'register.csv');
    writeFileSync(
      file,
      ['School,Incident Date,Student,Admission No,Category', row('Oak', 12), row('Elm', 13), ''].join('\n'),
    );
    await mergeRegister(path, [file], OPTIONS);
    expect(await mergeRegister(path, [file], OPTIONS)).toMatchObject({ after: 2, isChanged: false });
    const { pupils } = await importExports([path], OPTIONS);
    expect(pupils.size).toBe(2);
    expect(readFileSync(path, 'utf8')).toMatch(/Ann Lee,,00012,/);
  });
});

describe('a register that two programs write', () => {
  const export1 = [HEAD, line({ id: 1, pupil: 0, text: 'one', updated: 1 })].join('\n');

  test('loses nothing: whoever would write over the news of the other is told to run again', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'register.csv');
      const files = [1, 2].map((id) => {
        const file = join(folder, `${id}.csv`);
        writeFileSync(file, [HEAD, line({ id, pupil: 0, text: 'x', updated: 1 })].join('\n'));
        return file;
      });
      const [mine = '', others = ''] = files;
      const mark = await markFile(path);
      await mergeRegister(path, [others], OPTIONS);
      const held = readFileSync(path, 'utf8');
      await expect(writeWhole(path, ['made before there was one'], mark)).rejects.toThrow(
        /register\.csv was changed by another program in the meantime, so nothing was written/,
      );
      expect(readFileSync(path, 'utf8')).toBe(held);
      expect(readdirSync(folder).sort()).toEqual(['1.csv', '2.csv', 'register.csv']);
      expect(await mergeRegister(path, [mine], OPTIONS)).toMatchObject({ after: 2 });
    });
  });

  test('is seen to have changed while its next words are written', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'register.csv');
      writeFileSync(path, 'old');
      const mark = await markFile(path);
      const pieces = (function* () {
        yield 'one ';
        writeFileSync(path, 'news');
        yield 'two';
      })();
      await expect(writeWhole(path, pieces, mark)).rejects.toThrow(/changed by another program/);
      expect(readFileSync(path, 'utf8')).toBe('news');
      await writeWhole(path, ['next'], await markFile(path));
      expect(readFileSync(path, 'utf8')).toBe('next');
    });
  });

  test('keeps nothing half written beside it: of a killed program, nor of one that is interrupted', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'register.csv');
      const file = join(folder, 'export.csv');
      writeFileSync(file, export1);
      const { pid = 0 } = spawnSync(process.execPath, ['--version']);
      const others = [`register.csv.${process.ppid}.termwise-part`, 'mine.csv.1.termwise-part'];
      // A program that is no more, one that had our own number, one that still writes, and another file's.
      const left = [`register.csv.${pid}.termwise-part`, `register.csv.${process.pid}.termwise-part`];
      for (const isChanged of [true, false]) {
        for (const name of [...left, ...others]) writeFileSync(join(folder, name), 'Pupil A');
        expect(await mergeRegister(path, [file], OPTIONS)).toMatchObject({ isChanged });
        expect(readdirSync(folder).sort()).toEqual(['export.csv', 'register.csv', ...others].sort());
      }
      for (const name of others) rmSync(join(folder, name));
      const held = readFileSync(path, 'utf8');
      let tell = (): void => undefined;
      const heard = new Promise<void>((done) => {
        tell = done;
      });
      // The signal that is sent on, once there is nothing left: without us it would end the program.
      const hear = (): void => tell();
      const interrupted = (function* () {
        yield 'Pupil A';
        const own = process.listeners('SIGTERM').at(-1);
        process.on('SIGTERM', hear);
        own?.('SIGTERM');
        expect(readdirSync(folder).sort()).toEqual(['export.csv', 'register.csv']);
      })();
      await expect(writeWhole(path, interrupted, await markFile(path))).rejects.toThrow(
        /nothing was written/,
      );
      await heard;
      process.off('SIGTERM', hear);
      expect(readFileSync(path, 'utf8')).toBe(held);
    });
  });
});
