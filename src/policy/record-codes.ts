/** What a duty may ask of a record beside its words: which cells are filled, and what roll and plans say of its pupils. */
export const RECORD_CODES = [
  'has.location',
  'has.narrative',
  'has.action',
  'has.year_group',
  'has.two_pupils',
  'has.several_pupils',
  'has.exclusion_days',
  'roll.sen',
  'roll.ehcp',
  'roll.ehcp_harming',
  'roll.looked_after',
  'roll.eal',
  'roll.pupil_premium',
  'roll.minority_ethnic',
  'roll.joined_in_year',
  'plans.listed',
] as const;

/** The printed title of each of them. */
export const RECORD_TITLES: Readonly<Record<(typeof RECORD_CODES)[number], string>> = {
  'has.location': 'the place is recorded',
  'has.narrative': 'there is a description',
  'has.action': 'there is an action',
  'has.year_group': 'the year group is recorded',
  'has.two_pupils': 'two pupils or more are linked',
  'has.several_pupils': 'three pupils or more are linked',
  'has.exclusion_days': 'the days of the suspension are recorded',
  'roll.sen': 'a pupil has special or additional needs (roll.csv)',
  'roll.ehcp': 'a pupil has an EHC plan or IDP (roll.csv)',
  'roll.ehcp_harming': 'the one who did it has an EHC plan or IDP (roll.csv)',
  'roll.looked_after': 'a pupil is looked after (roll.csv)',
  'roll.eal': 'a pupil has English as an additional language (roll.csv)',
  'roll.pupil_premium': 'a pupil is eligible for the pupil premium (roll.csv)',
  'roll.minority_ethnic': 'a pupil is of a minority ethnic group (roll.csv)',
  'roll.joined_in_year': 'a pupil joined in the course of a school year, less than a year before (roll.csv)',
  'plans.listed': 'the pupil has a plan in plans.csv (check persistent)',
};
