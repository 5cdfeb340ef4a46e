/** What a duty may ask of a record beside its words: which cells are filled, and what the roll says of its pupils. */
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
  'roll.looked_after',
  'roll.eal',
  'roll.pupil_premium',
  'roll.minority_ethnic',
  'roll.joined_in_year',
] as const;
