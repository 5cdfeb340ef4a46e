import type { CountSheet } from '../incident/count-sheet.ts';
import type { ForceCase } from '../incident/force-case.ts';
import { countBy } from './count-by.ts';
import { pupilRow, tallyRow } from './tally-row.ts';

/** Upper ends of the bands of length, in minutes. */
const SHORT = 5;
const LONG = 15;

/** Things asked that duties tell too. */
const SAME_DAY: readonly string[] = ['same_day', 'parents'];

/** Things asked that another sheet tells in parts: what that gives as not evidenced is what lacks the mark. */
const TOLD_BY: Readonly<Record<string, string>> = { duration: 'length', needs: 'needs' };

/** What governors may ask of the use of force, in counts: what the records hold, whose, how long, and who was told. */
export function tabulateForce(cases: readonly ForceCase[]): readonly CountSheet[] {
  const base = ['labels.positive_handling'];
  const perPupil = Object.values(countBy(cases.flatMap((each) => each.pupils)));
  const pupils = perPupil.length;
  const sheet = (
    id: string,
    holds: CountSheet['holds'],
    rows: readonly (readonly [string, (each: ForceCase) => boolean])[],
  ): CountSheet => ({
    id,
    total: cases.length,
    base,
    pupils,
    holds,
    named_by: 'termwise',
    rows: rows.map(([name, has]) => tallyRow(name, cases, has, (each) => each.pupils)),
  });
  const items = cases[0]?.items ?? [];
  const tellItems = (some: typeof items): (readonly [string, (each: ForceCase) => boolean])[] =>
    some.map(({ id, title }) => [
      title,
      ({ items: own }) => own.some((item) => item.id === id && item.shown),
    ]);
  const asked = items.filter(({ id }) => !SAME_DAY.includes(id));
  return [
    sheet('parents', 'parts', [
      ['The same day', ({ parents }) => parents === 'same_day'],
      ['Later', ({ parents }) => parents === 'later'],
      ['Told, no day given', ({ parents }) => parents === 'undated'],
      ['Not evidenced', ({ parents }) => parents === 'not_shown'],
    ]),
    sheet('length', 'parts', [
      [`Up to ${SHORT} minutes`, ({ minutes }) => minutes !== null && minutes <= SHORT],
      [
        `Over ${SHORT} and up to ${LONG} minutes`,
        ({ minutes }) => minutes !== null && minutes > SHORT && minutes <= LONG,
      ],
      [`Over ${LONG} minutes`, ({ minutes }) => minutes !== null && minutes > LONG],
      ['Not evidenced', ({ minutes }) => minutes === null],
    ]),
    sheet('needs', 'parts', [
      ['needs', ({ sen }) => sen === true],
      ['no_needs', ({ sen }) => sen === false],
      ['Not on the roll given', ({ sen }) => sen === null],
    ]),
    {
      id: 'pupils',
      total: pupils,
      base,
      pupils,
      holds: 'parts',
      named_by: 'termwise',
      rows: [
        pupilRow('One record', perPupil.filter((records) => records === 1).length),
        pupilRow('Two records or more', perPupil.filter((records) => records > 1).length),
      ],
      // Thirteen pupils in fourteen records are twelve in one and one in two, so the number of records counts too.
      worth: {
        sum: perPupil.reduce((sum, records) => sum + records, 0),
        each: [
          [1, 1],
          [2, null],
        ],
      },
    },
    sheet('same_day', 'marks', tellItems(items.filter(({ id }) => SAME_DAY.includes(id)))),
    tellApart(
      sheet('items', 'marks', [...tellItems(asked), ['An injury or first aid', ({ injury }) => injury]]),
      asked.map(({ id }) => TOLD_BY[id]),
    ),
  ];
}

/** A sheet with the sheets that tell its rows too, in their order. */
function tellApart(sheet: CountSheet, by: readonly (string | undefined)[]): CountSheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row, at) => {
      const other = by[at];
      return other === undefined ? row : { ...row, told_by: other };
    }),
  };
}
