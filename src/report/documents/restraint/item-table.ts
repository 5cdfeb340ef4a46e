import type { ForceCase } from '../../../incident/force-case.ts';
import type { ReportTable } from '../../report-document.ts';
import { formatCount, formatShare } from '../sentences/format-number.ts';
import { countMissing } from './tell-force.ts';

/** No share of fewer records than this. */
const MIN_FOR_SHARE = 10;

/** Each thing asked: how many records show it and how many do not. */
export function itemTable(cases: readonly ForceCase[], caption: string, note: string): ReportTable {
  return {
    type: 'table',
    caption,
    columns: [
      { header: 'Thing asked', align: 'left', width: 0.46 },
      { header: 'Shown', align: 'right', width: 0.16 },
      { header: 'Not evidenced', align: 'right', width: 0.2 },
      { header: 'Shown, %', align: 'right', width: 0.18 },
    ],
    rows: countMissing(cases).map(({ title, shown, missing }) => ({
      cells: [
        title,
        formatCount(shown),
        formatCount(missing),
        cases.length < MIN_FOR_SHARE ? '–' : formatShare(shown / cases.length),
      ],
    })),
    note,
  };
}
