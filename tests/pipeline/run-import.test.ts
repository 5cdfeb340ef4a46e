import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { resolveConfig } from '../../src/cli/resolve-config.ts';
import { runImport, runInspection } from '../../src/pipeline.ts';
import { makeFolder } from '../helpers/make-folder.ts';

const folder = makeFolder('run-import');
const file = join(folder, 'export.csv');
const categories = join(folder, 'categories.csv');

writeFileSync(
  file,
  'Incident ID,Pupil Name,Date,Category,Details\n1,Ann Lee,01/10/2025,Zebra,Ann hid the pens.\n2,Bo Day,32/10/2025,Theft,A pen.\n',
);
writeFileSync(categories, 'Recorded Category,Code\nZebra,disruption\n');

const line = async () => ({
  files: [file],
  config: await resolveConfig({ categories }, folder),
  today: '2026-11-22',
});

it('reads exports by what the school says of its categories, and accounts for every row', async () => {
  const { incidents, audits, categoryMap } = await runImport(await line());
  expect(incidents.map(({ id }) => id)).toEqual(['1']);
  expect(categoryMap.find('Zebra')?.codes).toEqual(['disruption']);
  expect(audits).toMatchObject([{ dataRecords: 2, acceptedRows: 1, rejectedRows: 1 }]);
});

it('inspects exports with the same audit', async () => {
  const options = await line();
  expect(await runInspection(options)).toEqual((await runImport(options)).audits);
});
