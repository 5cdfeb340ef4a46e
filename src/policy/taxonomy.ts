import taxonomyData from './taxonomy.yaml';

/** How much a wrong or missing label matters: A serious, B routine, C hard to tell. */
export type LabelTier = 'A' | 'B' | 'C';

export type LabelFamily =
  | 'bullying'
  | 'prejudice'
  | 'child_on_child'
  | 'staff'
  | 'handling'
  | 'conduct'
  | 'exclusion'
  | 'response'
  | 'other';

/** One label that an incident can be given. */
export interface TaxonomyLabel {
  readonly code: string;
  /** As printed in a table, British English, people-first. */
  readonly title: string;
  readonly family: LabelFamily;
  readonly tier: LabelTier;
  /** Codes that follow from this one by themselves. */
  readonly implies: readonly string[];
  /** In a sentence, what counts: printed in the definitions of reports. */
  readonly definition: string;
}

export interface Taxonomy {
  readonly version: string;
  /** In report order. */
  readonly labels: readonly TaxonomyLabel[];
}

let taxonomy: Taxonomy | undefined;

/** The built-in taxonomy of incidents (checked against its schema by a test, not at each start). */
export function readTaxonomy(): Taxonomy {
  taxonomy ??= taxonomyData as Taxonomy;
  return taxonomy;
}
