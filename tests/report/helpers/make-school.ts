import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { addDays, isWeekday } from '../../../src/calendar/iso-date.ts';
import { createRandom } from '../../../src/statistics/seeded-random.ts';

/** How a made-up school differs from others. */
export interface SchoolPlan {
  readonly seed: number;
  readonly size: number;
  readonly pupils: number;
  readonly names: keyof typeof NAMES;
  readonly categories: keyof typeof CATEGORIES;
  readonly nation: 'england' | 'wales';
  /** Pupils on roll beside those in incidents; null for no roll at all. */
  readonly onRoll: number | null;
  readonly withTimes: boolean;
  readonly withPeriods: boolean;
  /** Terms without a record, by their place in the two years. */
  readonly emptyTerms: readonly number[];
  readonly linked: number;
}

const LONG = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
const NAMES = {
  plain: ['Ada', 'Ben', 'Cai', 'Dot', 'Eve', 'Finn', 'Gus', 'Hal', 'Ivy', 'Jo'],
  welsh: ['Siân', 'Llŷr', 'Gwŷn', 'Ffïon', 'Tŵm', 'Ŵyn', 'Iôr', 'Rhŷs', 'Êl', 'Siôn'],
  polish: ['Łukasz', 'Żółw', 'Zażółć', 'Gęślą', 'Jaźń', 'Świętosław', 'Ćwikła', 'Ńand', 'Ódon', 'Aydın'],
  long: [
    LONG,
    `${LONG}-Żółtów`,
    'Wolfeschlegelsteinhausenbergerdorff',
    "O'Nwachukwu-Fitzwilliam-Brzęczyszczykiewicz",
  ],
};
const CATEGORIES = {
  usual: [
    'Disruption',
    'Fighting',
    'Bullying',
    'Racist incident',
    'Defiance',
    'Suspension',
    'Positive',
    'Swearing',
  ],
  odd: [
    `${LONG} during ${LONG}`,
    'Behaviour > Disruption > Talking; over others / again & again <loud>',
    '=SUM(A1)',
    'Ymddygiad: ŵ ŷ ï ô',
    '100%',
    '-',
  ],
  one: ['Behaviour Incident'],
  none: [''],
};
const PLACES = ['Hall', 'Corridor', 'Playground', `${LONG} Building`, 'Cae chwarae', ''];
const WORDS = [
  'Shouted in class and would not stop.',
  'Kicked another pupil at break. Parents were told.',
  'Used a racist word to another pupil. Head told.',
  'Called names again every day for weeks: bullying was looked into.',
  'Was suspended for two days.',
  'Swore at a member of staff and left the room.',
  '',
];
const TERMS = ['2024', '2025'].flatMap((year) => {
  const next = String(Number(year) + 1);
  const name = `${year}-${next.slice(2)}`;
  return [
    { year: name, term: 'Autumn', start: `${year}-09-03`, end: `${year}-12-19` },
    { year: name, term: 'Spring', start: `${next}-01-06`, end: `${next}-03-27` },
    { year: name, term: 'Summer', start: `${next}-04-13`, end: `${next}-07-21` },
  ];
});
const GROUPS = ['White British', 'Any other Asian background', 'Black African', 'Gypsy or Roma', ''];

/** Schools of every size, from one record to more than a thousand in a term, with all that is odd about records. */
export const SCHOOLS: fc.Arbitrary<SchoolPlan> = fc.record({
  seed: fc.nat(1e6),
  size: fc.oneof(
    { weight: 1, arbitrary: fc.constant(1) },
    { weight: 4, arbitrary: fc.integer({ min: 2, max: 40 }) },
    { weight: 6, arbitrary: fc.integer({ min: 41, max: 400 }) },
    { weight: 2, arbitrary: fc.integer({ min: 401, max: 1200 }) },
    { weight: 1, arbitrary: fc.integer({ min: 3300, max: 3600 }) },
  ),
  pupils: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 20, max: 150 })),
  names: fc.constantFrom('plain', 'welsh', 'polish', 'long'),
  categories: fc.constantFrom('usual', 'usual', 'usual', 'odd', 'one', 'none'),
  nation: fc.constantFrom('england', 'england', 'wales'),
  onRoll: fc.option(fc.integer({ min: 0, max: 120 })),
  withTimes: fc.boolean(),
  withPeriods: fc.boolean(),
  emptyTerms: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
  linked: fc.constantFrom(0, 0.1, 0.4),
});

export interface MadeSchool {
  readonly files: readonly string[];
  readonly config: string;
}

/** Writes a school's export and side files into a folder: the same files for the same plan. */
export function makeSchool(plan: SchoolPlan, folder: string): MadeSchool {
  const random = createRandom(plan.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  mkdirSync(folder, { recursive: true });
  const pupils = Array.from({ length: plan.pupils + (plan.onRoll ?? 0) }, (_, index) => ({
    name: `${pick(NAMES[plan.names])} ${pick(NAMES[plan.names])}${index}`,
    year: 1 + (index % 6),
    className: `${1 + (index % 6)} ${plan.names === 'long' ? LONG : 'Oak'}`,
  }));
  const involved = pupils.slice(0, plan.pupils);
  const open = TERMS.filter((_, index) => !plan.emptyTerms.includes(index));
  const days = open.flatMap(({ start, end }) => {
    const all: string[] = [];
    for (let day = start; day <= end; day = addDays(day, 1)) if (isWeekday(day)) all.push(day);
    return all;
  });
  const rows = Array.from({ length: plan.size }, (_, index) => {
    const pupil = pick(involved.slice(0, Math.max(1, Math.ceil(involved.length * random() ** 2))));
    const other = random() < plan.linked ? pick(involved) : pupil;
    const time = plan.withTimes ? pick(['', ' 09:15', ' 10:40', ' 12:20', ' 14:05']) : '';
    return [
      1000 + index,
      pupil.name,
      `Year ${pupil.year}`,
      random() < 0.95 ? pupil.className : '',
      `${pick(days).split('-').reverse().join('/')}${time}`,
      pick(PLACES),
      pick(CATEGORIES[plan.categories]),
      pick(WORDS),
      pick(['Spoken to.', 'Mum told at pick up.', '']),
      other === pupil ? '' : other.name,
    ];
  });
  const write = (name: string, header: readonly string[], lines: readonly (readonly unknown[])[]): string => {
    writeFileSync(join(folder, name), stringify([header, ...lines]));
    return join(folder, name);
  };
  const header =
    'Incident ID,Student,Year Group,Class,Date/Time of incident,Location,Categories,Incident details,Actions,Linked Students';
  const exported = write('export.csv', header.split(','), rows);
  write(
    'terms.csv',
    ['Academic Year', 'Term', 'Half Term', 'Start', 'End', 'INSET Days'],
    TERMS.map(({ year, term, start, end }) => [year, term, `${term} 1`, start, end, '']),
  );
  if (plan.onRoll !== null)
    write(
      'roll.csv',
      'Pupil Name,UPN,Date of Birth,Academic Year,Year Group,Class,Gender,SEN Status,Pupil Premium,Ethnicity,EAL,Looked After,Start,End'.split(
        ',',
      ),
      ['2024-25', '2025-26'].flatMap((year) =>
        pupils
          .slice(random() < 0.7 ? 0 : 1)
          .map(({ name, year: group, className }) => [
            ...[
              name,
              '',
              '',
              year,
              `Year ${group}`,
              className,
              pick(['F', 'Male']),
              pick(['No SEN', 'SEN Support', 'EHCP']),
            ],
            ...[
              pick(['Yes', 'No']),
              pick(GROUPS),
              pick(['Yes', 'No', '']),
              pick(['No', 'No', 'No', 'Yes']),
              '',
              '',
            ],
          ]),
      ),
    );
  if (plan.withPeriods)
    write(
      'periods.csv',
      ['Period', 'Start', 'End', 'Kind'],
      [
        ['Lesson 1', '09:00', '10:30', 'lesson'],
        ['Break', '10:30', '11:00', 'break'],
        [LONG, '12:00', '13:00', 'break'],
      ],
    );
  const config = join(folder, 'termwise.yaml');
  writeFileSync(
    config,
    [
      `school: Ysgol ${plan.names === 'long' ? LONG : 'Żółw'}`,
      `nation: ${plan.nation}`,
      'terms: terms.csv',
      ...(plan.onRoll === null ? [] : ['roll: roll.csv']),
      ...(plan.withPeriods ? ['periods: periods.csv'] : []),
      '',
    ].join('\n'),
  );
  return { files: [exported], config };
}
