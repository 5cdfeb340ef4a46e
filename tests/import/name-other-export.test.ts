import { expect, test } from 'vitest';
import { nameOtherExport } from '../../src/import/name-other-export.ts';
import { importText } from './import-text.ts';

test.each([
  ['an attendance export', 'Name,Date,AM,PM,Comments'],
  ['an attendance export', 'Student,Date,Session,Mark,Reason,Minutes Late'],
  ['an assessment export', 'Pupil,Date,Subject,Grade,Comment'],
  ['a list of contacts', 'Pupil,Date,Telephone,Email,Notes'],
])('%s is told by %s, though it has dates, pupils and words', async (is, header) => {
  expect(nameOtherExport(header.split(','))).toMatchObject({ is, isCertain: true });
  await expect(importText(`${header}\nAnn Lee,12/01/2026,x,x,x,x\n`)).rejects.toThrow(new RegExp(is));
});

test('one telling name, or any word of incidents, leaves a file alone', async () => {
  expect(nameOtherExport(['Student', 'Date', 'Session', 'Comments'])?.isCertain).toBe(false);
  expect(nameOtherExport(['Student', 'Date', 'Subject', 'Grade', 'Behaviour'])?.isCertain).toBe(false);
  expect(nameOtherExport(['Student', 'Date'])).toBe(null);
  const { audit } = await importText(
    'Pupil,Date,Subject,Score,Behaviour\nAnn Lee,12/01/2026,Maths,-1,Fight\n',
  );
  expect(audit.dataRecords).toBe(1);
});

test('what the user maps is read, whatever it looks like', async () => {
  const columns = { narrative: 'Reason' };
  const { audit } = await importText('Name,Date,AM,PM,Reason\nAnn Lee,12/01/2026,L,/,Late\n', { columns });
  expect(audit.columns).toMatchObject({ narrative: 'Reason' });
});
