import { expect, it } from 'vitest';
import { inflectVerb } from '../../src/classify/inflect-verb.ts';

it.each([
  ['kick', 'kicks', 'kicking', 'kicked', 'kicked'],
  ['slap', 'slaps', 'slapping', 'slapped', 'slapped'],
  ['punch', 'punches', 'punching', 'punched', 'punched'],
  ['tease', 'teases', 'teasing', 'teased', 'teased'],
  ['carry', 'carries', 'carrying', 'carried', 'carried'],
  ['elbow', 'elbows', 'elbowing', 'elbowed', 'elbowed'],
  ['lie', 'lies', 'lying', 'lied', 'lied'],
  ['knee', 'knees', 'kneeing', 'kneed', 'kneed'],
])('inflects %s', (base, third, present, past, participle) => {
  expect(inflectVerb(base, {})).toEqual({ base, third, present, past, participle });
});

it('asks the table of irregular verbs first, and changes only the first word', () => {
  expect(inflectVerb('bite', { bite: 'bit bitten' }).participle).toBe('bitten');
  expect(inflectVerb('hit', { hit: 'hit' }).past).toBe('hit');
  expect(inflectVerb('beat up', { beat: 'beat beaten' })).toMatchObject({
    third: 'beats up',
    participle: 'beaten up',
  });
});
