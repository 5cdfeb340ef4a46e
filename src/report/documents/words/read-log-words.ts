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
  readonly questions: readonly string[];
}

/** Words that all logs share. */
export interface SharedLogWords {
  readonly handling: string;
  readonly headings: Readonly<
    Record<'shows' | 'cases' | 'fix' | 'limits' | 'know' | 'kinds' | 'terms' | 'ask', string>
  >;
  readonly not_told: string;
  readonly none_to_fix: string;
  readonly kinds_note: string;
  readonly case_note: string;
  readonly parents: string;
  readonly silent: string;
  readonly repeats: string;
  readonly no_action: string;
  readonly no_parents: string;
  readonly to_review: string;
  readonly late: string;
  readonly logs: Readonly<Record<string, LogWords>>;
}

/** The words as built in (their shape is checked by a test). */
export function readLogWords(): SharedLogWords {
  return data as SharedLogWords;
}

/** The words of one log. Throws on a name that is none: kinds come from the registry. */
export function readLog(kind: string): LogWords {
  const log = readLogWords().logs[kind];
  if (log === undefined) throw new Error(`no log is called '${kind}'`);
  return log;
}
