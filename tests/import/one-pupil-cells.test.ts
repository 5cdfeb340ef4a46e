import { expect, it } from 'vitest';
import { parseCategories } from '../../src/import/parse-categories.ts';
import { splitPupils } from '../../src/import/pupil-name.ts';

it.each([
  ['Smith, John, 7B', ['Smith, John']],
  ['Smith, John, Year 7', ['Smith, John']],
  ['Smith, Ann, Marie', ['Smith, Ann, Marie']],
  ['Khan, Ali, III', ['Khan, Ali, III']],
  ['Ann Lee + 2 others', ['Ann Lee']],
  ['Lee, Ann +1', ['Lee, Ann']],
  ['Ann Lee & friends', ['Ann Lee']],
  ['Ann Lee, Unknown', ['Ann Lee']],
  ['Ann Lee, Various, Bo Day', ['Ann Lee', 'Bo Day']],
  ['No, Min-jun', ['No, Min-jun']],
  ['Lee, Ann, Ray, Bo', ['Lee, Ann', 'Ray, Bo']],
])('%s names %j', (cell, pupils) => {
  expect(splitPupils(cell)).toEqual(pupils);
});

it.each([
  ['-ve: Disruption', ['-ve > Disruption']],
  ['- Disruption', ['Disruption']],
  ['•Disruption', ['Disruption']],
])('the category %s is %j', (cell, categories) => {
  expect(parseCategories(cell, '').paths).toEqual(categories);
});

it.each([
  ['Ann Lee vs Bo Day', ['Ann Lee', 'Bo Day']],
  ['Ann vs. Bo', ['Ann', 'Bo']],
  ['Ann Lee v Bo Day', ['Ann Lee', 'Bo Day']],
  ['Ann Lee with Bo Day', ['Ann Lee', 'Bo Day']],
  ['Lee, Ann v Day, Bo', ['Lee, Ann', 'Day, Bo']],
  ['Siân Llwyd a Gwen Tŵr', ['Siân Llwyd', 'Gwen Tŵr']],
  ['Siân Llwyd ac Alun Wyn', ['Siân Llwyd', 'Alun Wyn']],
  ['Maria a Costa', ['Maria a Costa']],
  ['Ann Lee a new boy', ['Ann Lee a new boy']],
  ['Ann V Lee', ['Ann V Lee']],
  ['Ann v Lee', ['Ann v Lee']],
  ['Anna v. Berg', ['Anna v. Berg']],
])('%s names %j, one against the other', (cell, pupils) => {
  expect(splitPupils(cell)).toEqual(pupils);
});
