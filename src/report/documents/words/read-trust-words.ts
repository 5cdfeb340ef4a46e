import { headingOf, type KindWords, readKindWords, sayWords } from './read-kind-words.ts';
import data from './trust.yaml';

/** How things are called in a trust's reports, by code. */
interface TrustNames {
  readonly phases: Readonly<Record<string, string>>;
  readonly others: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, string>>;
  readonly directions: Readonly<Record<string, string>>;
  readonly comparisons: Readonly<Record<string, string>>;
  /** What each part of an exclusion tells. */
  readonly told: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly groups: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The words of a trust's reports, for the nations of its schools. */
export interface TrustWords extends KindWords {
  readonly say_: (name: string, values?: Readonly<Record<string, string>>) => string;
  readonly heading: (name: string) => string;
  /** What a code is called; the code itself where it has no name. */
  readonly name: (of: keyof Omit<TrustNames, 'measures' | 'groups'>, code: string) => string;
  readonly measure: (measure: { readonly code: string; readonly title: string }) => string;
  readonly group: (name: string) => string;
}

type CommitteeWords = Pick<KindWords, 'headings' | 'say' | 'questions' | 'limits'>;

function nationOf(nations: readonly string[]): string {
  if (nations.length === 1) return nations[0] ?? 'england';
  return nations.includes('wales') ? 'mixed' : 'england';
}

/** Words for schools of one nation, or of several; a committee's own words over them. */
export function readTrustWords(
  nations: readonly string[],
  audience: 'working_group' | 'committee' = 'working_group',
): TrustWords {
  const nation = nationOf(nations);
  const { names, committee } = data as { readonly names: TrustNames; readonly committee: CommitteeWords };
  const own = readKindWords('trust', nation);
  const words: KindWords =
    audience === 'working_group'
      ? own
      : {
          ...own,
          ...committee,
          headings: { ...own.headings, ...committee.headings },
          say: { ...own.say, ...committee.say },
        };
  return {
    ...words,
    say_: (name, values) => sayWords(words, name, values),
    heading: (name) => headingOf(words, name),
    name: (of, code) => names[of][code] ?? code,
    measure: ({ code, title }) => names.measures[nation]?.[code] ?? title,
    group: (name) => names.groups[nation]?.[name] ?? name,
  };
}
