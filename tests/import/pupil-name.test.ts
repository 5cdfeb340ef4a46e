import { expect, test } from 'vitest';
import { parsePupilName, splitPupils } from '../../src/import/pupil-name.ts';
import { importText } from './import-text.ts';

test.each([
  ['LEE Ann', 'Ann Lee'],
  ["O'NEIL Sean", "Sean O'Neil"],
  ['VAN DYKE Mary Jane', 'Mary Jane Van Dyke'],
  ['DE SOUZA Ana', 'Ana De Souza'],
  ['SMITH-JONES Bo', 'Bo Smith-Jones'],
  ['LEE Ann (7A)', 'Ann Lee'],
  ['ÖZDEMİR Can', 'Can Özdemi̇r'],
  ['McDONALD Jo', 'Jo McDonald'],
])('capitals say that %s begins with the surname', (cell, name) => {
  expect(parsePupilName(cell).name).toBe(name);
});

test.each([
  ['Ann LEE', 'Ann Lee'],
  ['ANN LEE', 'Ann Lee'],
  ['AJ Lee', 'AJ Lee'],
  ['NG Wei Ling', 'NG Wei Ling'],
  ['DJR Smith', 'Djr Smith'],
  ['LEE', 'Lee'],
  ['YN', 'YN'],
  ['BO LI', 'Bo Li'],
  ['LEE, Ann', 'Ann Lee'],
  ['DeShawn Lee', 'DeShawn Lee'],
  ['ANN Marie LEE', 'Ann Marie Lee'],
  ['A Lee', 'A Lee'],
])('%s is in order as it is', (cell, name) => {
  expect(parsePupilName(cell).name).toBe(name);
});

test.each([
  ['Ann Lee.', 'ann lee'],
  ['Lee, Ann.', 'ann lee'],
  ['Bo St. John', 'bo st john'],
  ['A.Lee', 'a lee'],
  ['J.R. Smith', 'jr smith'],
  ['Bo Day Jr.', 'bo day jr'],
  ["Sean O' Neil", "sean o'neil"],
  ['O ’Neil, Sean', "sean o'neil"],
  ["D' Arcy, Ann", "ann d'arcy"],
  ["Jan 't Hooft", "jan 't hooft"],
  ['Ann Lee x2', 'ann lee'],
  ['Ann Lee (x3)', 'ann lee'],
  ['Ann Lee X', 'ann lee x'],
])('%s has the key %s', (cell, key) => {
  expect(parsePupilName(cell).key).toBe(key);
});

test.each([
  ['Ann Lee (01/02/2015)', '2015-02-01'],
  ['Lee, Ann (DOB: 01/02/2015)', '2015-02-01'],
  ['Ann Lee [born 2015-02-01] (7A)', '2015-02-01'],
  ['Ann Lee (d.o.b. 1.2.15)', '2015-02-01'],
])('%s holds a date of birth', (cell, born) => {
  expect(parsePupilName(cell)).toEqual({ name: 'Ann Lee', key: 'ann lee', born });
});

test.each(['Ann Lee (12)', 'Ann Lee (31/02/2015)', 'Ann Lee (12/13)'])('%s holds none', (cell) => {
  expect(parsePupilName(cell)).toEqual({ name: cell, key: cell.toLowerCase() });
});

test('a date of birth behind a name tells pupils apart, joins spellings, and is never printed', async () => {
  const { pupils, audit } = await importText(
    [
      'Concern ID,Pupil(s),Concern Date,Categories,Other Pupils Involved',
      '1,Ann Lee (01/02/2015),12/01/2026,Bullying,Bo Day (05/06/2015)',
      '2,"Lee, Ann (DOB: 01/02/2015)",13/01/2026,Theft,',
      '3,Ann Lee (03/04/2016); Bo Day (05/06/2015),14/01/2026,Theft,',
      '4,Bo Day,15/01/2026,Theft,',
    ].join('\n'),
  );
  expect([...pupils.values()].map(({ name, dateOfBirth }) => [name, dateOfBirth]).sort()).toEqual([
    ['Ann Lee', '2015-02-01'],
    ['Ann Lee', '2016-04-03'],
    ['Bo Day', '2015-06-05'],
  ]);
  expect(audit.incidentsPerPupil).toEqual({
    'Ann Lee (born 2015-02-01)': 2,
    'Ann Lee (born 2016-04-03)': 1,
    'Bo Day': 3,
  });
});

test("an apostrophe of the name's own stays behind a spreadsheet's", async () => {
  const { incidents, names } = await importText(
    `Date,Name,Category,Details\n12/01/2026,"''t Hooft, Jan",Theft,''Shut up'' he said\n13/01/2026,"'t Hooft, Jan",Theft,x\n`,
  );
  expect(incidents.map(names)).toEqual([["Jan 't Hooft"], ["Jan 't Hooft"]]);
  expect(incidents[0]?.narrative).toBe("''Shut up'' he said");
});

test.each([
  ['Ta, Minh', ['Ta, Minh']],
  ['Lee, Ann, Ta, Minh', ['Lee, Ann', 'Ta, Minh']],
  ['Staff, Ann and Lee, Bo', ['Staff, Ann', 'Lee, Bo']],
  ['Lee, Ann, Staff', ['Lee, Ann', 'Staff']],
])('a surname that is a word for staff: %s', (cell, names) => {
  expect(splitPupils(cell)).toEqual(names);
});

test.each([
  ['Day, Bo, Most, Ella', ['Day, Bo', 'Most, Ella']],
  ['Day, Bo, Boys, Ella', ['Day, Bo', 'Boys, Ella']],
  ['Ann Lee, various', ['Ann Lee']],
  ['Day, Bo, Unknown, 7A', ['Day, Bo']],
  ['Ann Lee, Bo Day, Unknown, Unknown', ['Ann Lee', 'Bo Day']],
])('a surname that elsewhere names nobody: %s', (cell, names) => {
  expect(splitPupils(cell)).toEqual(names);
});
