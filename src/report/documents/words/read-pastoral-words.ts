import data from './pastoral.yaml';

/** Fixed words of the pastoral pack, by name. */
export interface PastoralWords {
  readonly title: string;
  readonly subject: string;
  readonly handling: string;
  readonly reading: string;
  readonly none_pupils: string;
  readonly none_pairs: string;
  readonly none_places: string;
  readonly none_serious: string;
  readonly falls: string;
  readonly order: string;
  readonly contact_note: string;
  /** Why the test of the whole school and the total's comparison need not agree. */
  readonly school_differs: string;
  /** What is usual in a pattern that says no number of it; said where there is a pattern. */
  readonly usual: string;
  /** End of a finding's sentence that is said once for the whole list. */
  readonly said_once: string;
  /** What findings of a list say alike, and how it is told once for all of them. */
  readonly once: readonly { readonly said: string; readonly told: string }[];
  /** What was looked for, by detector: one line of a table. */
  readonly looked_for: Readonly<Record<string, string>>;
  readonly headings: Readonly<
    Record<'changed' | 'pupils' | 'pairs' | 'places' | 'serious' | 'waiting' | 'limits' | 'fixes', string>
  >;
}

/** The words as built in (their shape is checked by a test). */
export function readPastoralWords(): PastoralWords {
  return data as PastoralWords;
}
