import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchoolReturn } from '../../src/trust/school-return.ts';
import { signReturn } from '../../src/trust/sign-return.ts';

/** Copies one return under many schools' names, each signed anew: `make-returns.ts RETURN.json FOLDER [COUNT]`. */
const [from = '', folder = '', count = '1000'] = process.argv.slice(2);
const made = JSON.parse(readFileSync(from, 'utf8')) as SchoolReturn;
mkdirSync(folder, { recursive: true });
for (let at = 1; at <= Number(count); at += 1) {
  const incidents = made.counts.incidents + (at % 97);
  const body = {
    ...made,
    school: `School ${String(at).padStart(4, '0')}`,
    counts: { ...made.counts, incidents },
  };
  writeFileSync(
    join(folder, `school-${at}.return.json`),
    `${JSON.stringify({ ...body, signature: signReturn(body) }, null, 2)}\n`,
  );
}
