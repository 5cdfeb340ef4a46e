import { expect, test } from 'vitest';
import { importText } from './import-text.ts';

test('pupils told by their UPN alone in a linked cell are counted, as those who bear it', async () => {
  const { audit } = await importText(
    [
      'Date,Pupil,UPN,Category,Details,Linked Pupils',
      '01/09/2025,Ann Lee,A999310115120,Theft,One,A999310115121; A999310115122',
      '02/09/2025,Bo Day,A999310115121,Theft,Two,A999310115120',
      '03/09/2025,,A999310115123,Theft,Three,(A999310115120)',
    ].join('\n'),
  );
  expect(audit.incidentsPerPupil).toEqual({
    'Ann Lee': 3,
    'Bo Day': 2,
    A999310115122: 1,
    A999310115123: 1,
  });
});
