import type { ExclusionKind } from '../../../incident/exclusion-list.ts';
import data from './exclusions.yaml';

/** Fixed words of the list of exclusions, by name. */
export type ExclusionWords = Readonly<
  Record<
    | 'heading'
    | 'days'
    | 'silent'
    | 'repeats'
    | 'second'
    | 'second_governors'
    | 'reasons'
    | 'no_reasons'
    | 'unknown'
    | 'unclear'
    | 'limits'
    | 'limits_note'
    | 'sent_home'
    | 'caption'
    | 'note'
    | 'length_caption'
    | 'reasons_caption'
    | 'reasons_note',
    string
  >
> & {
  readonly limit_names: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<ExclusionKind, string>>;
};

/** The words as a nation says them (their shape is checked by a test). */
export function readExclusionWords(nation: string): ExclusionWords {
  const { nations, ...words } = data as ExclusionWords & {
    readonly nations: Readonly<Record<string, Partial<ExclusionWords>>>;
  };
  return { ...words, ...nations[nation] };
}
