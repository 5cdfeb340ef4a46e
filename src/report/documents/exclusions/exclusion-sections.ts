import type { GovernorSheet } from '../../../privacy/hide-sheet.ts';
import type { ReportSection } from '../../report-document.ts';
import { findSheet, sheetTable } from '../duties/sheet-table.ts';
import type { GovernorContext } from '../governors/governor-context.ts';
import { fillWords } from '../words/fill-words.ts';
import { readExclusionWords } from '../words/read-exclusion-words.ts';

/** How long suspensions lasted and, in England where records give any, the reasons by national code, in counts. */
export function exclusionSections(
  context: GovernorContext,
  sheets: readonly GovernorSheet[],
): readonly ReportSection[] {
  const { nation } = context.edition.meta;
  const words = readExclusionWords(nation);
  const name = context.calls.now;
  const length = findSheet(sheets, 'length').filter(({ total }) => total !== 0);
  const reasons = findSheet(sheets, 'reasons').filter(({ rows }) => nation === 'england' && rows.length > 0);
  if (length.length + reasons.length === 0) return [];
  return [
    {
      heading: words.heading,
      blocks: [
        ...length.map((sheet) =>
          sheetTable(sheet, context, {
            caption: fillWords(words.length_caption, { name }),
            header: 'Length',
            counted: 'Records',
            totalName: 'All records',
          }),
        ),
        ...reasons.map((sheet) =>
          sheetTable(sheet, context, {
            caption: fillWords(words.reasons_caption, { name }),
            header: 'Reason',
            counted: 'Records',
            note: words.reasons_note,
          }),
        ),
      ],
    },
  ];
}
