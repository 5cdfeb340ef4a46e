import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TermwiseError } from '../../src/errors.ts';
import { importExports } from '../../src/import/import-exports.ts';
import { inFolder, OPTIONS } from './import-text.ts';
import { mutateFile, seedFiles } from './mutate-file.ts';

/** More with `npm run fuzz-import`. */
const MUTATIONS = 200;

test('mutated files are read with their accounts in order, or refused in one line', async () => {
  const seeds = seedFiles();
  await inFolder(async (folder) => {
    const path = join(folder, 'mutated.csv');
    for (let seed = 0; seed < MUTATIONS; seed++) {
      writeFileSync(path, mutateFile(seeds[seed % seeds.length] ?? Buffer.alloc(0), seeds, seed));
      try {
        const { audits } = await importExports([path], OPTIONS);
        for (const audit of audits) {
          const { exactDuplicate, linkedPupil, superseded } = audit.mergedRows;
          expect(audit.acceptedRows + audit.rejectedRows, `seed ${seed}`).toBe(audit.dataRecords);
          expect(audit.distinctIncidents + exactDuplicate + linkedPupil + superseded, `seed ${seed}`).toBe(
            audit.acceptedRows,
          );
        }
      } catch (error) {
        if (!(error instanceof TermwiseError)) throw new Error(`seed ${seed}`, { cause: error });
        expect(error.message, `seed ${seed}`).toMatch(/^mutated\.csv[^\r\n]*$/);
      }
    }
  });
});
