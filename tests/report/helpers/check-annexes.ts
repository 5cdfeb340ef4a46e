import { expect } from 'vitest';
import { numberHeadings } from '../../../src/report/number-headings.ts';
import type { ReportDocument } from '../../../src/report/report-document.ts';
import { listDocumentText } from '../documents/list-document-text.ts';

/** What each annex that a text may send its reader to holds. */
const HOLDS: Readonly<Record<string, string>> = {
  A: 'The numbers behind the figures',
  B: 'What the words mean',
  C: 'How good the records are',
  D: 'How the numbers are made',
};

/** Every annex, section and heading that a text names is in the report, and is the one that is meant. */
export function checkAnnexes(document: ReportDocument): void {
  const headings = numberHeadings(document.sections);
  for (const text of listDocumentText(document)) {
    for (const [, letter = ''] of text.matchAll(/\bannex ([A-Z])\b/g))
      expect(headings, text).toContain(`Annex ${letter}: ${HOLDS[letter]}`);
    for (const [, number = ''] of text.matchAll(/\bof section (\d)\b/g))
      expect(
        headings.some((heading) => heading.startsWith(`${number}. `)),
        text,
      ).toBe(true);
    for (const [, name = ''] of text.matchAll(/\bsee ‘([^’]+)’/g))
      expect(
        headings.some((heading) => /^(\d+\.|Annex \w:) /.test(heading) && heading.endsWith(name)),
        text,
      ).toBe(true);
  }
}
