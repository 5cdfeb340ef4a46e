import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOLDEN_SCHOOLS, GOLDENS, makeGoldens } from './make-goldens.ts';

// `npm run goldens` sets this and rewrites the files; CI never does.
const rewrite = process.env.TERMWISE_REWRITE_GOLDENS === 'yes' && process.env.CI === undefined;

describe.each(GOLDEN_SCHOOLS)('the whole line on %s', (school) => {
  it('says what it said when a person last read it', async () => {
    for (const [name, content] of await makeGoldens(school)) {
      const path = join(GOLDENS, name);
      if (rewrite) writeFileSync(path, content);
      else expect(content === readFileSync(path, 'utf8') ? name : firstDifference(path, content)).toBe(name);
    }
  });
});

/** A whole report as a diff is unreadable: the first line that differs is enough to go by. */
function firstDifference(path: string, content: string): string {
  const was = readFileSync(path, 'utf8').split('\n');
  const is = content.split('\n');
  const at = is.findIndex((line, index) => line !== was[index]);
  return `${path}:${at + 1}\n was: ${was[at]}\n is:  ${is[at]}\nIf this is meant, run: npm run goldens`;
}
