import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCategoryOverrides } from '../../src/import/read-category-overrides.ts';
import { readDecisions } from '../../src/import/read-decisions.ts';
import { readExclusions } from '../../src/import/read-exclusions.ts';
import { readPeriods } from '../../src/import/read-periods.ts';
import { readPlans } from '../../src/import/read-plans.ts';
import { readRacistLog } from '../../src/import/read-racist-log.ts';
import { readRoll } from '../../src/import/read-roll.ts';
import { readTerms } from '../../src/import/read-terms.ts';
import { sayUnreadLengths } from '../../src/import/say-unread-lengths.ts';
import { inFolder } from './import-text.ts';

function withFile<T>(content: string | Buffer, read: (path: string) => Promise<T>): Promise<T> {
  return inFolder((folder) => {
    const path = join(folder, 'side.csv');
    writeFileSync(path, content);
    return read(path);
  });
}

describe('terms.csv', () => {
  test('header in any order and case, dates in both forms, the term told from the half-term', async () => {
    const text =
      'END,start,half term,Academic Year,inset days\r\n19/12/2025,2025-11-03,Autumn 2,2025/26,\r\n24/10/2025,02/09/2025,Autumn 1,2025-2026,02/09/2025; 03/09/2025;\r\n\r\n';
    expect(await withFile(text, readTerms)).toEqual([
      {
        academicYear: '2025-26',
        term: 'Autumn',
        name: 'Autumn 1',
        start: '2025-09-02',
        end: '2025-10-24',
        insetDays: ['2025-09-02', '2025-09-03'],
      },
      {
        academicYear: '2025-26',
        term: 'Autumn',
        name: 'Autumn 2',
        start: '2025-11-03',
        end: '2025-12-19',
        insetDays: [],
      },
    ]);
  });
  test.each([
    ['Term 1', 'Term 1'],
    ['Spring 1st', 'Spring'],
    ['Summer half term 2', 'Summer'],
    ['Michaelmas', 'Michaelmas'],
  ])('%s belongs to %s', async (name, term) => {
    const [halfTerm] = await withFile(
      `Academic Year,Half Term,Start,End\n2025-26,${name},1/9/2025,2/9/2025\n`,
      readTerms,
    );
    expect(halfTerm?.term).toBe(term);
  });
  test('a Term column wins', async () => {
    const [halfTerm] = await withFile(
      'Academic Year,Term,Half Term,Start,End\n2025-26,Winter,Autumn 1,1/9/2025,2/9/2025\n',
      readTerms,
    );
    expect(halfTerm?.term).toBe('Winter');
  });
  const head = 'Academic Year,Half Term,Start,End,INSET Days\n';
  test.each([
    [`${head}2025-27,Autumn 1,1/9/2025,2/9/2025,`, /side\.csv, line 2, column "Academic Year": "2025-27"/],
    [`${head}2025-26,Autumn 1,soon,2/9/2025,`, /line 2, column "Start": "soon" is not a date/],
    [`${head}2025-26,Autumn 1,,2/9/2025,`, /column "Start": the cell is blank/],
    [`${head}\n2025-26,Autumn 1,1/9/2025,1/8/2025,`, /line 3, column "End".*before the start/],
    [`${head}2025-26,Autumn 1,1/9/2025,2/9/2025,33/9/2025`, /column "INSET Days".*33\/9\/2025/],
    [
      `${head}2025-26,Autumn 1,1/9/2025,9/9/2025,\n2025-26,Autumn 2,8/9/2025,9/10/2025,`,
      /Autumn 2.*starts before Autumn 1 ends/,
    ],
    ['Academic Year,Start,End\n', /no column "Half Term"/],
    [head, /side\.csv holds no half-term/],
    [`${head}"open`, /never closed/],
    ['', /empty/],
  ])('faults name their place: %j', async (text, message) => {
    await expect(withFile(text, readTerms)).rejects.toThrow(message);
  });
});

describe('any side file', () => {
  const row = { category: 'Zorbing', code: 'damage', note: 'ours' };
  test.each([
    'sep=;\r\nRecorded Category;Code;Note\r\nZorbing;damage;ours\r\n',
    '"sep=,"\nRecorded Category,Code,Note\nZorbing,damage,ours\n',
    'Recorded Category|Code|Note\nZorbing|damage|ours\n',
    'Recorded Category,Code,Note,Code\nZorbing,damage,ours,damage\n',
    'Recorded Category,Code,Note,Code\nZorbing,,ours,damage\n',
  ])('is read as a spreadsheet may have left it: %j', async (text) => {
    expect(await withFile(text, readCategoryOverrides)).toEqual([row]);
  });
  test('keeps its line numbers below a line that names the delimiter', async () => {
    await expect(
      withFile(
        'sep=;\r\nRecorded Category;Code\r\nZorbing;damage\r\nOther;oddity\r\n',
        readCategoryOverrides,
      ),
    ).rejects.toThrow('side.csv, line 4, column "Code": "oddity" is a code that the taxonomy does not know');
  });
  test('is refused where two columns of one name say two things', async () => {
    await expect(
      withFile('Recorded Category,Code,Code\nZorbing,damage,theft\n', readCategoryOverrides),
    ).rejects.toThrow(
      'side.csv, line 2, column "Code": "damage" and "theft" stand in two columns of that name.',
    );
  });
});

describe('a list of another system', () => {
  test('may name a column twice: its first filled cell counts', async () => {
    const text =
      'Pupil Name,Start Date,Reason,Reason\nBen Ray,10/11/2025,,Fighting\nAnn Lee,11/11/2025,Theft,Fighting\n';
    expect((await withFile(text, readExclusions)).map(({ reason }) => reason)).toEqual(['Fighting', 'Theft']);
  });
});

describe('roll.csv', () => {
  test('a pupil listed twice is one on roll', async () => {
    const text =
      'Pupil Name,UPN,Academic Year,Class\nBen Ray,B1,2025-26,3K\nBen Ray,b1,2025-26,3K\nBen Ray,B1,2025-26,3L\nAnn Lee,,2025-26,3K\nAnn Lee,,2025-26,3K\n';
    expect((await withFile(text, readRoll)).map(({ name, className }) => `${name} ${className}`)).toEqual([
      'Ben Ray 3K',
      'Ann Lee 3K',
      'Ann Lee 3K',
    ]);
  });
  test('a number that a spreadsheet spoiled, or that is not there, makes no two pupils one', async () => {
    const text = `Pupil Name,UPN,Academic Year\n${['1.2E+11', '#N/A', '0', 'tbc', ' a1 2']
      .map((upn) => `Ben Ray,${upn},2025-26\n`)
      .join('')}`;
    expect((await withFile(text, readRoll)).map(({ upn }) => upn)).toEqual([null, null, null, null, 'A12']);
    const list = 'Pupil Name,UPN,Start,Type\nBo Ray,1.2E+11,06/11/2025,PERM\nBo Ray, a1 2,07/11/2025,PERM\n';
    expect((await withFile(list, readExclusions)).map(({ upn }) => upn)).toEqual([null, 'A12']);
  });
  test('names turned, year groups written one way, blanks null, Windows-1252', async () => {
    const text =
      'Pupil Name;UPN;Date of Birth;Academic Year;Year Group;Class;Gender;SEN Status;Pupil Premium;Ethnicity;EAL;Looked After;Start;End\n"LEE, Zo\xeb"; a12 ;01/02/2015;2025-26;Y3;3A;Female;No SEN;Yes;;No;;;22/07/2026\n';
    expect(await withFile(Buffer.from(text, 'latin1'), readRoll)).toEqual([
      {
        name: 'Zoë Lee',
        upn: 'A12',
        dateOfBirth: '2015-02-01',
        academicYear: '2025-26',
        yearGroup: 'Year 3',
        className: '3A',
        gender: 'Female',
        sen: 'No SEN',
        pupilPremium: 'Yes',
        ethnicity: null,
        eal: 'No',
        lookedAfter: null,
        start: null,
        end: '2026-07-22',
      },
    ]);
  });
  test.each([
    ['Pupil Name,Academic Year\n,2025-26', /column "Pupil Name"/],
    ['Pupil Name,Academic Year\nAnn,this year', /"this year" is not a school year/],
    ['Pupil Name,Academic Year,Start,End\nAnn,2025-26,2/9/2025,1/9/2025', /before the start/],
  ])('%j', async (text, message) => {
    await expect(withFile(text, readRoll)).rejects.toThrow(message);
  });
});

describe('periods.csv', () => {
  test('kinds given or guessed, sorted by time', async () => {
    const text =
      'Period,Start,End,Kind\nLesson 1,9:00,10.00,\nTutor,08:40,09:00,\nBreak,10:00,10:20,\nWet play,10:20,10:30,lesson\n';
    expect(await withFile(text, readPeriods)).toEqual([
      { name: 'Tutor', start: '08:40', end: '09:00', kind: 'edge' },
      { name: 'Lesson 1', start: '09:00', end: '10:00', kind: 'lesson' },
      { name: 'Break', start: '10:00', end: '10:20', kind: 'break' },
      { name: 'Wet play', start: '10:20', end: '10:30', kind: 'lesson' },
    ]);
  });
  test.each([
    ['Period,Start,End\nA,9:00,8:00', /not after the start/],
    ['Period,Start,End\nA,early,8:00', /"early" is not a time/],
    ['Period,Start,End,Kind\nA,9:00,10:00,party', /"party" is not a kind/],
    ['Period,Start,End\nA,9:00,10:00\nB,9:30,11:00', /"B" \(09:30\) starts before "A" ends/],
  ])('%j', async (text, message) => {
    await expect(withFile(text, readPeriods)).rejects.toThrow(message);
  });
});

describe('categories.csv, decisions.csv, plans.csv', () => {
  test('blank codes are passed over; a disarmed cell is read back', async () => {
    const text = "Recorded Category,Code,Note\nZorbing,damage,ours\nOther,,\n'=Odd,behaviour,\n";
    expect(await withFile(text, readCategoryOverrides)).toEqual([
      { category: 'Zorbing', code: 'damage', note: 'ours' },
      { category: '=Odd', code: 'behaviour', note: '' },
    ]);
  });
  test('a code that the taxonomy does not know is refused by file and line', async () => {
    const text = 'Recorded Category,Code\nBullying,bullying\nZorbing,bullyng\n';
    await expect(withFile(text, readCategoryOverrides)).rejects.toThrow(
      /side\.csv, line 3, column "Code": "bullyng" is a code that the taxonomy does not know/,
    );
    const both = 'Recorded Category,Code\nZorbing,damage;theft\n';
    await expect(withFile(both, readCategoryOverrides)).rejects.toThrow(/line 2, column "Code"/);
    const written = await withFile('Recorded Category,Code\nZorbing,Damage\n', readCategoryOverrides);
    expect(written).toMatchObject([{ code: 'Damage' }]);
  });
  test('decisions', async () => {
    const text =
      'Incident ID,School,Code,Words,Decision\n1,A,bullying,w,Keep\n2,,bullying,w,remove\n3,,,w,add: bullying.verbal\n4,,x,w,\n';
    expect(await withFile(text, readDecisions)).toEqual([
      {
        incidentId: '1',
        school: 'A',
        code: 'bullying',
        decision: 'keep',
        added: null,
        textMark: null,
        line: 2,
      },
      {
        incidentId: '2',
        school: null,
        code: 'bullying',
        decision: 'remove',
        added: null,
        textMark: null,
        line: 3,
      },
      {
        incidentId: '3',
        school: null,
        code: null,
        decision: 'add',
        added: 'bullying.verbal',
        textMark: null,
        line: 4,
      },
    ]);
    await expect(withFile('Incident ID,Decision\n1,maybe\n', readDecisions)).rejects.toThrow(
      /"maybe" is not a decision/,
    );
  });
  test.each([
    ['1,,add:bulying', 'column "Decision": "add:bulying" names no label (did you mean \'bullying\'?).'],
    ['1,,add:nocode', 'column "Decision": "add:nocode" names no label.'],
    ['1,thefft,remove', 'column "Code": "thefft" names no label (did you mean \'theft\'?).'],
    ['1,thefft,keep', 'column "Code": "thefft" names no label (did you mean \'theft\'?).'],
  ])('a decision about a label that there is not is refused: %s', async (row, message) => {
    const text = `Incident ID,Code,Decision\n2,theft,keep\n${row}\n`;
    await expect(withFile(text, readDecisions)).rejects.toThrow(`, line 3, ${message}`);
    await expect(withFile(text, readDecisions)).rejects.toMatchObject({
      exitCode: 2,
      hint: expect.stringContaining('`termwise policy facts`'),
    });
  });
  test.each([
    ['1,bullying,remove\n1,bullying,keep', "one removes 'bullying' and the other gives 'bullying'"],
    [
      '1,bullying.verbal,keep\n1,bullying,remove',
      "one removes 'bullying' and the other gives 'bullying.verbal'",
    ],
    [
      '1,child_on_child,remove\n1,,add:bullying.verbal',
      "one removes 'child_on_child' and the other gives 'bullying.verbal'",
    ],
  ])('decisions that contradict each other are refused, whatever their order: %j', async (rows, told) => {
    const [one, other] = rows.split('\n');
    for (const order of [`${one}\n${other}`, `${other}\n${one}`])
      await expect(withFile(`Incident ID,Code,Decision\n${order}\n`, readDecisions)).rejects.toThrow(
        `side.csv, lines 2 and 3: of incident 1 ${told}`,
      );
  });
  test.each([
    '1,bullying.verbal,remove\n1,bullying,keep',
    '1,bullying,remove\n2,bullying,keep',
    '1,bullying,keep\n1,bullying,keep',
    '1,bullying,remove\n1,bullying,',
    '1,bullying,remove\n1,,add:theft',
  ])('decisions that agree are taken: %j', async (rows) => {
    const read = await withFile(`Incident ID,Code,Decision\n${rows}\n`, readDecisions);
    expect(read.length).toBe(rows.endsWith(',') ? 1 : 2);
  });
  test('the same id of two schools is two incidents', async () => {
    const rows = 'A,1,bullying,remove\nB,1,bullying,keep\n';
    expect(await withFile(`School,Incident ID,Code,Decision\n${rows}`, readDecisions)).toHaveLength(2);
    await expect(
      withFile(`School,Incident ID,Code,Decision\n${rows.replace('B', 'a')}`, readDecisions),
    ).rejects.toThrow('of incident 1');
  });
  test('removing no label is refused, and keeping none is taken', async () => {
    await expect(withFile('Incident ID,Code,Decision\n1,,remove\n', readDecisions)).rejects.toThrow(
      'line 2, column "Code": the cell is blank where the label to remove is needed.',
    );
    expect(await withFile('Incident ID,Code,Decision\n1,,keep\n', readDecisions)).toHaveLength(1);
  });
  test('plans', async () => {
    const text = 'Pupil Name,Start,Next Review,Target Behaviours\n"Lee, Ann",05/01/2026,,spitting; biting;\n';
    expect(await withFile(text, readPlans)).toEqual([
      { name: 'Ann Lee', start: '2026-01-05', nextReview: null, targetBehaviours: ['spitting', 'biting'] },
    ]);
  });
});

const SCHOOLS = resolve(import.meta.dirname, '../../../shared/eval/detection');
describe.skipIf(!existsSync(SCHOOLS)).each(['school-101', 'school-102'])('the example %s', (school) => {
  test('its side files are read', async () => {
    const at = (file: string) => resolve(SCHOOLS, school, file);
    expect((await readTerms(at('terms.csv'))).length).toBe(12);
    expect((await readRoll(at('roll.csv'))).length).toBeGreaterThan(500);
    expect((await readPeriods(at('periods.csv'))).map(({ kind }) => kind)).toContain('break');
  });
});

describe('the separate racist log', () => {
  test('is read under any of the usual headings', async () => {
    const text =
      'Ref,Date of Incident,Perpetrator,Victim,Details,Key Actions\n101,05/11/2025,"PENN, Ada","Bo Ray; Cai Low",Name called,Parents in\n,06/11/2025,N/A,Bo Ray,,\n';
    expect(await withFile(text, readRacistLog)).toEqual([
      {
        line: 2,
        date: '2025-11-05',
        incidentId: '101',
        names: ['Ada Penn', 'Bo Ray', 'Cai Low'],
        facts: 'Name called',
        actions: 'Parents in',
      },
      { line: 3, date: '2025-11-06', incidentId: null, names: ['Bo Ray'], facts: '', actions: '' },
    ]);
  });
  test('misses neither facts nor actions where it has no such column', async () => {
    const rows = await withFile('Date,Pupils\n05/11/2025,Bo Ray\n', readRacistLog);
    expect(rows).toMatchObject([{ facts: '-', actions: '-', incidentId: null }]);
  });
  test('without a day or a name it says which heading to give', async () => {
    await expect(withFile('Pupils,Facts\nBo Ray,x\n', readRacistLog)).rejects.toThrow(/no column for Date/);
    await expect(withFile('Date,Facts\n05/11/2025,x\n', readRacistLog)).rejects.toThrow(/Pupil Name/);
    expect(await withFile('Date,Pupils\n', readRacistLog)).toEqual([]);
  });
});

describe("a second system's exclusions", () => {
  test('a length that is no number of days is not known, and its line is said', async () => {
    const text =
      'Pupil Name,Start,Days\nBo Ray,06/11/2025,lots\nBo Ray,07/11/2025,\nBo Ray,10/11/2025,2 weeks\n';
    const list = await withFile(text, readExclusions);
    expect(list.map(({ days, isLengthUnread }) => [days, isLengthUnread])).toEqual([
      [null, true],
      [null, undefined],
      [null, true],
    ]);
    expect(sayUnreadLengths('/in/sims.csv', list)).toEqual([
      expect.stringMatching(/^sims\.csv, lines 2, 4: the length is no number of school days/),
    ]);
    expect(sayUnreadLengths('/in/sims.csv', list.slice(1, 2))).toEqual([]);
    expect(sayUnreadLengths(null, null)).toEqual([]);
  });
  test('a permanent exclusion and a cell that says nothing have no length to put right', async () => {
    const rows = ['Permanent,', 'n/a,', '-,', '0,', '0.0,', 'until review,Perm', 'until review,Fixed'];
    const text = `Pupil Name,Start,Days,Type\n${rows.map((row) => `Bo Ray,06/11/2025,${row}\n`).join('')}`;
    const list = await withFile(text, readExclusions);
    expect(list.map(({ days }) => days)).toEqual(rows.map(() => null));
    expect(list.filter(({ isLengthUnread }) => isLengthUnread).map(({ line }) => line)).toEqual([8]);
  });
  test('names in one column or two, days or sessions', async () => {
    expect(
      await withFile('Pupil Name,Start,Days,Reason\n"Ray, Bo",06/11/2025,2,PP\n', readExclusions),
    ).toEqual([
      {
        line: 2,
        name: 'Bo Ray',
        upn: null,
        start: '2025-11-06',
        days: 2,
        incidentId: null,
        type: '',
        reason: 'PP',
      },
    ]);
    const parted = 'Surname,Forename,Start Date,Sessions,Incident ID\nRay,Bo,2025-11-06,3,101\n';
    expect(await withFile(parted, readExclusions)).toEqual([
      {
        line: 2,
        name: 'Bo Ray',
        upn: null,
        start: '2025-11-06',
        days: 1.5,
        incidentId: '101',
        type: '',
        reason: '',
      },
    ]);
  });
  test('days in words, the kind and the number of the pupil', async () => {
    const text =
      'Pupil Name,UPN,Start,Type,Length,Reason\nBo Ray,A1,06/11/2025,FIXD,two and a half days,PP\nBo Ray,A2,07/11/2025,PERM,until Monday,X49\n';
    expect(await withFile(text, readExclusions)).toMatchObject([
      { upn: 'A1', days: 2.5, type: 'FIXD', reason: 'PP' },
      { upn: 'A2', days: null, type: 'PERM', reason: 'X49' },
    ]);
  });
  test('a row without a day is refused with its place', async () => {
    await expect(
      withFile('Pupil Name,Start\nBo Ray,06/11/2025\nCai Low,soon\n', readExclusions),
    ).rejects.toThrow(/line 3, column "Start": "soon" is not a date/);
  });
});
