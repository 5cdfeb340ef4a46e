import { readHeadlineMeasures } from '../count/headline-measures.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import type { SchoolReturn } from './school-return.ts';

/** How many keys were not sent as typed. */
type KeptBack = Readonly<Record<'places' | 'categories' | 'slots', number>>;

/**
 * In plain words, everything that a return holds: what a person reads before it leaves the school. Each part of the
 * file has a line here (by test).
 */
export function describeReturn(made: SchoolReturn, keptBack: KeptBack | null = null): string {
  return `${[...tellHead(made), ...tellCounts(made), ...tellRecord(made), ...tellMissing(keptBack)].join('\n')}\n`;
}

function tellHead(made: SchoolReturn): string[] {
  const { period, calendar } = made;
  return [
    `Return of ${made.school} for ${period.name} (${period.from} to ${period.to}, ${period.school_days} school days)`,
    '',
    'What leaves the school, and nothing else:',
    `- the school's name, kind (${made.phase}) and nation (${made.nation}); its policy (${made.profile}), the taxonomy ${made.taxonomy_version}, Termwise ${made.termwise}`,
    `- the days it covers (records from ${made.data_range[0]} to ${made.data_range[1]}, as at ${made.as_at}); ${calendar.terms_in_year} terms a year, ${calendar.source === 'terms_file' ? 'from its own term dates' : 'assumed from the usual year'}`,
    made.roll === null
      ? '- no number on roll: none was given, so the trust cannot form rates'
      : `- the mean number on roll (${Math.round(made.roll)}) and pupil-days (${made.pupil_days}): no pupil of it`,
  ];
}

function several(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function tellCounts(made: SchoolReturn): string[] {
  const { counts, exclusions, force } = made;
  const labels = readTaxonomy().labels.filter(({ code }) => (counts.labels[code] ?? 0) > 0);
  const titles = readHeadlineMeasures().map(({ title }) => title.toLowerCase());
  return [
    `- counts: ${several(counts.incidents, 'behaviour incident')} with ${several(counts.involvements, 'involvement')} of ${several(counts.pupils, 'pupil')}; records of other kinds; pupils by number of incidents; parts as harmed or witness`,
    `- the same by label (${labels.length} of ${readTaxonomy().labels.length} were met), family of labels, recorded category (${Object.keys(counts.categories).length}), place (${Object.keys(counts.places).length}), weekday and part of the day, and year group (${Object.keys(counts.year_groups).length})`,
    '- the same by common kind of place and part of the day',
    `- by half-term (${made.half_terms.length}): ${titles.join('; ')}`,
    `- by week (${made.weeks.length}): behaviour incidents, school days, number on roll`,
    '- how unevenly the incidents fall on pupils and weeks, one number a measure',
    `- by group of the roll (${made.groups.length} rows such as SEN support, Girls): pupils on roll, pupils with an incident, involvements, days`,
    `- exclusions by reason, length, turn and ground, by counts: ${several(exclusions.suspensions, 'suspension')}, ${exclusions.permanent} permanent, ${exclusions.internal} internal (from ${exclusions.source === 'list' ? "a second system's list" : 'the records'})`,
    `- uses of force: ${force.incidents}, of ${several(force.pupils, 'pupil')}, and whether recorded the same day and parents told`,
  ];
}

function tellRecord(made: SchoolReturn): string[] {
  return [
    `- for each of ${made.duties.length} duties of the policy, by its number: cases, met, not met, not evidenced`,
    '- the quality of the records: how many have a time, a place, a category, text, an action; late ones; days without entries; rows that could not be used; categories without a meaning',
    `- a fingerprint of the files read (${made.fingerprint}), and a signature by which a change made later is seen`,
    '',
    'What does not leave: no name, initials, UPN, date of birth, class, member of staff, incident id or words of a record.',
    'Numbers are exact, small ones too, so that the trust can add schools up. Keep the file among people who may see',
    'numbers of one or two pupils; the reports the trust prints from it hide small numbers.',
  ];
}

function tellMissing(keptBack: KeptBack | null): string[] {
  if (keptBack === null) return [];
  const { places, categories, slots } = keptBack;
  if (places + categories + slots === 0) return [];
  return [
    `Typed words that might name somebody are not sent: ${places} places, ${categories} categories and ${slots} parts of the day go as 'Other place', 'Other category' and 'Other time'.`,
  ];
}
