import data from './governors.yaml';

/** Fixed words of the governors' report, by name. */
export interface GovernorWords {
  readonly title: string;
  readonly subject: string;
  readonly purpose: string;
  /** Under the headline table: what its symbol means, and how its periods are compared. */
  readonly edition_hidden: string;
  readonly edition_compared: string;
  /** Codes of the headline rows on page one. */
  readonly first_page_rows: readonly string[];
  readonly none_recorded: string;
  readonly low_counts: string;
  readonly headings: Readonly<
    Record<
      | 'know'
      | 'change'
      | 'serious'
      | 'where'
      | 'who'
      | 'ask'
      | 'annex_numbers'
      | 'annex_definitions'
      | 'annex_quality'
      | 'annex_method',
      string
    >
  >;
  readonly captions: Readonly<Record<'serious', string>>;
  readonly meaning: Readonly<
    Record<'up' | 'down' | 'no_clear_change' | 'too_few' | 'no_comparison' | 'hidden' | 'none', string>
  >;
  /** Under the table of ratios, where words and interval of a row would else disagree. */
  readonly ratio_alone: string;
  readonly chart_source: string;
  readonly dot_source: string;
  /** Where counts of periods that differ in length are drawn side by side. */
  readonly lengths: string;
  readonly bars_source: string;
  readonly heat_source: string;
  readonly ratio_source: string;
  readonly serious_note: string;
  readonly only_hidden: string;
  readonly never_recorded: string;
  /** Where there is no period to compare with. */
  readonly never_recorded_one: string;
  readonly no_kinds: string;
  readonly years_note: string;
  readonly places_caution: string;
  readonly hotspots: string;
  readonly places_hidden: string;
  readonly groups_caution: string;
  readonly groups_roles: string;
  readonly bands_note: string;
  readonly no_roll: string;
  readonly no_chart: string;
  readonly no_chart_short: string;
  readonly no_chart_hidden: string;
  readonly questions: Readonly<
    Record<
      | 'rise'
      | 'fall'
      | 'signal'
      | 'signal_run'
      | 'hotspot'
      | 'group'
      | 'persistent'
      | 'prejudice_none'
      | 'prejudice_some'
      | 'bullying_none'
      | 'bullying_some'
      | 'force'
      | 'late'
      | 'days'
      | 'positive'
      | 'positive_some',
      string
    >
  >;
  readonly counting_rules: readonly string[];
  readonly method: readonly string[];
  readonly hidden_key: string;
  readonly all_hidden: string;
  /** Of the same term last year, whose length is told by one of the two after it. */
  readonly method_last_year: string;
  readonly length_alike: string;
  readonly length_differs: string;
  /** Of the weekly chart, whose limits are set on one of the two after it. */
  readonly method_weeks: string;
  readonly weeks_before: string;
  readonly weeks_all: string;
  readonly method_groups: string;
  readonly hiding_rule: readonly string[];
  /** Of the head's own copy, with names. */
  readonly names: Readonly<
    Record<
      | 'title'
      | 'subject'
      | 'handling'
      | 'bands_note'
      | 'heading'
      | 'many'
      | 'many_note'
      | 'none_many'
      | 'out'
      | 'out_note'
      | 'none_out',
      string
    >
  >;
}

/** The words as built in (their shape is checked by a test). */
export function readGovernorWords(): GovernorWords {
  return data as GovernorWords;
}
