import { expect, it } from 'vitest';
import { tellNoRecord } from '../../src/calendar/tell-no-record.ts';

const summer = { from: '2026-04-13', to: '2026-07-21' };

it('says how far the files reach, before the days or around them', () => {
  expect(tellNoRecord(summer, ['2025-09-02', '2026-03-20'])).toMatch(
    /^No record of any kind is dated 13 April to 21 July 2026\. The last record in the files is of 20 March 2026: it was taken for granted/,
  );
  expect(tellNoRecord(summer, ['2025-09-02', '2026-10-01'])).toContain(
    'The files hold records from 2 September 2025 to 1 October 2026.',
  );
});

it('never leaves a nought to be read as good news', () => {
  expect(tellNoRecord({ from: '2026-04-13', to: '2026-04-13' }, ['2025-09-02', '2026-03-20'])).toMatch(
    /^No record of any kind is dated 13 April 2026\..*not the same as nothing having happened/,
  );
});
