import type { GovernorEdition } from '../privacy/governor-edition.ts';
import type { GovernorExtras } from './governor-extras.ts';
import type { ReportDocument } from './report-document.ts';
import type { RestrictedInput } from './restricted-input.ts';

/** Who a report is for: governors see no name, a restricted report names pupils. */
export type Edition = 'governor' | 'restricted';

/** A kind of report: what each of its editions is written from decides what can be in it. */
export interface ReportKind {
  /** The edition printed when none is asked for. */
  readonly edition: Edition;
  /** One line for `--help`. */
  readonly about: string;
  /** Labels whose duties the report tells, or null for all duties; none when left out. */
  readonly duties?: readonly string[] | null;
  readonly governor?: () => Promise<(edition: GovernorEdition, extras: GovernorExtras) => ReportDocument>;
  readonly restricted?: () => Promise<(input: RestrictedInput) => ReportDocument>;
}

/** A log of cases for staff, and its counts for governors. */
function logKind(kind: string, edition: Edition, about: string): ReportKind {
  return {
    edition,
    about,
    governor: async () => {
      const { composeLogCounts } = await import('./documents/compose-log-counts.ts');
      return (from) => composeLogCounts(kind, from);
    },
    restricted: async () => {
      const { composeCaseLog } = await import('./documents/compose-case-log.ts');
      const { readLog } = await import('./documents/words/read-log-words.ts');
      return ({ analysis, listCases }) => composeCaseLog(kind, analysis, listCases(readLog(kind).codes));
    },
  };
}

/** All kinds by the name users type; each is loaded only when it is asked for. */
export const REPORT_KINDS: Readonly<Record<string, ReportKind>> = {
  governors: {
    edition: 'governor',
    about: 'the head’s termly behaviour report to governors: no names, small numbers hidden',
    governor: async () => {
      const { composeGovernors } = await import('./documents/compose-governors.ts');
      return (edition) => composeGovernors(edition);
    },
  },
  pastoral: {
    edition: 'restricted',
    about: 'what changed and for whom, for the pastoral team only: names pupils',
    restricted: async () => {
      const { composePastoral } = await import('./documents/compose-pastoral.ts');
      return ({ analysis }) => composePastoral(analysis);
    },
  },
  class: {
    edition: 'restricted',
    about: 'two pages a class, or one class with --class: names pupils',
    restricted: async () => (await import('./documents/compose-class.ts')).composeClass,
  },
  pupil: {
    edition: 'restricted',
    about: 'a page a pupil with findings, or one pupil with --pupil: names pupils',
    restricted: async () => (await import('./documents/compose-pupil.ts')).composePupil,
  },
  exclusions: logKind(
    'exclusions',
    'governor',
    'suspensions and exclusions in counts; with --restricted, the cases by name',
  ),
  'racist-log': logKind(
    'racist-log',
    'restricted',
    'the racist incidents, one row a case: names pupils; with --edition governors, counts',
  ),
  'bullying-log': logKind(
    'bullying-log',
    'restricted',
    'the bullying, one row a case: names pupils; with --edition governors, counts',
  ),
  restraint: {
    edition: 'restricted',
    about:
      'the use of force, one row a record, and what each holds of what is asked: names pupils; with --edition governors, counts',
    duties: ['positive_handling'],
    governor: async () => (await import('./documents/compose-restraint-counts.ts')).composeRestraintCounts,
    restricted: async () => (await import('./documents/compose-restraint.ts')).composeRestraint,
  },
  'la-return': {
    edition: 'governor',
    about:
      'racist and other prejudice-related incidents by type, with a nil return, in counts; with --restricted, the rows by name',
    duties: ['prejudice'],
    governor: async () => (await import('./documents/compose-la-return.ts')).composeLaReturn,
    restricted: async () => (await import('./documents/compose-la-return-rows.ts')).composeLaReturnRows,
  },
  positives: {
    edition: 'restricted',
    about:
      'the pupils with most positive records, all ties named, by year and class: names pupils; with --edition governors, counts',
    governor: async () => (await import('./documents/compose-positives-counts.ts')).composePositivesCounts,
    restricted: async () => (await import('./documents/compose-positives.ts')).composePositives,
  },
  'at-risk': {
    edition: 'restricted',
    about:
      'a draft of the at-risk register, each reason with its numbers, for a person to decide: names pupils; with --edition governors, counts',
    governor: async () => (await import('./documents/compose-at-risk-counts.ts')).composeAtRiskCounts,
    restricted: async () => (await import('./documents/compose-at-risk.ts')).composeAtRisk,
  },
};

export type ReportFormat = 'pdf' | 'csv' | 'json' | 'text';

/** Writers by format; each prints the same document, so numbers cannot differ between formats. */
export const REPORT_FORMATS: Readonly<
  Record<
    ReportFormat,
    {
      readonly extension: string;
      /** Gets ready while the line still works, where that takes long. */
      readonly start?: () => Promise<void>;
      readonly load: () => Promise<(document: ReportDocument) => string | Promise<Uint8Array>>;
    }
  >
> = {
  pdf: {
    extension: 'pdf',
    start: async () => (await import('./pdf/start-renderer.ts')).startRenderer(),
    load: async () => (await import('./pdf/start-renderer.ts')).renderAside,
  },
  csv: { extension: 'csv', load: async () => (await import('./csv.ts')).renderCsv },
  json: { extension: 'json', load: async () => (await import('./json.ts')).renderJson },
  text: { extension: 'txt', load: async () => (await import('./text.ts')).renderText },
};
