import { expect, it } from 'vitest';
import { buildEngine } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const engine = buildEngine({ categoryMap: buildCategoryMap(), secondReader: null });

function findLabels(narrative: string): readonly string[] {
  const { candidates } = engine.read(makeIncident('1', '', narrative, ''), new Map());
  return candidates.filter(({ stop }) => stop === null).map(({ kind }) => kind.name);
}

it('takes whoever is hurt in the words of a child for no staff', () => {
  expect(findLabels('Ella said, "He kicked me in the leg and punched my arm."')).not.toContain(
    'staff.physical',
  );
  expect(findLabels('"She bit my arm," Ella sobbed.')).not.toContain('staff.physical');
});

it('but takes the words of staff, and what nobody says, for their own', () => {
  expect(findLabels('Mrs Dunn said, "He kicked me in the leg and punched my arm."')).toContain(
    'staff.physical',
  );
  expect(findLabels('He kicked me in the leg and punched my arm.')).toContain('staff.physical');
});
