import { expect, test } from 'vitest';
import { importText } from './import-text.ts';

const rows = (...lines: string[]): string => lines.join('\n');

test.each([
  ['Pupil,From,To,Days,Reason', 'Ann Lee,08/09/2025,10/09/2025,3,Physical assault against a pupil'],
  [
    'Name,UPN,From,To,Type,Reason,Sessions',
    'Ann Lee,A123456789012,08/09/2025,10/09/2025,Suspension,Swore at staff,6',
  ],
  ['Pupil,From,To,Category,Details', 'Ann Lee,08/09/2025,10/09/2025,Suspension,Hit Tom'],
])('of a list of suspensions the first of two days is the date: %s', async (header, row) => {
  const { incidents } = await importText(rows(header, row));
  expect(incidents.map(({ date }) => date)).toEqual(['2025-09-08']);
});

test('its type is the category and its reason the account', async () => {
  const { incidents } = await importText(
    rows('Name,From,To,Type,Reason', 'Ann Lee,08/09/2025,10/09/2025,Suspension,Swore at staff'),
  );
  expect(incidents[0]).toMatchObject({ categories: ['Suspension'], narrative: 'Swore at staff' });
});

test.each([
  [
    'another date',
    'Pupil,Date,From,To,Category,Details',
    'Ann Lee,08/09/2025,09/09/2025,10/09/2025,Suspension,x',
  ],
  ['times', 'Pupil,Date,From,To,Category,Details', 'Ann Lee,08/09/2025,10:15,10:30,Disruption,x'],
  ['people', 'Pupil,Date,From,To,Category,Details', 'Ann Lee,08/09/2025,Mr Gray,The head,Disruption,x'],
])('leaves From and To alone beside %s', async (_, header, row) => {
  const { incidents } = await importText(rows(header, row));
  expect(incidents.map(({ date }) => date)).toEqual(['2025-09-08']);
});

test.each([
  ['classes', 'Pupil,From,To,Category,Details', 'Ann Lee,3 Heron,3 Kestrel,Moved,x'],
  ['a list of absences', 'Pupil,From,To,Reason', 'Ann Lee,08/09/2025,10/09/2025,Holiday'],
  [
    'an attendance export',
    'Name,From,To,Type,Reason,Sessions',
    'Ann Lee,08/09/2025,10/09/2025,Absence,Medical,6',
  ],
])('refuses %s, as before', async (_, header, row) => {
  await expect(importText(rows(header, row))).rejects.toThrow(/no column for an incident date/);
});
