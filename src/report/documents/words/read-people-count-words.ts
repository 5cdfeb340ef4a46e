import type { FindingCounts } from '../../../privacy/governor-edition.ts';
import data from './people-counts.yaml';

/** What one of the kinds counts and asks. */
export interface PeopleCountKind {
  readonly title: string;
  readonly about: string;
  readonly found: readonly (keyof FindingCounts)[];
  readonly sections: readonly ('found' | 'spread' | 'years' | 'where')[];
  readonly questions: readonly string[];
}

/** Fixed words of the counts for governors of the pastoral pack and the pages of classes and pupils. */
export interface PeopleCountWords {
  readonly subject: string;
  readonly headings: Readonly<Record<'know' | 'found' | 'spread' | 'years' | 'limits' | 'ask', string>>;
  readonly named: string;
  readonly found_caption: string;
  readonly found_note: string;
  /** Where no record names a class. */
  readonly found_no_class: string;
  readonly found: Readonly<Record<keyof FindingCounts, string>>;
  readonly years_caption: string;
  readonly no_years: string;
  readonly no_classes: string;
  readonly limits: readonly string[];
  readonly kinds: Readonly<Record<'pastoral' | 'class' | 'pupil', PeopleCountKind>>;
}

/** The words as built in (their shape is checked by a test). */
export function readPeopleCountWords(): PeopleCountWords {
  return data as PeopleCountWords;
}
