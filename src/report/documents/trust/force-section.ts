import type { CellTable } from '../../../privacy/governor-edition.ts';
import { type EditionForce, MOST_SCHOOLS, type TrustEdition } from '../../../privacy/trust-edition.ts';
import type { ReportSection } from '../../report-document.ts';
import { tellTotal } from './tell-total.ts';
import { numberColumns, printCount, type TrustContext } from './trust-context.ts';

/** Uses of force by school, and what the records hold of them. */
export function forceSection(
  whole: EditionForce,
  schools: TrustEdition['schools'],
  context: TrustContext,
  hiddenNote: string,
): ReportSection {
  const bySchool = schools.length <= MOST_SCHOOLS ? schools : [];
  const rows = [
    ...bySchool.map(({ school, force }) => ({ name: school, force })),
    { name: 'All schools', force: whole },
  ];
  const parts = [
    ['Records', ({ incidents }) => incidents],
    ['Pupils', ({ pupils }) => pupils],
    ['Entered on the day', ({ same_day }) => same_day],
    ['Parents told', ({ parents_told }) => parents_told],
  ] as const satisfies readonly (readonly [string, (force: EditionForce) => CellTable[string] | null])[];
  const silent = 'Parents told: a silent record does not mean that they were not.';
  if (bySchool.length === 0)
    return {
      heading: context.words.heading('force'),
      blocks: [
        { type: 'bullets', items: parts.map(([name, read]) => tellTotal(name, read(whole), context)) },
        { type: 'paragraph', text: silent, muted: true },
      ],
    };
  return {
    heading: context.words.heading('force'),
    blocks: [
      {
        type: 'table',
        caption: `Records of force, ${context.terms}`,
        columns: numberColumns(
          'School',
          parts.map(([name]) => name),
          0.4,
        ),
        rows: rows.map(({ name, force }, at) => ({
          cells: [name, ...parts.map(([, read]) => printCount(read(force), context))],
          ...(at === rows.length - 1 ? { total: true } : {}),
        })),
        note: `${silent} ${hiddenNote}${rows.some(({ force }) => force.pupils === null) ? context.words.say_('not_known') : ''}`,
      },
    ],
  };
}
