import type { ReportBlock, ReportSection, ReportTable } from '../../report-document.ts';
import { joinWords, uncapitalise } from '../sentences/format-number.ts';
import { drawGroups } from './draw-groups.ts';
import { chooseComparison, type GovernorContext, printCell } from './governor-context.ts';
import { tellGroups } from './tell-groups.ts';

/** 5: groups of pupils (with a roll) and pupils with many incidents. */
export function whoSection(context: GovernorContext): ReportSection {
  const { edition, words } = context;
  const rows = context.groups;
  const characteristics = [...new Set(rows.map(({ characteristic }) => characteristic))];
  const tooFew = characteristics.filter(
    (name) => !rows.some(({ characteristic, ratio }) => characteristic === name && ratio !== null),
  );
  const figure = drawGroups(rows, context);
  const left =
    tooFew.length === 0 || tooFew.length === characteristics.length
      ? ''
      : ` Too few to compare: ${joinWords(tooFew.map(uncapitalise))}.`;
  const groups: ReportBlock[] =
    edition.groups.length === 0
      ? [{ type: 'paragraph', text: words.no_roll }]
      : [
          ...(figure === null ? [] : [figure]),
          { type: 'paragraph', text: `${tellGroups(rows)}${left} ${words.groups_caution}` },
        ];
  return { heading: words.headings.who, blocks: [...groups, bandTable(context)] };
}

const BANDS = [
  ['one', 'One incident'],
  ['two_to_five', 'Two to five incidents'],
  ['six_or_more', 'Six or more incidents'],
] as const;

/** Pupils by the number of incidents they were in. */
export function bandTable(context: GovernorContext): ReportTable {
  const other = chooseComparison(context);
  return {
    type: 'table',
    caption: `Pupils by the number of incidents they were in, ${context.calls.now}`,
    columns: [
      { header: 'Pupils in', align: 'left', width: other === null ? 0.5 : 0.37 },
      { header: 'Pupils', align: 'right', width: other === null ? 0.25 : 0.18 },
      { header: 'Involvements', align: 'right', width: other === null ? 0.25 : 0.2 },
      ...(other === null
        ? []
        : [{ header: `Pupils, ${other.name.replace(/^the /, '')}`, align: 'right' as const, width: 0.25 }]),
    ],
    rows: BANDS.map(([band, title]) => ({
      cells: [
        title,
        printCell(context.edition.counts.bands[band].pupils, context),
        printCell(context.edition.counts.bands[band].involvements, context),
        ...(other === null ? [] : [printCell(other.counts.bands[band].pupils, context)]),
      ],
    })),
    note: context.words.bands_note,
  };
}
