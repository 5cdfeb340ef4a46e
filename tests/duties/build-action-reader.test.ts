import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { buildActionReader } from '../../src/duties/build-action-reader.ts';
import { makeIncident, makeInvolvement } from '../helpers/make-labelled.ts';

const read = buildActionReader(assumeCalendar('england', '2025-09-01', '2026-07-01').calendar);
const pupils = new Map(
  ['Mia Clarke', 'Jake Osei'].map((name, at) => [
    `p${at}`,
    { key: `p${at}`, name, label: name, upn: null, dateOfBirth: null },
  ]),
);
/** Wednesday 5 November 2025; p0 is Mia, p1 is Jake. */
const readAction = (action: string) =>
  read(
    makeIncident({
      date: '2025-11-05',
      action,
      involvements: [makeInvolvement('p0'), makeInvolvement('p1')],
    }),
    pupils,
  );
const show = (action: string, code: string): string[] => [
  ...new Set(
    readAction(action)
      .filter((act) => act.code === code)
      .map(({ status, date, families }) =>
        [status, date?.slice(5) ?? '-', families.join('+')].join(' ').trim(),
      ),
  ),
];

describe('contact with parents', () => {
  it.each([
    ['Both sets of parents phoned 06/11/2025.', ['done 11-06 both']],
    ['Rang mum, no answer.', ['attempted -']],
    ['Rang mum. No answer.', ['attempted -']],
    ['Rang mum - voicemail.', ['attempted -']],
    ['Mum to be told tomorrow.', ['planned -']],
    ['Parents not informed.', ['not_done -']],
    ['Mia’s mum told at the door.', ['done 11-05 p0']],
    ['Jake: dad phoned.', ['done - p1']],
    ['Parents of Mia and Jake emailed on Friday.', ['done 11-07 p0+p1']],
    ['Rang mum to inform her.', ['done -']],
    ['Dad informed 06/11/2025, not impressed.', ['done 11-06']],
    ['Mum not very happy when told 06/11/2025.', ['done 11-06']],
    ["Mum wasn't surprised when told 06/11/2025.", ['done 11-06']],
    ['Dad not impressed, mum not told.', ['not_done -']],
    ["Rang Jake's mum, no answer. Jake's mum called back 07/11/2025.", ['attempted - p1', 'done 11-07 p1']],
  ])('%s', (action, expected) => {
    expect(show(action, 'response.parent_contact')).toEqual(expected);
  });
});

describe('two families with a day each', () => {
  it.each([
    ["Rang Mia's mum 06/11 and Jake's dad 10/11.", ['done 11-06 p0', 'done 11-10 p1']],
    ["06/11 rang Mia's mum, 10/11 Jake's dad.", ['done 11-06 p0', 'done 11-10 p1']],
    ["Victim's mum told 06/11 and perpetrator's mum 10/11.", ['done 11-06 harmed', 'done 11-10 harming']],
    ["Mum of Jake rung on Thursday and Mia's mum on Monday.", ['done 11-06 p1', 'done 11-10 p0']],
    ["06/11/2025 - rang Mia's mum, 10/11/2025 - rang Jake's mum.", ['done 11-06 p0', 'done 11-10 p1']],
    ["06/11: Mia's mum told; 10/11: Jake's mum told.", ['done 11-06 p0', 'done 11-10 p1']],
    ["10/11/2025 - rang Mia's mum on 06/11/2025.", ['done 11-06 p0']],
    ["07/11 - Mia's mum told. 10/11 - Jake's mum told on 08/11.", ['done 11-07 p0', 'done 11-08 p1']],
    ["Rang Mia's mum 06/11/2025 - she was happy, rang Jake's mum 10/11.", ['done 11-06 p0', 'done 11-10 p1']],
    // One day for both, or days that are not of one family each.
    ["Rang Mia's mum and Jake's dad 06/11.", ['done 11-06 p0+p1']],
    ["Rang Mia's mum and Jake's dad 06/11 and again 10/11.", ['done 11-06 p0+p1']],
    ['Rang both mums 06/11 and 10/11.', ['done 11-06 both']],
  ])('%s', (action, expected) => {
    expect(show(action, 'response.parent_contact')).toEqual(expected);
  });
});

describe('a parent who rings back', () => {
  it.each([
    ["Rang Mia's mum, no answer. She rang back on 06/11/2025.", ['attempted - p0', 'done 11-06 p0']],
    ["Rang Mia's mum, no answer. Mum called back the next day.", ['attempted - p0', 'done 11-06 p0']],
    [
      "Left a voicemail for Jake's dad; he returned my call on 07/11/2025.",
      ['attempted - p1', 'done 11-07 p1'],
    ],
    ['Rang home, no answer. They rang back 06/11/2025.', ['attempted -', 'done 11-06']],
    ['Rang both mums, no answer. Both rang back 06/11/2025.', ['attempted - both', 'done 11-06 both']],
    // Whose mum?
    [
      "Rang Mia's mum, no answer. Rang Jake's mum, no answer. She rang back.",
      ['attempted - p0', 'attempted - p1', 'done -'],
    ],
    [
      "Rang Mia's mum, no answer. Spoke to Jake's dad. He rang back.",
      ['attempted - p0', 'done - p1', 'done -'],
    ],
    // No family rang back, or it is not known who.
    ["Rang Mia's mum, no answer. Rang the social worker and she rang back.", ['attempted - p0']],
    ["Rang Mia's mum, no answer. DSL phoned MASH and they rang back within the hour.", ['attempted - p0']],
    ["Rang Mia's mum, no answer. Emailed the SENCO. They emailed back.", ['attempted - p0']],
    ["Rang Mia's mum, no answer. She hasn't rung back.", ['attempted - p0']],
    ["Rang Mia's mum, no answer. She never rang back.", ['attempted - p0']],
    [
      "Rang Mia's mum, no answer. DSL informed. She rang back on 06/11/2025.",
      ['attempted - p0', 'done 11-06 p0'],
    ],
    // No call back.
    ["Rang Mia's mum, no answer. She has not rung back.", ['attempted - p0']],
    ["Rang Mia's mum, no answer, asked her to ring back.", ['attempted - p0']],
    ["Rang Mia's mum, no answer. I rang back on 06/11/2025, no answer.", ['attempted - p0']],
    ['He tried to bite Mia. He called back at me.', []],
    ['She rang back on 06/11/2025.', []],
  ])('%s', (action, expected) => {
    expect(show(action, 'response.parent_contact')).toEqual(expected);
  });
});

describe('ordinary senses', () => {
  const showNarrative = (narrative: string, code: string): boolean =>
    read(makeIncident({ narrative }), pupils).some((act) => act.code === code && act.status === 'done');

  it.each([
    ['He used his knife and fork badly at lunch.', 'crime', false],
    ['She messed about in the fire drill.', 'crime', false],
    ['He had a knife in his bag.', 'crime', true],
    ['He threw his fork and pulled a knife.', 'crime', true],
    ['He set off the fire alarm and started a fire.', 'crime', true],
    ['She searched for her pencil case and shouted.', 'search', false],
    ['They searched online for films.', 'search', false],
    ['She was searched for a vape.', 'search', true],
    ['Staff searched for vapes in his bag.', 'search', true],
    ['We searched for the phone in his coat.', 'search', true],
    ['He waved a butter knife at Jake.', 'crime', true],
    ['He took a table knife and said he would stab Jake.', 'crime', true],
    ['He held his knife and fork badly.', 'crime', false],
    ['Her bag was searched.', 'search', true],
    ['Mia said that Mr Fry had pushed her.', 'staff_accused', true],
    ['Mia said to Mr Fry that Jake had pushed her.', 'staff_accused', false],
    ['Mia said that Jake had pushed her.', 'staff_accused', false],
    ['Mia said that Mr Fry saw Jake hitting her.', 'staff_accused', false],
    ['Mia said that Mr Fry called her name.', 'staff_accused', false],
    ['Mia said that Mr Fry called her a liar.', 'staff_accused', true],
    ['She had made it up.', 'found_untrue', true],
    ['The boys made it up.', 'found_untrue', false],
    ['It did not happen.', 'found_untrue', true],
    ['It did not happen again.', 'found_untrue', false],
  ])('%s', (narrative, code, isFound) => {
    expect(showNarrative(narrative, code)).toBe(isFound);
  });
});

describe('offers', () => {
  it.each([
    ['Parents offered the chance to see his records.', 'records_offered', ['done -']],
    ['Parents were invited to come in and look at the records.', 'records_offered', ['done -']],
    ['Mum asked if she would like to see the records.', 'records_offered', ['done -']],
    ['Parents to be offered the records.', 'records_offered', ['planned -']],
    ['Parents were not offered the records.', 'records_offered', ['not_done -']],
    ['Mediation offered.', 'mediation', ['planned -']],
    ['RJ offered but refused.', 'restorative_meeting', ['planned -']],
    ['Offered a restorative meeting.', 'restorative_meeting', ['planned -']],
    ['Restorative talk to take place when calm.', 'restorative_meeting', ['planned -']],
    ['A restorative meeting was offered.', 'restorative_meeting', ['planned -']],
    ['Offered them a restorative talk.', 'restorative_meeting', ['planned -']],
    ['In the restorative meeting Jake offered an apology.', 'restorative_meeting', ['done -']],
    ['After a restorative talk Jake offered to shake hands.', 'restorative_meeting', ['done -']],
    ['A restorative meeting was offered and took place at lunch.', 'restorative_meeting', ['done -']],
    ['Restorative talk suggested by Mr Cole and completed at lunch.', 'restorative_meeting', ['done -']],
    ['Restorative talk suggested and to be completed at lunch.', 'restorative_meeting', ['planned -']],
    ['RJ took place at lunch.', 'restorative_meeting', ['done -']],
    ['Offered RJ, accepted and completed same day.', 'restorative_meeting', ['done 11-05']],
    ['Offered RJ - accepted and held on 06/11/2025.', 'restorative_meeting', ['done 11-06']],
    ['RJ offered. Accepted. This took place at lunch.', 'restorative_meeting', ['done -']],
    ['RJ to be held. This happened at lunch.', 'restorative_meeting', ['planned -']],
    ['RJ to be held on Thursday. Held on 06/11/2025.', 'restorative_meeting', ['done 11-06']],
    ['Offered RJ, accepted and completed a worksheet.', 'restorative_meeting', ['planned -']],
    ['DSL to be informed and RJ completed today.', 'dsl_told', ['planned 11-05']],
    ['Offered RJ. Agreed and form completed same day.', 'restorative_meeting', ['planned -']],
    ['Offered RJ, accepted but not completed.', 'restorative_meeting', ['planned -']],
    ['Offered RJ, accepted. Completed the form same day.', 'restorative_meeting', ['planned -']],
    ['RJ held, ELSA offered.', 'restorative_meeting', ['done -']],
    ['Peer mediation held.', 'mediation', ['done -']],
    ['Jake declined mediation.', 'mediation', ['not_done -']],
    ['Sent to sit outside the room for 25 minutes.', 'removed', ['done -']],
  ])('%s', (action, code, expected) => {
    expect(show(action, code)).toEqual(expected);
  });
});

describe('days', () => {
  it.each([
    ['06/11/2025: DSL informed. LA form sent.', 'la_form', ['done 11-06']],
    ['DSL informed, LA form completed 10/11/25.', 'dsl_told', ['done 11-10']],
    ['DSL informed the next day.', 'dsl_told', ['done 11-06']],
    ['DSL informed 3 days later.', 'dsl_told', ['done 11-08']],
    ['[2025-11-06 09:15 - Mr Shah] DSL informed.', 'dsl_told', ['done 11-06']],
    ['DSL informed on 12th November.', 'dsl_told', ['done 11-12']],
    ['DSL informed.', 'dsl_told', ['done -']],
    ['DSL told next school day.', 'dsl_told', ['done 11-06']],
    ['Mum met 10/11/2025; DSL told two days later.', 'dsl_told', ['done 11-12']],
    ['Review to be held 12/11/2025. DSL told the next day.', 'dsl_told', ['done 11-06']],
    ['Back in school on 10/11/2025.', 'returned', ['done 11-10']],
    ['Returned 10/11/2025.', 'returned', ['done 11-10']],
  ])('%s', (action, code, expected) => {
    expect(show(action, code)).toEqual(expected);
  });
});

describe('several things in one cell', () => {
  it('keeps what is planned or denied to its own clause', () => {
    const action = 'Governors told, LA to be notified; risk assessment not done but safety plan written.';
    expect(show(action, 'governors_told')).toEqual(['done -']);
    expect(show(action, 'la_told')).toEqual(['planned -']);
    expect(show(action, 'risk_assessment')).toEqual(['not_done -']);
    expect(show(action, 'safety_plan')).toEqual(['done -']);
  });

  it('points at the words it read', () => {
    const action = 'Time out. DSL informed.';
    const [act] = readAction(action).filter(({ code }) => code === 'dsl_told');
    expect(action.slice(act?.start, act?.end)).toBe('DSL informed');
  });

  it('reads any text to an end, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
        expect(readAction(text)).toEqual(readAction(text));
      }),
      { numRuns: 60 },
    );
  });
});

describe('sent home', () => {
  it.each([
    ['Mia sent home.', ['done -']],
    ['A bump note was sent home.', []],
    ['Letter sent home with Mia.', []],
    ['Mum asked to collect him early.', ['done - ']],
  ])('%s', (action, expected) => {
    expect(show(action, 'sent_home').map((one) => one.split(' ')[0])).toEqual(
      expected.map((one) => one.split(' ')[0]),
    );
  });
});

describe('what a record is about', () => {
  const holds = (narrative: string, code: string): boolean =>
    read(makeIncident({ date: '2025-11-05', narrative, involvements: [makeInvolvement('p0')] }), pupils).some(
      (act) => act.code === code && act.status === 'done',
    );

  it.each([
    ['Mia grabbed Ms Pike’s lanyard and would not let go.', 'staff_boundary'],
    ['Mia admitted that she had made it up about Mr Cole.', 'malicious'],
    ['Mia lied that Mr Cole had pushed her.', 'malicious'],
    ['Mia told an untrue story about Mrs Bell hitting her.', 'malicious'],
    ['Mum collected her at the end of the day and was told.', 'collected_as_usual'],
    ['Dad picked Mia up at home time.', 'collected_as_usual'],
    ['Gran collected her for the dentist.', 'collected_as_usual'],
    ['Mum collected her after school.', 'collected_as_usual'],
    ['Dad picked Mia up from after school club.', 'collected_as_usual'],
  ])('%s', (narrative, code) => {
    expect(holds(narrative, code)).toBe(true);
  });

  it.each([
    ['Mia did not touch the lanyard.', 'staff_boundary'],
    ['Mia made up a story about dragons for Mr Cole.', 'malicious'],
    ['Mia lied to Mr Cole about who pushed Jake.', 'malicious'],
    ['Mia made it up that Jake hit her.', 'malicious'],
    ['Mum was asked to collect her before the end of the day.', 'collected_as_usual'],
    ['Mum picked her up before lunch. She walks home after school.', 'collected_as_usual'],
    ['Mum collected her at 11 as she could not settle.', 'collected_as_usual'],
    ['Mum collected her from school at 11.', 'collected_as_usual'],
    ['Dad came and picked her up from school to calm down.', 'collected_as_usual'],
  ])('is not: %s', (narrative, code) => {
    expect(holds(narrative, code)).toBe(false);
  });
});
