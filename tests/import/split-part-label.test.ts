import { expect, test } from 'vitest';
import { splitPartLabel } from '../../src/import/split-part-label.ts';
import { importText } from './import-text.ts';

test.each([
  ['Victim: Ann Lee', 'harmed', 'Ann Lee'],
  ['Perpetrator - Ann Lee', 'harming', 'Ann Lee'],
  ['Witness(es): Ann Lee', 'unknown', 'Witness(es): Ann Lee'],
  ['Target(s) : Lee, Ann', 'harmed', 'Lee, Ann'],
  ['Class 7: Ann Lee', 'unknown', 'Class 7: Ann Lee'],
  ['Ann-Marie Lee', 'unknown', 'Ann-Marie Lee'],
  ['Ann Lee - Victim', 'harmed', 'Ann Lee'],
  ['Lee, Ann: witness', 'witness', 'Lee, Ann'],
  ['Ann Lee - Oak', 'unknown', 'Ann Lee - Oak'],
  ['Ann Lee-Victim', 'unknown', 'Ann Lee-Victim'],
  ['Ann Lee - see CPOMS', 'unknown', 'Ann Lee - see CPOMS'],
  ['Victim:', 'unknown', 'Victim:'],
])('%s', (text, role, name) => {
  expect(splitPartLabel(text)).toEqual({ role, name });
});

test('a part before a name is the part of the incident, and no part of the name', async () => {
  const { incidents, names } = await importText(
    [
      'Date,Pupil,Category,Linked Students',
      '12/01/2026,Victim: Ann Lee; Perpetrator: Bo Day,Theft,',
      '13/01/2026,"Perpetrator - Bo Day\nVictim - Ann Lee",Theft,Witness: Cy Fox',
      '14/01/2026,Bo Day,Theft,Victim: Mrs Dunn',
      '15/01/2026,Cy Fox; Victim: Mrs Dunn,Theft,',
      '16/01/2026,"Ann Lee (V), Bo Day (P), Cy Fox (W)",Theft,',
    ].join('\n'),
  );
  const said = incidents.map((incident) =>
    names(incident).map((name, index) => `${name} ${incident.involvements[index]?.role}`),
  );
  expect(said).toEqual([
    ['Ann Lee harmed', 'Bo Day harming'],
    ['Bo Day harming', 'Ann Lee harmed', 'Cy Fox witness'],
    ['Bo Day unknown'],
    ['Cy Fox unknown'],
    ['Ann Lee harmed', 'Bo Day harming', 'Cy Fox witness'],
  ]);
});
