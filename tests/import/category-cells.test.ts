import { expect, test } from 'vitest';
import { describeAudit } from '../../src/import/describe-audit.ts';
import { describeAuditText } from '../../src/import/describe-audit-text.ts';
import { importText } from './import-text.ts';

async function readCategories(header: string, ...rows: readonly string[]) {
  const lines = rows.map((row, index) => `${index + 1},Ann Lee,12/01/2026,${row},words`);
  const imported = await importText(
    [`Incident ID,Student,Incident Date,${header},Details`, ...lines].join('\n'),
  );
  return {
    ...imported,
    all: rows.map((_, index) => imported.byId.get(String(index + 1))?.categories),
  };
}

test.each([
  'Bullying<br>Theft',
  '<p>Bullying</p><p>Theft</p>',
  '<ul><li>Bullying</li><li>Theft</li></ul>',
  'Bullying | Theft',
  '"- Bullying\n- Theft"',
  '"• Bullying\n• Theft"',
  '"1. Bullying\n2. Theft"',
])('%j holds two categories', async (cell) => {
  expect((await readCategories('Category', cell)).all).toEqual([['Bullying', 'Theft']]);
});

test('a bullet before one category is no part of it; a number of the school’s own is', async () => {
  const { all } = await readCategories('Category', '• Bullying', '- Bullying', '1. Low level', '2. Serious');
  expect(all).toEqual([['Bullying'], ['Bullying'], ['1. Low level'], ['2. Serious']]);
});

test.each(['Category 1,Category 2,Category 3', 'Category,Category,Category'])(
  'each of %s is a category of its own',
  async (header) => {
    const { all, audit } = await readCategories(
      header,
      'Bullying,Theft,',
      'Fighting,,',
      'Bullying,Fighting,Theft',
      ',,Theft',
    );
    expect(all).toEqual([['Bullying', 'Theft'], ['Fighting'], ['Bullying', 'Fighting', 'Theft'], ['Theft']]);
    expect(audit.unmappedColumns).toEqual([]);
    expect(describeAudit(audit, false).further_columns).toEqual({ category: header.split(',').slice(1) });
    expect(describeAuditText(audit)).toContain(`  category: "${header.replaceAll(',', '", "')}"\n`);
    expect(audit.warnings.join()).not.toMatch(/more than once/);
  },
);

test('a count of categories to the right of the table adds none', async () => {
  const { incidents, audit } = await importText(
    'Date,Pupil,Category,Details,,Category,Count\n12/01/2026,Ann Lee,Theft,a,,Bullying,5\n13/01/2026,Bo Day,Fighting,b,,Theft,4\n',
  );
  expect(incidents.map(({ categories }) => categories)).toEqual([['Theft'], ['Fighting']]);
  expect(audit.furtherColumns).toEqual({});
});

test('a column of categories behind an empty one counts where the table goes on', async () => {
  const { incidents } = await importText(
    'Date,,Pupil,Category,,Category,Details\n12/01/2026,,Ann Lee,Theft,,Fighting,x\n',
  );
  expect(incidents.map(({ categories }) => categories)).toEqual([['Theft', 'Fighting']]);
});

test('a sub-category stays one beside its category', async () => {
  const { all } = await readCategories('Category,Sub-Category', 'Bullying,Verbal');
  expect(all).toEqual([['Bullying > Verbal']]);
});

test('P and N say as much as Positive and Negative', async () => {
  const { byId } = await readCategories(
    'Positive/Negative,Category',
    'P,Great work',
    'N,Disruption',
    'Poor,Fighting',
  );
  expect(['1', '2', '3'].map((id) => byId.get(id)?.kind)).toEqual(['positive', 'behaviour', 'behaviour']);
});

test('an arrow is a level down, whichever it is', async () => {
  const { all } = await readCategories(
    'Category',
    'Behaviour → Theft',
    'Behaviour › Theft',
    'Behaviour » Theft',
  );
  expect(all).toEqual([['Behaviour > Theft'], ['Behaviour > Theft'], ['Behaviour > Theft']]);
});

test.each([
  ['Bullying > Verbal, physical or online; Theft', ['Bullying > Verbal, physical or online', 'Theft']],
  ['Swearing, spitting, and biting', ['Swearing, spitting, and biting']],
  ['Rudeness, defiance and disruption', ['Rudeness, defiance and disruption']],
  ['Bullying, theft', ['Bullying', 'theft']],
  ['Bullying, Theft or Damage', ['Bullying', 'Theft or Damage']],
  ['Behaviour Incident, Prejudice - Racist', ['Behaviour Incident', 'Prejudice - Racist']],
  ['bullying, drugs and Alcohol', ['bullying', 'drugs and Alcohol']],
])('a comma before what goes on in small letters is part of a name: %s', async (cell, categories) => {
  expect((await readCategories('Category', `"${cell}"`)).all).toEqual([categories]);
});

test.each([
  ['bullying, verbal abuse or threats, damage', ['bullying', 'verbal abuse or threats', 'damage']],
  ['safeguarding, bullying or fighting', ['safeguarding', 'bullying or fighting']],
  ['Safeguarding, neglect and fighting', ['Safeguarding', 'neglect and fighting']],
  ['Positive, kindness and effort', ['Positive', 'kindness and effort']],
  ['Bullying, racism and sexism', ['Bullying', 'racism and sexism']],
  ['Verbal, physical or online, Theft', ['Verbal, physical or online', 'Theft']],
])(
  'small letters say nothing in a cell without capitals, nor behind what sorts records: %s',
  async (cell, categories) => {
    expect((await readCategories('Category', `"${cell}"`)).all).toEqual([categories]);
  },
);
