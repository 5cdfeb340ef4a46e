import { readTaxonomy } from '../../../policy/taxonomy.ts';
import type { ReportSection } from '../../report-document.ts';
import { nationTerm } from '../words/read-nation-terms.ts';
import type { GovernorContext } from './governor-context.ts';
import { listPrintedCodes } from './serious-section.ts';

/** B: definitions of the labels that have a line in section 3; a name without a number needs none here. */
export function definitionsAnnex(context: GovernorContext): ReportSection {
  const printed = listPrintedCodes(context);
  const { nation } = context.edition.meta;
  return {
    heading: context.words.headings.annex_definitions,
    annex: true,
    blocks: [
      {
        type: 'table',
        caption: 'What is counted under each name of section 3',
        columns: [
          { header: 'Name', align: 'left', width: 0.27 },
          { header: 'What counts', align: 'left', width: 0.73 },
        ],
        rows: readTaxonomy()
          .labels.filter(({ code }) => printed.includes(code))
          .map(({ code, title, definition }) => ({
            cells: [
              nationTerm(nation, 'labels', code, title),
              nationTerm(nation, 'definitions', code, definition),
            ],
          })),
      },
    ],
  };
}
