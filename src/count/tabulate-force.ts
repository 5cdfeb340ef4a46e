import type { CountSheet } from '../incident/count-sheet.ts';
import type { ForceCase } from '../incident/force-case.ts';
import { countBy } from './count-by.ts';

/** Upper ends of the bands of length, in minutes. */
const SHORT = 5;
const LONG = 15;

/** Things asked that duties tell too. */
const SAME_DAY: readonly string[] = ['same_day', 'parents'];

/** What governors may ask of the use of force, in counts: what the records hold, whose, how long, and who was told. */
export function tabulateForce(cases: readonly ForceCase[]): readonly CountSheet[] {
  const base = ['labels.positive_handling'];
  const perPupil = Object.values(countBy(cases.flatMap((each) => each.pupils)));
  const pupils = perPupil.length;
  const count = (holds: (each: ForceCase) => boolean): number => cases.filter(holds).length;
  const sheet = (
    id: string,
    holds: CountSheet['holds'],
    rows: readonly (readonly [string, number])[],
  ): CountSheet => ({
    id,
    total: cases.length,
    base,
    pupils,
    holds,
    rows: rows.map(([name, count]) => ({ name, count })),
  });
  const items = cases[0]?.items ?? [];
  const tellItems = (some: typeof items): (readonly [string, number])[] =>
    some.map(({ id, title }) => [
      title,
      count(({ items: own }) => own.some((item) => item.id === id && item.shown)),
    ]);
  return [
    sheet('parents', 'parts', [
      ['The same day', count(({ parents }) => parents === 'same_day')],
      ['Later', count(({ parents }) => parents === 'later')],
      ['Told, no day given', count(({ parents }) => parents === 'undated')],
      ['Not evidenced', count(({ parents }) => parents === 'not_shown')],
    ]),
    sheet('length', 'parts', [
      [`Up to ${SHORT} minutes`, count(({ minutes }) => minutes !== null && minutes <= SHORT)],
      [
        `Over ${SHORT} and up to ${LONG} minutes`,
        count(({ minutes }) => minutes !== null && minutes > SHORT && minutes <= LONG),
      ],
      [`Over ${LONG} minutes`, count(({ minutes }) => minutes !== null && minutes > LONG)],
      ['Not evidenced', count(({ minutes }) => minutes === null)],
    ]),
    sheet('needs', 'parts', [
      ['needs', count(({ sen }) => sen === true)],
      ['no_needs', count(({ sen }) => sen === false)],
      ['Not on the roll given', count(({ sen }) => sen === null)],
    ]),
    {
      id: 'pupils',
      total: pupils,
      base,
      pupils,
      holds: 'parts',
      rows: [
        { name: 'One record', count: perPupil.filter((records) => records === 1).length },
        { name: 'Two records or more', count: perPupil.filter((records) => records > 1).length },
      ],
    },
    sheet('same_day', 'marks', tellItems(items.filter(({ id }) => SAME_DAY.includes(id)))),
    sheet('items', 'marks', [
      ...tellItems(items.filter(({ id }) => !SAME_DAY.includes(id))),
      ['An injury or first aid', count(({ injury }) => injury)],
    ]),
  ];
}
