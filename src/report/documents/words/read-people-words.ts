import data from './people.yaml';

/** Fixed words of the class and pupil pages, by name. */
export interface PeopleWords {
  readonly handling: string;
  readonly few: string;
  readonly none: string;
  readonly no_findings: string;
  readonly no_class_findings: string;
  readonly latest: string;
  /** Which names the list leaves out, and where. */
  readonly no_kind: string;
  readonly class: Readonly<Record<'title' | 'subject' | 'caution' | 'pupils_note', string>>;
  readonly pupil: Readonly<
    Record<
      'title' | 'subject' | 'list_heading' | 'list_caption' | 'nobody' | 'reading' | 'compared' | 'more',
      string
    >
  > & {
    readonly talk: readonly string[];
  };
}

/** The words as built in (their shape is checked by a test). */
export function readPeopleWords(): PeopleWords {
  return data as PeopleWords;
}
