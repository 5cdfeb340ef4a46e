import type { GovernorEdition } from '../privacy/governor-edition.ts';
import type { RenderOptions } from './render-options.ts';
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
  readonly governor?: () => Promise<(edition: GovernorEdition) => ReportDocument>;
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
    governor: async () => (await import('./documents/compose-governors.ts')).composeGovernors,
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
};

export type ReportFormat = 'pdf' | 'html' | 'csv' | 'json' | 'text';

/** Writers by format; each prints the same document, so numbers cannot differ between formats. */
export const REPORT_FORMATS: Readonly<
  Record<
    ReportFormat,
    {
      readonly extension: string;
      /** Gets ready while the line still works, where that takes long. */
      readonly start?: () => Promise<void>;
      readonly load: () => Promise<
        (document: ReportDocument, options?: RenderOptions) => string | Promise<string | Uint8Array>
      >;
    }
  >
> = {
  pdf: {
    extension: 'pdf',
    start: async () => (await import('./pdf/start-renderer.ts')).startRenderer(),
    load: async () => (await import('./pdf/start-renderer.ts')).renderAside,
  },
  html: { extension: 'html', load: async () => (await import('./html/render-html.ts')).renderHtml },
  csv: { extension: 'csv', load: async () => (await import('./csv.ts')).renderCsv },
  json: { extension: 'json', load: async () => (await import('./json.ts')).renderJson },
  text: { extension: 'txt', load: async () => (await import('./text.ts')).renderText },
};
