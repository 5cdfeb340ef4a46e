import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import type { Incident, Pupil } from '../../src/incident/incident.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const classifier = buildClassifier({ categoryMap: buildCategoryMap(), secondReader: null });
const nobody = new Map<string, Pupil>();

function classify(category: string, narrative: string, action = '') {
  return classifier.classify(makeIncident('I1', category, narrative, action), nobody);
}
function codes(category: string, narrative: string, action = ''): string[] {
  return classify(category, narrative, action)
    .labels.filter((label) => label.status === 'alleged' || label.status === 'observed')
    .map((label) => label.code);
}

function withPupils(
  narrative: string,
  names: readonly string[],
): { incident: Incident; pupils: Map<string, Pupil> } {
  const pupils = new Map(
    names.map((name, index) => [
      `p${index}`,
      { key: `p${index}`, name, label: name, upn: null, dateOfBirth: null },
    ]),
  );
  const involvements = names.map((_, index) => ({
    pupil: `p${index}`,
    role: 'unknown' as const,
    origin: index === 0 ? ('row' as const) : ('linked' as const),
    yearGroup: null,
    className: null,
  }));
  return { incident: { ...makeIncident('I1', '', narrative, ''), involvements }, pupils };
}

describe('evidence', () => {
  it('points at the words in the field as imported', () => {
    const narrative = 'At lunch Tom punched Sam. He then swore at Mrs Jones.';
    for (const label of classify('', narrative).labels) {
      for (const { field, start, end, text } of label.evidence) {
        expect(field).toBe('narrative');
        expect(narrative.slice(start, end)).toBe(text);
      }
    }
  });
  it('masks slurs', () => {
    const label = classify('', 'He called her a paki.').labels.find((one) => one.code === 'prejudice.racist');
    expect(label?.evidence.map((evidence) => evidence.text).join(' ')).toContain('p***');
    expect(JSON.stringify(label)).not.toContain('paki');
  });
  it('lies within the text, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const label of classify('Bullying', text, text).labels) {
          for (const { field, start, end } of label.evidence) {
            const length = field === 'category' ? 'Bullying'.length : text.length;
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('statuses and reasons', () => {
  it('says alleged when somebody says so, observed otherwise', () => {
    const status = (text: string) =>
      classify('', text).labels.find((label) => label.code === 'child_on_child.physical')?.status;
    expect(status('Sam said that Tom punched him.')).toBe('alleged');
    expect(status('Tom punched Sam.')).toBe('observed');
  });
  it('lists what was stopped, with the cue', () => {
    const { labels, suppressed } = classify('', 'No racist language was used.');
    expect(labels).toEqual([]);
    expect(suppressed[0]).toMatchObject({ code: 'prejudice.racist', reason: 'negated' });
    expect(suppressed[0]?.evidence.map((evidence) => evidence.rule)).toContain('neg.forward');
  });
  it('keeps an allegation that was not upheld apart, and sends it to review', () => {
    const { labels, review } = classify('', 'The allegation of bullying was not upheld.');
    expect(labels.find((label) => label.code === 'bullying')?.status).toBe('not_upheld');
    expect(review.map((reason) => reason.reason)).toContain('not_upheld');
  });
});

describe('category and text', () => {
  it('takes a specific category at its word when the text is silent, weakly', () => {
    const label = classify('Racist incident', 'See attached form.').labels.find(
      (one) => one.code === 'prejudice.racist',
    );
    expect(label).toMatchObject({ strength: 1 });
  });
  it('sends a category that the text denies to review', () => {
    const { labels, review } = classify('Bullying', 'This was not bullying, they are friends again.');
    expect(labels.filter((label) => label.code === 'bullying' && label.status !== 'not_upheld')).toEqual([]);
    expect(review.map((reason) => reason.reason)).toContain('category_contradicted');
  });
  it('reads a bare blow under a category of assaults on staff as a blow at staff', () => {
    expect(codes('Assault on staff', 'Kicked and then bit.')).toContain('staff.physical');
  });
});

describe('bullying', () => {
  it('needs a name, or harm to a child again and again', () => {
    expect(codes('', 'Ben called Sam smelly every day since September.')).toEqual(
      expect.arrayContaining(['bullying', 'bullying.verbal', 'child_on_child']),
    );
    expect(codes('', 'Ben called Sam smelly at lunch.')).not.toContain('bullying');
    expect(codes('', 'Ben was talking in class every day since September.')).not.toContain('bullying');
  });
  it('asks a person about one cross word', () => {
    const { review } = classify('', 'Ben called Sam smelly at lunch.');
    expect(review).toContainEqual(
      expect.objectContaining({ reason: 'harm_without_repetition', code: 'bullying' }),
    );
  });
});

describe('a pupil who says that it is not true', () => {
  it.each([
    ['Ana tells everyone Jo has germs every day. Ana says it is not true.', true],
    ['Ana tells everyone Jo has germs every day. She insists that it never happened.', true],
    ['Ana tells everyone Jo has germs every day. When asked, Ana told Mr Ali it was untrue.', true],
    ['Ana tells everyone Jo has germs every day. Staff found that it was not true.', false],
    ['Ana tells everyone Jo has germs every day. CCTV was checked, it is not true.', false],
  ])('takes no bullying back: %s', (text, stands) => {
    expect(codes('Bullying', text).includes('bullying')).toBe(stands);
  });
});

describe('dinner play', () => {
  it.each([
    ['At dinner play, Ana called Jo "special needs" as an insult.', true],
    ['During the game Ana called Jo special needs.', true],
    ['The school play about a boy who is called special needs was watched by all.', false],
  ])('is no play on a stage: %s', (text, stands) => {
    expect(codes('', text).includes('prejudice.disablist')).toBe(stands);
  });
});

describe('whom prejudice is aimed at', () => {
  it.each([
    ['Tom called Amir a terrorist.', true, false],
    ['N-word shouted across the hall, aimed at nobody.', false, false],
    ['He told Mrs Begum to get back on the boat.', false, true],
  ])('%s', (text, child, staff) => {
    expect(codes('', text).includes('child_on_child')).toBe(child);
    expect(codes('', text).includes('staff.verbal')).toBe(staff);
  });
});

describe('parts of pupils', () => {
  it.each([
    ['Jayden called Eliza names in the playground.', 'harming', 'harmed'],
    ['Eliza was pushed over by Jayden.', 'harming', 'harmed'],
    ['Jayden Green punched EJ in the line.', 'harming', 'harmed'],
    ['A fight between Jayden and Eliza at lunch.', undefined, undefined],
    ['Jayden said that Eliza hit him.', 'harmed', 'harming'],
    ['Jayden and Tom keep taunting her.', 'harming', undefined],
    ['Jayden, Eliza and Tom kicked him in the line.', 'harming', 'harming'],
    ['Eliza & Jayden called him names.', 'harming', 'harming'],
    ['Eliza cried. Jayden and Tom shoved her.', 'harming', 'harmed'],
    ['Eliza fell over and Jayden kicked her.', 'harming', 'harmed'],
    ['Rumours about Eliza again from Jayden, every break.', 'harming', 'harmed'],
    ['Rumours from Jayden about Eliza and a boy.', 'harming', 'harmed'],
    ['Nasty messages about Eliza sent by Jayden.', 'harming', 'harmed'],
    ['Name calling, Jayden to Eliza, over a game.', 'harming', 'harmed'],
    ['Insults from Eliza, aimed at Jayden.', 'harmed', 'harming'],
    ['Name calling, Jayden and Eliza, over a game.', undefined, undefined],
    ['Jayden is bullying Eliza because she is small.', 'harming', 'harmed'],
    ['Eliza is being bullied by Jayden.', 'harming', 'harmed'],
    ['Eliza says that Jayden is bullying her.', 'harming', 'harmed'],
    ['Eliza stays at home because Jayden is bullying her.', 'harming', 'harmed'],
    ["Jayden's bullying of Eliza has got worse.", 'harming', 'harmed'],
    ['The bullying of Eliza by Jayden continues.', 'harming', 'harmed'],
    ['Jayden is making fun of Eliza.', 'harming', 'harmed'],
    ["Eliza's bag was hidden by Jayden again.", 'harming', 'harmed'],
    ['Eliza got nasty messages from Jayden.', 'harming', 'harmed'],
    ['Jayden refuses to sit by Eliza because she is black.', 'harming', 'harmed'],
    ['Jayden helps Eliza, who is bullied.', undefined, 'harmed'],
    ['Jayden is not bullying Eliza.', undefined, undefined],
  ])('%s', (text, first, second) => {
    const { incident, pupils } = withPupils(text, ['Jayden Green', 'Eliza Jackson']);
    const { roles } = classifier.classify(incident, pupils);
    expect([roles.get('p0'), roles.get('p1')]).toEqual([first, second]);
  });
  it('cannot tell two pupils of one forename apart', () => {
    const { incident, pupils } = withPupils('Mason hit Mason on the arm.', ['Mason Iqbal', 'Mason Todd']);
    expect(classifier.classify(incident, pupils).roles.size).toBe(0);
  });
});

describe('long and hostile text', () => {
  it.each([
    ['one blow after another', 'hit '.repeat(4000)],
    ['pronouns without end', 'him her him '.repeat(2000)],
    ['200 KB in one sentence', 'he hit sam and called her fat cow every day '.repeat(4500)],
    ['200 KB of quotes', "'".repeat(200_000)],
    ['200 KB of questions', 'a fight? '.repeat(22_000)],
    ['200 KB of names in quotation marks', '"fight '.repeat(28_000)],
    ['one endless word', 'a'.repeat(200_000)],
  ])('%s ends soon', (_, text) => {
    classify('', text);
    const before = process.cpuUsage();
    classify('', text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(400);
  });
  it('says that it did not read everything', () => {
    expect(classify('', 'went home '.repeat(4000)).review.map((reason) => reason.reason)).toContain(
      'truncated',
    );
  });
});

it('gives the same answer twice, also from another classifier', () => {
  const other = buildClassifier({ categoryMap: buildCategoryMap(), secondReader: null });
  const text = 'Tom punched Sam again today and called him a fat cow. Mum told.';
  expect(other.version).toBe(classifier.version);
  expect(classify('', text)).toEqual(other.classify(makeIncident('I1', '', text, ''), nobody));
});

const SCHOOL = '../shared/eval/detection/school-101/incidents.csv';
describe.skipIf(!existsSync(SCHOOL))('the narratives of a made-up school', () => {
  it('name harming and harmed where one pupil acts on another', () => {
    const lines = readFileSync(SCHOOL, 'utf8').split('\n').slice(1);
    let right = 0;
    let wrong = 0;
    for (const line of lines) {
      const [, name = '', ...rest] = line.split(',');
      const linked = rest.at(-3) ?? '';
      const narrative = rest.slice(12, -4).join(',');
      if (linked === '' || linked.includes(';') || !/ (called|pushed|hit|mocked) /.test(narrative)) continue;
      if (name.split(' ')[0] === linked.split(' ')[0]) continue;
      const { incident, pupils } = withPupils(narrative.replaceAll('"', ''), [name, linked]);
      const { roles } = classifier.classify(incident, pupils);
      if (roles.get('p0') === 'harming' && roles.get('p1') === 'harmed') right++;
      else wrong++;
    }
    expect(right).toBeGreaterThan(20);
    expect(wrong / (right + wrong)).toBeLessThan(0.03);
  });
});

describe('a person who was not told', () => {
  const { classify } = buildClassifier({ categoryMap: buildCategoryMap(), secondReader: null });
  const codesOf = (action: string) =>
    classify(makeIncident('1', '', 'Sam hit Ella.', action), new Map()).labels.map(({ code }) => code);
  it.each([
    ['Mum has been told.', true],
    ['Mum was spoken to.', true],
    ['Mum has not been told.', false],
    ['Mum was not spoken to.', false],
  ])('%s', (action, isTold) => {
    expect(codesOf(action).includes('response.parent_contact')).toBe(isTold);
  });
});
