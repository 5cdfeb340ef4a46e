import { describe, expect, test } from 'vitest';
import { importText } from './import-text.ts';

/** Names of each incident, in the order of the file, from one export of ids, pupils and linked pupils. */
async function readNames(rows: readonly (readonly [string, string?])[], header = 'Student') {
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map(([pupil, linked = ''], index) =>
    [index + 1, quote(pupil), '12/01/2026', 'Theft', 'words', quote(linked)].join(','),
  );
  const imported = await importText(
    [`Incident ID,${header},Incident Date,Category,Details,Linked Students`, ...lines].join('\n'),
  );
  const names = rows.map((_, index) => imported.names(imported.byId.get(String(index + 1))));
  return { ...imported, all: names, distinct: [...imported.pupils.values()].map(({ name }) => name).sort() };
}

describe('names in rich text', () => {
  test('entities are decoded and tags go, wherever a pupil is named', async () => {
    const { all, distinct } = await readNames([
      ['O&#39;Neil, Sean', 'Ann&nbsp;Lee'],
      ['<b>Ann Lee</b>', 'O&rsquo;Neil, Sean'],
      ['<a href="https://x.test">Ann Lee</a>', '<span>Sean O&#39;Neil</span>'],
    ]);
    expect(distinct).toEqual(['Ann Lee', "Sean O'Neil"]);
    expect(all[1]).toEqual(['Ann Lee', "Sean O'Neil"]);
  });
  test('each line of rich text is a name', async () => {
    const { all } = await readNames([
      ['Ann Lee', '<p>Bo Day</p><p>Cy Fox</p>'],
      ['Ann Lee', 'Bo Day<br/>Cy Fox'],
      ['Ann Lee<br>Bo Day', 'Cy Fox &amp; Bo Day'],
    ]);
    expect(all).toEqual([
      ['Ann Lee', 'Bo Day', 'Cy Fox'],
      ['Ann Lee', 'Bo Day', 'Cy Fox'],
      ['Ann Lee', 'Bo Day', 'Cy Fox'],
    ]);
  });
  test('surname and forename columns are read alike', async () => {
    const { incidents, names } = await importText(
      'Surname,Forename,Incident Date,Category\nO&#39;Neil,<b>Se&aacute;n</b>,12/01/2026,Theft\n',
    );
    expect(incidents.map(names)).toEqual([["Seán O'Neil"]]);
  });
});

describe('who is no pupil', () => {
  test.each([
    '0',
    'No',
    'No one',
    'none.',
    'None recorded',
    'Not applicable',
    'Nobody',
    'n/a - none',
    'No other students',
    'See above',
  ])('%s in a linked cell', async (cell) => {
    const { all } = await readNames([['Ann Lee', cell]]);
    expect(all).toEqual([['Ann Lee']]);
  });
  test.each(['Noel None', 'Nobo Day', 'See Lee'])('%s is somebody', async (name) => {
    const { all } = await readNames([['Ann Lee', name]]);
    expect(all).toEqual([['Ann Lee', name]]);
  });
  test('staff in a cell of parts', async () => {
    const { incidents, names, audit } = await importText(
      [
        'Incident Date,Perpetrator,Victim,Category',
        '12/01/2026,Ann Lee,Staff,Assault',
        '13/01/2026,Ann Lee,Mrs Dunn (teacher),Assault',
        '14/01/2026,Ann Lee,Staff member; Bo Day,Assault',
        '15/01/2026,Ann Lee,"Box, Mr P",Assault',
        '16/01/2026,A member of staff,Miriam Stafford,Assault',
      ].join('\n'),
    );
    expect(incidents.map(names)).toEqual([
      ['Ann Lee'],
      ['Ann Lee'],
      ['Ann Lee', 'Bo Day'],
      ['Ann Lee'],
      ['Miriam Stafford'],
    ]);
    expect(audit.warnings.join()).toContain('5 names of staff were left out');
  });
});

test('staff in a cell of pupils are left out and counted; titles before all names are no sign of staff', async () => {
  const { incidents, names, rejected, audit } = await importText(
    [
      'Date,Pupils Involved,Incident type,Details,Linked Students',
      '12/01/2026,Ann Lee; Mrs Dunn,Assault,x,Mr Box',
      '13/01/2026,"Ann Lee, Staff",Assault,x,Bo Day; a teacher',
      '14/01/2026,Staff member,Assault,x,',
      '15/01/2026,Miss Cy Fox,Assault,x,Miss Cy Fox',
      '16/01/2026,Miss Cy Fox; Mr Bo Day,Assault,x,',
    ].join('\n'),
  );
  expect(incidents.map(names)).toEqual([
    ['Ann Lee'],
    ['Ann Lee', 'Bo Day'],
    ['Miss Cy Fox'],
    ['Miss Cy Fox', 'Mr Bo Day'],
  ]);
  expect(rejected).toEqual(['4 missing_pupil']);
  expect(audit.warnings.join()).toMatch(/(?<!\d)4 names of staff were left out of the columns of pupils/);
});

describe('brackets behind a name', () => {
  test.each([
    '(Year 8, 8A)',
    '(Reception)',
    '(Nursery)',
    '(Class 3B)',
    '(Year 7 - 7A)',
    '(7A/Ma1)',
    '[7A]',
    '(7A, Year 7)',
    '(Yr7)',
  ])('%s is no part of it', async (brackets) => {
    const { distinct } = await readNames([
      [`Amy Vale ${brackets}`],
      [`Vale, Amy ${brackets}`],
      ['Bo Day', `Amy Vale ${brackets}`],
      ['Bo Day', `Vale, Amy ${brackets}; Bo Day ${brackets}`],
      ['Bo Day', `Amy Vale ${brackets}, Bo Day ${brackets}`],
    ]);
    expect(distinct).toEqual(['Amy Vale', 'Bo Day']);
  });
  test('a cell of several pupils with their years is parted between them', async () => {
    const { all } = await readNames([['Amy Vale (Year 8, 8A), Ben Hart (Year 8, 8B)']], 'Students');
    expect(all).toEqual([['Amy Vale', 'Ben Hart']]);
  });
  test('one spelling is one pupil in either cell', async () => {
    const { distinct, all } = await readNames([
      ["O'Hara, Tom (Tommy)", 'Bell, Jay (Jayden)'],
      ['Bell, Jay (Jayden)', "O'Hara, Tom (Tommy) (Victim)"],
      ['Thomas (Tom) Lark', 'Thomas (Tom) Lark; Jay (Jayden) Bell'],
      ['Eve Day (1)', 'Eve Day (2)'],
      ['Eve Day (2)', 'Amy Vale (new)'],
    ]);
    expect(distinct).toEqual([
      'Amy Vale',
      'Eve Day (1)',
      'Eve Day (2)',
      'Jay (Jayden) Bell',
      'Thomas (Tom) Lark',
      "Tom (Tommy) O'Hara",
    ]);
    expect(all[2]).toEqual(['Thomas (Tom) Lark', 'Jay (Jayden) Bell']);
  });
});

describe('numbers of several pupils', () => {
  const people = async (rows: readonly string[], header = 'Students,UPN') => {
    const lines = rows.map((row, index) => `${index + 1},${row},12/01/2026,Fighting`);
    const { pupils, audit } = await importText(
      [`Incident ID,${header},Incident Date,Category`, ...lines].join('\n'),
    );
    return {
      upns: [...pupils.values()].map(({ name, upn }) => [name, upn]).sort(),
      counts: audit.incidentsPerPupil,
    };
  };
  test.each(['A1; B2', 'A1 and B2', 'A1 / B2', '"A1, B2"', 'A1 & B2'])('%s', async (list) => {
    const { upns } = await people([`Ann Lee; Bo Ray,${list}`, 'Bo Ray,B2']);
    expect(upns).toEqual([
      ['Ann Lee', 'A1'],
      ['Bo Ray', 'B2'],
    ]);
  });
  test('admission numbers in a list belong to the pupils in order', async () => {
    const { counts } = await people(
      ['"Hart, Ben; Vale, Amy",1001; 1002', '"Hart, Benjamin",1001', '"Vale, Amy",1002'],
      'Students,Admission No',
    );
    expect(counts).toEqual({ 'Ben Hart': 2, 'Amy Vale': 2 });
  });
  test.each(['Student', 'Students'])('one UPN renames no pupil and loses none, under %s', async (header) => {
    const { upns, counts } = await people(
      ['"Hart, Ben and Vale, Amy",A1', '"Hart, Ben",A1', '"Hart, Ben; Vale, Amy",A1'],
      `${header},UPN`,
    );
    expect(counts).toEqual({ 'Ben Hart': 3, 'Amy Vale': 2 });
    expect(upns).toEqual([
      ['Amy Vale', null],
      ['Ben Hart', 'A1'],
    ]);
  });
});

describe('lists', () => {
  test.each([
    '1. Ben Hart\n2. Amy Vale',
    '1) Ben Hart\n2) Amy Vale',
    '1. Ben Hart 2. Amy Vale',
    '-Ben Hart\n-Amy Vale',
    '- Hart, Ben\n- Vale, Amy',
    '• Ben Hart\n• Amy Vale',
    'Ben Hart,\nAmy Vale',
    'Ben Hart/Amy Vale',
    'Ben Hart + Amy Vale',
    'Ben Hart&amp;Amy Vale',
  ])('%j', async (cell) => {
    const { all } = await readNames([
      [cell, ''],
      ['Zed Cole', cell],
    ]);
    expect(all).toEqual([
      ['Ben Hart', 'Amy Vale'],
      ['Zed Cole', 'Ben Hart', 'Amy Vale'],
    ]);
  });
  test('a bullet before one pupil is no part of the name, and a slash may stand inside one', async () => {
    const { all } = await readNames([
      ['• Ben Hart', '1. Amy Vale'],
      ['Hart/Ben', ''],
    ]);
    expect(all).toEqual([['Ben Hart', 'Amy Vale'], ['Hart/Ben']]);
  });
  test('a forename alone is glued to no other', async () => {
    const { all } = await readNames([
      ['Amy Vale', 'Ben Hart, Zed Cole, Mohammed'],
      ['Amy Vale', 'Hart, Ben, Cole'],
      ['Ben Hart', 'Amy Vale, Mohammed'],
      ['Ben Hart', 'Amy Vale, Zed Cole, Jr'],
    ]);
    expect(all).toEqual([
      ['Amy Vale', 'Ben Hart', 'Zed Cole', 'Mohammed'],
      ['Amy Vale', 'Ben Hart', 'Cole'],
      ['Ben Hart', 'Amy Vale', 'Mohammed'],
      ['Ben Hart', 'Amy Vale', 'Zed Cole Jr'],
    ]);
  });
  test('names of two words each are whole where the file knows them', async () => {
    const { all } = await readNames([
      ['Van Dyke, Mary Jane'],
      ['De Souza, Ana Maria'],
      ['Cole, Zed', 'Van Dyke, Mary Jane, De Souza, Ana Maria'],
    ]);
    expect(all[2]).toEqual(['Zed Cole', 'Mary Jane Van Dyke', 'Ana Maria De Souza']);
  });
});

describe('a column of surnames without one of forenames', () => {
  const people = async (header: string, ...rows: readonly string[]) => {
    const lines = rows.map((row, index) => `${row},${10 + index}/01/2026,Theft`);
    const { pupils } = await importText([`${header},Incident Date,Category`, ...lines].join('\n'));
    return [...pupils.values()].map(({ name }) => name);
  };
  test.each(['Name,Surname', 'Pupil,Surname', 'Student Name,Last Name'])(
    '%s: two pupils of one forename are two',
    async (header) => {
      expect(await people(header, 'Ann,Lee', 'Ann,Day', 'Ann,Lee')).toEqual(['Ann Lee', 'Ann Day']);
    },
  );
  test('a forename of two words under a bare Name', async () => {
    expect(await people('Surname,Name', 'Lee,Mary Jane')).toEqual(['Mary Jane Lee']);
  });
  test.each([
    ['Ann Lee,Lee', 'Ann Lee'],
    ['"Lee, Ann",Lee', 'Ann Lee'],
    ['Ann Lee-Day,Lee', 'Ann Lee-Day'],
    ['Ann Day,Lee', 'Ann Day'],
    ['Ann,', 'Ann'],
    ['Ann,N/A', 'Ann'],
  ])('%s under Pupil and Legal Surname is whole', async (row, name) => {
    expect(await people('Pupil Name,Legal Surname', row)).toEqual([name]);
  });
  test('beside surname and forename the whole name stands', async () => {
    expect(await people('Full Name,Surname,Forename', 'Ann Lee,Day,Ann')).toEqual(['Ann Lee']);
  });
});

describe('a header that says in which order a name stands', () => {
  test.each([
    ['Surname/Forename', 'Lee/Ann'],
    ['Surname/Forename', 'Lee / Ann'],
    ['Surname/Forename', 'Lee, Ann'],
    ['Surname Forename', 'Lee Ann'],
    ['Pupil Surname and First Name', 'Lee Ann'],
    ['Forename/Surname', 'Ann/Lee'],
    ['Forename/Surname', 'Ann, Lee'],
    ['Forename/Surname', 'Ann Lee'],
    ['Pupil/Student', 'Ann Lee'],
    ['Pupil and Forename', 'Ann Lee'],
  ])('%s: %s', async (header, cell) => {
    const { all } = await readNames([[cell]], header);
    expect(all).toEqual([['Ann Lee']]);
  });
  test.each([
    ['Surname/Forename', 'Lee/Ann; Day/Bo'],
    ['Surname/Forename', 'Lee/Ann, Day/Bo'],
    ['Surname/Forename', 'Lee/Ann & Day/Bo'],
    ['Surname/Forename', 'Lee/Ann\nDay/Bo'],
    ['Surname/Forename', 'Lee, Ann; Day, Bo'],
    ['Surname Forename', 'Lee Ann and Day Bo'],
    ['Forename/Surname', 'Ann/Lee; Bo/Day'],
    ['Forename/Surname', 'Ann/Lee, Bo/Day'],
  ])('%s: %j are two pupils', async (header, cell) => {
    const { all } = await readNames([[cell]], header);
    expect(all).toEqual([['Ann Lee', 'Bo Day']]);
  });
  test('names of more words are left in order, and a slash elsewhere says nothing', async () => {
    expect((await readNames([['Van Dyke/Mary Jane']], 'Surname/Forename')).all).toEqual([
      ['Mary Jane Van Dyke'],
    ]);
    expect((await readNames([['Van Dyke Mary Jane']], 'Surname/Forename')).all).toEqual([
      ['Van Dyke Mary Jane'],
    ]);
    expect((await readNames([['Lee/Ann']], 'Student')).all).toEqual([['Lee/Ann']]);
  });
});

test('an admission number means another pupil in another school; a UPN means one everywhere', async () => {
  const read = async (header: string) => {
    const { audit } = await importText(
      `School,Date,Name,${header},Category\nOak,12/01/2026,Ann Lee,1001,Theft\nElm,13/01/2026,Bo Day,1001,Theft\nOak,14/01/2026,Anne Lee,1001,Theft\n`,
    );
    return audit.distinctPupils;
  };
  expect(await read('Admission No')).toBe(2);
  expect(await read('UPN')).toBe(1);
});

test('a part in brackets behind a subject is the part of the incident, and no part of the name', async () => {
  const { byId, names } = await importText(
    [
      'Incident ID,Students,Date,Category,Linked Students',
      '1,Ann Lee (Perpetrator); Bo Day (Victim),12/01/2026,Bullying,',
      '2,Ann Lee,13/01/2026,Theft,Bo Day (witness)',
      '3,Thomas (Tom) Lark,14/01/2026,Theft,',
    ].join('\n'),
  );
  const said = ['1', '2', '3'].map((id) => {
    const incident = byId.get(id);
    return names(incident).map((name, index) => `${name} ${incident?.involvements[index]?.role}`);
  });
  expect(said).toEqual([
    ['Ann Lee harming', 'Bo Day harmed'],
    ['Ann Lee unknown', 'Bo Day witness'],
    ['Thomas (Tom) Lark unknown'],
  ]);
});

test('a UPN in brackets behind a name is read as one and never printed', async () => {
  const { pupils } = await importText(
    [
      'Incident ID,Students Involved,Date,Category,Linked Students',
      '1,"Ann Lee (A999310115122), Bo Day (UPN: b999310115123)",12/01/2026,Theft,Cy Fox (C99931011512A)',
      '2,"Lee, Annie (A999310115122)",13/01/2026,Theft,Bo Day',
    ].join('\n'),
  );
  expect([...pupils.values()].map(({ name, upn }) => [name, upn]).sort()).toEqual([
    ['Ann Lee', 'A999310115122'],
    ['Bo Day', 'B999310115123'],
    ['Cy Fox', 'C99931011512A'],
  ]);
});

test.each([
  ['Oak,Ann Lee', ',Ann Lee', 1],
  ['Oak,Ann Lee', ',Bo Day', 2],
  ['Oak,Ann Lee', 'Elm,Ann Lee', 2],
])('an admission number of %s and of %s is of %d', async (one, other, count) => {
  const row = (pupil: string, day: number) => `${day}/01/2026,${pupil},1001,Theft\n`;
  const text = `Date,School,Name,Admission No,Category\n${row(other, 12)}${row(one, 13)}`;
  expect((await importText(text)).audit.distinctPupils).toBe(count);
});

test.each([
  ['004512', '4512', 1],
  ['A004512', 'A4512', 2],
  ['45120', '4512', 2],
])('the admission numbers %s and %s of one school in two spellings are of %d', async (one, other, count) => {
  const { audit } = await importText(
    `School,Date,Name,Admission No,Category\nSt Mary's C of E,12/01/2026,Ann Lee,${one},Theft\nSt. Marys CofE,13/01/2026,Ann Lee,${other},Theft\n`,
  );
  expect(audit.distinctPupils).toBe(count);
});

test.each([
  ['Elm,Ann Lee,0012', 'Elm,Bo Day,12', ['Ann Lee', 'Bo Day']],
  ['Elm,Thomas Lee,0012', 'Elm,Tom Lee,12', ['Thomas Lee']],
  ['Elm,,12', 'Elm,Ann Lee,0012', ['Ann Lee']],
  [',Ann Lee,0012', 'Elm,Ann Lee,12', ['Ann Lee']],
  [',Bo Day,0012', 'Elm,Ann Lee,12', ['Ann Lee', 'Bo Day']],
])('with other noughts %s and %s are %j', async (one, other, pupils) => {
  const read = await importText(
    `Date,Category,School,Name,Admission No\n12/01/2026,Theft,${one}\n13/01/2026,Theft,${other}\n`,
  );
  expect([...read.pupils.values()].map(({ name }) => name).sort()).toEqual(pupils);
});

test('a school writes its admission numbers as it does, whatever noughts another writes', async () => {
  const { pupils } = await importText(
    'Date,Category,School,Name,Admission No\n12/01/2026,Theft,Oak,Ann Lee,0012\n13/01/2026,Theft,Elm,Bo Day,12\n',
  );
  expect([...pupils.keys()].map((key) => key.split('\u001f'))).toEqual([
    ['upn:id 0012', 'oak'],
    ['upn:id 12', 'elm'],
  ]);
});

test('a record without an id is one record in either spelling of its school', async () => {
  const { audit } = await importText(
    "School,Date,Name,Category\nSt Mary's,12/01/2026,Ann Lee,Theft\nST. MARYS,12/01/2026,Ann Lee,Theft\nSt Mark's,12/01/2026,Ann Lee,Theft\n",
  );
  expect(audit.distinctIncidents).toBe(2);
});

test('a row is not lost for a Mrs behind the whole name of its pupil', async () => {
  const { rejected } = await importText('Pupil,Date,Category\n"Ann Lee, Mrs Dunn",12/01/2026,Theft\n');
  expect(rejected).toEqual([]);
});

test('no pupil is a Mrs, and a row that names no other is about none; a Miss or Master may be a pupil', async () => {
  const { pupils, rejected } = await importText(
    'Pupil,Date,Category\nMrs Dunn,12/01/2026,Assault\n"Dunn, Mrs A",13/01/2026,Assault\nMaster Tom Lee,14/01/2026,Theft\nMiss Ann Day,15/01/2026,Theft\n"Mrsic, Ana",16/01/2026,Theft\n',
  );
  expect(rejected).toEqual(['2 missing_pupil', '3 missing_pupil']);
  expect([...pupils.values()].map(({ name }) => name)).toEqual([
    'Master Tom Lee',
    'Miss Ann Day',
    'Ana Mrsic',
  ]);
});
