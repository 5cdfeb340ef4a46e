import type { GovernorEdition } from '../privacy/governor-edition.ts';
import type { GovernorExtras } from './governor-extras.ts';
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
  /** Labels whose duties the report tells, or null for all duties; none when left out. */
  /** Its duties are told only where a policy was chosen, not for the nation's defaults. */
  readonly onlyChosenPolicy?: boolean;
  readonly duties?: () => Promise<readonly string[] | null>;
  readonly governor?: () => Promise<(edition: GovernorEdition, extras: GovernorExtras) => ReportDocument>;
  readonly restricted?: () => Promise<(input: RestrictedInput) => ReportDocument>;
}

const allDuties = async (): Promise<null> => null;

/** Counts for governors of a report that names pupils on every page. */
async function peopleCounts(
  kind: 'pastoral' | 'class' | 'pupil',
): ReturnType<NonNullable<ReportKind['governor']>> {
  const { composePeopleCounts } = await import('./documents/compose-people-counts.ts');
  return (edition, extras) => composePeopleCounts(kind, edition, extras);
}

/** A log of cases for staff, and its counts for governors. */
function logKind(kind: string, edition: Edition, about: string): ReportKind {
  return {
    edition,
    about,
    duties: async () => (await import('./documents/words/read-log-words.ts')).readLog(kind).codes,
    governor: async () => {
      const { composeLogCounts } = await import('./documents/compose-log-counts.ts');
      return (from, extras) => composeLogCounts(kind, from, extras);
    },
    restricted: async () => {
      const { composeCaseLog } = await import('./documents/compose-case-log.ts');
      const { readLog } = await import('./documents/words/read-log-words.ts');
      return ({ analysis, listCases, duties, listExclusions }) => {
        const { codes } = readLog(kind);
        const out = codes.some((code) => code.startsWith('exclusion.')) ? listExclusions() : null;
        return composeCaseLog(kind, analysis, listCases(codes), duties, out);
      };
    },
  };
}

/** All kinds by the name users type; each is loaded only when it is asked for. */
export const REPORT_KINDS: Readonly<Record<string, ReportKind>> = {
  governors: {
    edition: 'governor',
    about:
      'the head’s termly behaviour report to governors: no names, small numbers hidden; with --restricted, the head’s copy with an annex of names',
    duties: allDuties,
    onlyChosenPolicy: true,
    governor: async () => {
      const { composeGovernors } = await import('./documents/compose-governors.ts');
      return (edition, { duties }) => composeGovernors(edition, undefined, duties);
    },
    restricted: async () => (await import('./documents/compose-governors-named.ts')).composeGovernorsNamed,
  },
  pastoral: {
    edition: 'restricted',
    about:
      'what changed and for whom, for the pastoral team only: names pupils; with --edition governors, counts',
    duties: allDuties,
    governor: () => peopleCounts('pastoral'),
    restricted: async () => {
      const { composePastoral } = await import('./documents/compose-pastoral.ts');
      return ({ analysis, duties }) => composePastoral(analysis, undefined, duties);
    },
  },
  class: {
    edition: 'restricted',
    about:
      'two pages a class, or one class with --class: names pupils; with --edition governors, counts by year group',
    governor: () => peopleCounts('class'),
    restricted: async () => (await import('./documents/compose-class.ts')).composeClass,
  },
  pupil: {
    edition: 'restricted',
    about:
      'a page a pupil with findings, or one pupil with --pupil: names pupils; with --edition governors, counts',
    governor: () => peopleCounts('pupil'),
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
    duties: async () => ['positive_handling'],
    governor: async () => (await import('./documents/compose-restraint-counts.ts')).composeRestraintCounts,
    restricted: async () => (await import('./documents/compose-restraint.ts')).composeRestraint,
  },
  'la-return': {
    edition: 'governor',
    about:
      'racist and other prejudice-related incidents by type, with a nil return, in counts; with --restricted, the rows by name',
    duties: async () => ['prejudice'],
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

/** One line for `--help` on the report that is made of a trust, not of a school. */
export const TRUST_ABOUT =
  'schools beside each other, from the file of `termwise collate`: no pupil, small numbers hidden; with --edition governors, a summary for the committee without schools; with --restricted, exact numbers; with --school, one school’s page';

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
