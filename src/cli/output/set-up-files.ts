import { assumeCalendar } from '../../calendar/assume-calendar.ts';
import { addDays } from '../../calendar/iso-date.ts';
import type { Nation } from '../../calendar/nation.ts';
import { writeCsv } from '../../import/write-csv.ts';
import type { IsoDate } from '../../incident/incident.ts';

/** What a school tells `init`. */
export interface SetUp {
  readonly school: string | null;
  readonly phase: string;
  readonly nation: Nation;
  readonly policy: string;
  /** Terms in the year of that policy. */
  readonly terms: 3 | 6;
  readonly today: IsoDate;
}

const ROLL = [
  'Pupil Name',
  'UPN',
  'Date of Birth',
  'Academic Year',
  'Year Group',
  'Class',
  'Gender',
  'SEN Status',
  'Pupil Premium',
  'Ethnicity',
  'EAL',
  'Looked After',
  'Start',
  'End',
];

/** The files that `init` writes, by name. */
export function listSetUpFiles(setUp: SetUp): Readonly<Record<string, string>> {
  return {
    'termwise.yaml': writeSettings(setUp),
    'terms.csv': writeCsv(
      ['Academic Year', 'Term', 'Half Term', 'Start', 'End', 'INSET Days'],
      listHalfTerms(setUp),
      { bom: true },
    ),
    'roll.csv': writeCsv(ROLL, [], { bom: true }),
    'categories.csv': writeCsv(['Recorded Category', 'Code', 'Note'], [], { bom: true }),
  };
}

function writeSettings({ school, phase, nation, policy }: SetUp): string {
  return `# Settings of this school for termwise. File names start from this folder; lines that begin with # are notes.
${school === null ? '# school: "The name as it is to be printed"' : `school: ${JSON.stringify(school)}`}
phase: ${phase}
nation: ${nation}

# Behaviour policy: a name from \`termwise policy list\`, or a file of your own.
policy: ${JSON.stringify(policy)}

# Term dates were filled in with the usual year: put your own dates and INSET days in before you rely on them.
terms: terms.csv

# Fill these in, then take the # away. The roll gives rates and groups; without it there are only counts.
# roll: roll.csv
# categories: categories.csv
# periods: periods.csv

# Small numbers in editions that leave the school: counts below the threshold are printed as the symbol.
# suppression: { threshold: 5, symbol: c, group_minimum: 10 }

# If a column of your export is not recognised, name it: our field, then your header.
# columns: { date: "Date of event" }
`;
}

const asBritish = (date: IsoDate) => date.split('-').reverse().join('/');

/** The usual year around today, last year's too, since reports compare with it. */
function listHalfTerms({ nation, terms, today }: SetUp): readonly (readonly string[])[] {
  const { calendar } = assumeCalendar(nation, addDays(today, -365), today, terms);
  return calendar.terms
    .flatMap(({ halfTerms }) => halfTerms)
    .map(({ academicYear, term, name, start, end }) => [
      academicYear,
      term,
      name,
      asBritish(start),
      asBritish(end),
      '',
    ]);
}
