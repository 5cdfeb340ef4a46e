import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from '../../src/import/write-csv.ts';
import { importText } from './import-text.ts';

/** Column names of the layouts, in an order of their own, for the same eight facts. */
const LAYOUTS = {
  cpoms: [
    'Incident ID',
    'Student',
    'Date/Time of incident',
    'Categories',
    'Incident details',
    'Actions',
    'Linked Students',
    'Added By',
  ],
  myconcern: [
    'Concern ID',
    'Pupil',
    'Concern Date',
    'Concern Type',
    'Concern Details',
    'Action Taken',
    'Other Pupils Involved',
    'Reported By',
  ],
  arbor: [
    'Behaviour Incident ID',
    'Students Involved',
    'Incident Date',
    'Behaviour Type',
    'Incident Narrative',
    'Follow Up',
    'Linked Students',
    'Staff Involved',
  ],
  bromcom: [
    'Event ID',
    'Student',
    'Event Date',
    'Event',
    'Comments',
    'Outcome',
    'Affected Students',
    'Logged By',
  ],
  sims: [
    'Incident Number',
    'Name',
    'Date',
    'Type',
    'Comments',
    'Action Taken',
    'Linked Pupils',
    'Recorded By',
  ],
  'class-charts': [
    'Activity ID',
    'Pupil Name',
    'Timestamp',
    'Reason',
    'Note',
    'Action',
    'Linked Pupils',
    'Awarded By',
  ],
  wonde: [
    'mis_id',
    'student_name',
    'incident_date',
    'type',
    'comment',
    'action',
    'Linked Pupils',
    'Recorded By',
  ],
  generic: [
    'Ref',
    'Child',
    'When',
    'Nature of incident',
    'What happened?',
    'Outcome',
    'Others Involved',
    'Teacher',
  ],
} as const;

const word = fc.constantFrom('Ann', 'Bo', 'Zoë', 'Cy', "O'Dell", 'Marr-Jones', 'Kit');
const name = fc.tuple(word, word).map((parts) => parts.join(' '));
const text = fc
  .array(
    fc.constantFrom(
      'He said "no"',
      '=1+1',
      '- a list',
      'it’s £5 – more',
      'a, b; c | d',
      'two\nlines',
      'tab\there',
      '+44',
      "'=x",
      'naïve',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));
const incident = fc.record({
  id: fc.integer({ min: 1, max: 99_999 }).map((number) => `R${number}`),
  name,
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  hour: fc.integer({ min: 8, max: 16 }),
  categories: fc.uniqueArray(
    fc.constantFrom(
      'Bullying',
      'Fighting',
      'Prejudice - Racist',
      'Behaviour > Defiance',
      'Damage / Vandalism',
    ),
    { minLength: 1, maxLength: 3 },
  ),
  narrative: text,
  action: text,
  staff: fc.constantFrom('Mrs Jones', '@Mr Lee', '=Dr Who'),
});

const ENCODERS = {
  'utf-8': (content: string) => Buffer.from(content),
  'utf-8 with mark': (content: string) => Buffer.from(`\ufeff${content}`),
  'utf-16-le': (content: string) => Buffer.from(`\ufeff${content}`, 'utf16le'),
  'utf-16-be': (content: string) => Buffer.from(`\ufeff${content}`, 'utf16le').swap16(),
  'windows-1252': (content: string) =>
    Buffer.from(content.replaceAll('’', '\u0092').replaceAll('–', '\u0096'), 'latin1'),
};
const two = (number: number): string => String(number).padStart(2, '0');

test.each(Object.entries(LAYOUTS))(
  'incidents written in the %s layout come back equal, in any encoding and delimiter',
  async (layout, header) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(incident, { minLength: 1, maxLength: 8, selector: ({ id }) => id }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom(...(Object.keys(ENCODERS) as (keyof typeof ENCODERS)[])),
        async (incidents, delimiter, encoding) => {
          const rows = incidents.map((one) => [
            one.id,
            one.name,
            `${two(one.day)}/${two(one.month)}/2025 ${two(one.hour)}:05`,
            one.categories.join('; '),
            one.narrative,
            one.action,
            '',
            one.staff,
          ]);
          const { audit, byId, names } = await importText(
            ENCODERS[encoding](writeCsv(header, rows, { delimiter })),
          );
          expect(audit).toMatchObject({ rejectedRows: 0, distinctIncidents: incidents.length, delimiter });
          for (const one of incidents) {
            const read = byId.get(one.id);
            expect(read).toMatchObject({
              date: `2025-${two(one.month)}-${two(one.day)}`,
              time: `${two(one.hour)}:05`,
              narrative: one.narrative.trim(),
              action: one.action.trim(),
              reportedBy: one.staff,
              categoryText: one.categories.join('; '),
              categories: one.categories,
            });
            expect(names(read)).toEqual([one.name]);
          }
          if (layout !== 'generic') expect(audit.layout).toBe(layout);
        },
      ),
      { numRuns: 40 },
    );
  },
);
