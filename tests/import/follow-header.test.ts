import { describe, expect, test } from 'vitest';
import { importText } from './import-text.ts';

const HEAD = 'Incident ID,Student,Date,Category,Details';

describe('a header that comes again', () => {
  test('with its columns in another order turns the rows below, until the first order comes again', async () => {
    const { audit, byId } = await importText(
      [
        HEAD,
        '1,Ann Lee,01/10/2025,Theft,took a pen',
        'incident id,Student,Date,Details,Category,',
        '2,Bo Day,02/10/2025,hit Cy on the arm,Fighting',
        '3,Cy Fox,03/10/2025,called names,Bullying,',
        HEAD,
        '4,Di Gow,04/10/2025,Theft,took a book',
      ].join('\n'),
    );
    expect(audit).toMatchObject({ dataRecords: 4, acceptedRows: 4, nonDataRows: { repeatedHeader: 2 } });
    expect(['1', '2', '3', '4'].map((id) => [byId.get(id)?.categories[0], byId.get(id)?.narrative])).toEqual([
      ['Theft', 'took a pen'],
      ['Fighting', 'hit Cy on the arm'],
      ['Bullying', 'called names'],
      ['Theft', 'took a book'],
    ]);
    expect(audit.warnings.join()).toMatch(/another order \(line 3\)/);
  });
  test('with a name twice turns nothing', async () => {
    const { audit } = await importText(
      'Student,Date,Category,Note,Note\nAnn Lee,01/10/2025,Theft,a,b\nDate,Student,Category,Note,Note\n',
    );
    expect(audit).toMatchObject({ dataRecords: 2, rejectedRows: 1, nonDataRows: { repeatedHeader: 0 } });
  });
  test('in its own order says nothing', async () => {
    const { audit } = await importText(`${HEAD}\n1,Ann Lee,01/10/2025,Theft,a\n${HEAD}\n`);
    expect(audit).toMatchObject({ dataRecords: 1, nonDataRows: { repeatedHeader: 1 } });
    expect(audit.warnings.join()).not.toMatch(/order/);
  });
  test('is known again after another sheet, also with a column without a name', async () => {
    const { audit, byId } = await importText(
      [
        'Incident ID,Student,Date,,Category,Details',
        '1,Ann Lee,01/10/2025,,Theft,took a pen',
        'Incident ID,Student,Category,Date,Details',
        '2,Bo Day,Fighting,02/10/2025,hit Cy on the arm',
        'Incident ID,Student,Date,,Category,Details',
        '3,Cy Fox,03/10/2025,,Theft,took a book',
      ].join('\n'),
    );
    expect(audit).toMatchObject({ dataRecords: 3, acceptedRows: 3 });
    expect(['1', '2', '3'].map((id) => byId.get(id)?.categories[0])).toEqual(['Theft', 'Fighting', 'Theft']);
  });
});
