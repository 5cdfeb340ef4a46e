import { readFacts } from './facts.ts';
import { RECORD_CODES } from './record-codes.ts';
import { readTaxonomy } from './taxonomy.ts';

/** A code that a duty may name, with what it stands for. */
interface ListedCode {
  readonly code: string;
  readonly title: string;
}

const RECORD_TITLES: Readonly<Record<(typeof RECORD_CODES)[number], string>> = {
  'has.location': 'the place is recorded',
  'has.narrative': 'there is a description',
  'has.action': 'there is an action',
  'has.year_group': 'the year group is recorded',
  'has.two_pupils': 'two pupils or more are linked',
  'has.several_pupils': 'three pupils or more are linked',
  'has.exclusion_days': 'the days of the suspension are recorded',
  'roll.sen': 'a pupil has special or additional needs (roll.csv)',
  'roll.ehcp': 'a pupil has an EHC plan or IDP (roll.csv)',
  'roll.looked_after': 'a pupil is looked after (roll.csv)',
  'roll.eal': 'a pupil has English as an additional language (roll.csv)',
  'roll.pupil_premium': 'a pupil is eligible for the pupil premium (roll.csv)',
  'roll.minority_ethnic': 'a pupil is of a minority ethnic group (roll.csv)',
  'roll.joined_in_year': 'a pupil joined in the course of a school year, less than a year before (roll.csv)',
};

/** Every code that `when`, `needs` and the like may name: labels, facts read from the words, cells and the roll. */
export function listCodes(): readonly ListedCode[] {
  const labels = readTaxonomy().labels.map(({ code, title }) => ({ code, title }));
  const known = new Set(labels.map(({ code }) => code));
  const facts = readFacts()
    .facts.filter(({ code }) => !code.startsWith('~') && !known.has(code))
    .map(({ code, title }) => ({ code, title }));
  const cells = RECORD_CODES.map((code) => ({ code, title: RECORD_TITLES[code] }));
  return [...labels, ...facts, ...cells];
}
