import type { Analysis } from '../incident/analysis.ts';
import type { GovernorEdition } from '../privacy/governor-edition.ts';
import type { ReportDocument } from './report-document.ts';

/** A kind of report: what it is written from decides what can be in it. */
export type ReportKind =
  | {
      readonly edition: 'governor';
      /** One line for `--help`. */
      readonly about: string;
      readonly load: () => Promise<(edition: GovernorEdition) => ReportDocument>;
    }
  | {
      readonly edition: 'restricted';
      readonly about: string;
      readonly load: () => Promise<(analysis: Analysis) => ReportDocument>;
    };

/** All kinds by the name users type; each is loaded only when it is asked for. */
export const REPORT_KINDS: Readonly<Record<string, ReportKind>> = {
  governors: {
    edition: 'governor',
    about: 'the head’s termly behaviour report to governors: no names, small numbers hidden',
    load: async () => (await import('./documents/compose-governors.ts')).composeGovernors,
  },
  pastoral: {
    edition: 'restricted',
    about: 'what changed and for whom, for the pastoral team only: names pupils',
    load: async () => (await import('./documents/compose-pastoral.ts')).composePastoral,
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
