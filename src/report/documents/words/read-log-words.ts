import { titleOfLabel } from '../../../policy/title-of-label.ts';
import data from './logs.yaml';

/** Fixed words of one log, and which labels it is about. */
export interface LogWords {
  readonly title: string;
  readonly governor_title: string;
  readonly subject: string;
  /** Labels that put an incident in the log. */
  readonly codes: readonly string[];
  /** Labels with a line in the counts, in order. */
  readonly rows: readonly string[];
  /** Headline rows told in sentences. */
  readonly measures: readonly string[];
  /** Labels whose line stands even at nought. */
  readonly heads: readonly string[];
  readonly none: string;
  readonly limits: readonly string[];
  /** In the counts for governors, who see no list of cases. */
  readonly governor_limits?: readonly string[];
  readonly questions: readonly string[];
  /** Labels that the nation calls otherwise than the taxonomy. */
  readonly names?: Readonly<Record<string, string>>;
}

type LogEntry = LogWords & { readonly nations?: Readonly<Record<string, Partial<LogWords>>> };

/** Words that all logs share. */
export interface SharedLogWords {
  readonly handling: string;
  readonly headings: Readonly<
    Record<
      'shows' | 'cases' | 'fix' | 'limits' | 'governor_limits' | 'know' | 'kinds' | 'terms' | 'ask',
      string
    >
  >;
  readonly not_told: string;
  readonly not_compared: string;
  readonly nothing_to_compare: string;
  readonly none_to_fix: string;
  readonly kinds_hidden: string;
  readonly kinds_note: string;
  readonly kinds_compared: string;
  readonly case_note: string;
  /** In which part a pupil is met again. */
  readonly again: string;
  readonly parents: string;
  readonly silent: string;
  readonly repeats: string;
  readonly no_action: string;
  readonly no_parents: string;
  readonly to_review: string;
  readonly late: string;
  readonly logs: Readonly<Record<string, LogEntry>>;
}

/** The words as built in (their shape is checked by a test). */
export function readLogWords(): SharedLogWords {
  return data as SharedLogWords;
}

/** The words of one log, as a nation says them. Throws on a name that is none: kinds come from the registry. */
export function readLog(kind: string, nation = 'england'): LogWords {
  const log = readLogWords().logs[kind];
  if (log === undefined) throw new Error(`no log is called '${kind}'`);
  const { nations = {}, ...words } = log;
  return { ...words, ...nations[nation] };
}

/** A label as a log prints it. */
export function nameInLog({ names = {} }: Pick<LogWords, 'names'>, code: string): string {
  return names[code] ?? titleOfLabel(code);
}
