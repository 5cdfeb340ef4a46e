import data from './duties.yaml';

/** Fixed words of the tables of duties, by name. */
export type DutyWords = Readonly<
  Record<
    | 'heading'
    | 'caption'
    | 'most'
    | 'most_shown'
    | 'most_alone'
    | 'tied'
    | 'tied_shown'
    | 'none_not_met'
    | 'none_shown'
    | 'no_case'
    | 'others'
    | 'note'
    | 'hidden',
    string
  >
>;

/** The words as built in (their shape is checked by a test). */
export function readDutyWords(): DutyWords {
  return data as DutyWords;
}
