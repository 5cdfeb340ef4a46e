import type { FileAudit } from '../incident/import-audit.ts';

/** One file of `inspect --json`, keys as documented for scripts. */
export interface AuditDescription {
  readonly file: string;
  readonly encoding: string;
  readonly bom: boolean;
  readonly delimiter: string;
  readonly header_line: number;
  readonly layout: string;
  readonly layout_reason: string;
  readonly layout_scores: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, string>>;
  readonly further_columns: Readonly<Record<string, readonly string[]>>;
  readonly unmapped_columns: readonly string[];
  readonly date_order: string;
  readonly non_data_rows: Readonly<Record<'title' | 'blank' | 'repeated_header' | 'footer', number>>;
  readonly data_records: number;
  readonly accepted_rows: number;
  readonly rejected_rows: number;
  readonly rejected: readonly {
    readonly record: number;
    readonly line: number;
    readonly code: string;
    readonly column: string | null;
    readonly value: string | null;
    readonly message: string;
  }[];
  readonly merged_rows: Readonly<Record<'exact_duplicate' | 'linked_pupil' | 'superseded', number>>;
  readonly distinct_incidents: number;
  readonly distinct_pupils: number;
  readonly date_range: readonly [string, string] | null;
  readonly kinds: Readonly<Record<string, number>>;
  readonly default_behaviour_incidents: number;
  readonly categories: Readonly<Record<string, number>>;
  readonly unmapped_categories: Readonly<Record<string, number>>;
  readonly incidents_per_pupil?: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}

/**
 * Writes an audit as the object `inspect --json` prints. Pupil names stand in it only when asked for; the
 * values of rejected cells may still name somebody, so this is for the school office.
 */
export function describeAudit(audit: FileAudit, withNames: boolean): AuditDescription {
  const { accident, ...kinds } = audit.kinds;
  const rejected = audit.problems.filter((problem) => problem.severity === 'rejected');
  return {
    file: audit.file,
    encoding: audit.encoding,
    bom: audit.bom,
    delimiter: audit.delimiter,
    header_line: audit.headerLine,
    layout: audit.layout,
    layout_reason: audit.layoutReason,
    layout_scores: audit.layoutScores ?? {},
    columns: audit.columns,
    further_columns: audit.furtherColumns ?? {},
    unmapped_columns: audit.unmappedColumns,
    date_order: audit.dateOrder,
    non_data_rows: {
      title: audit.nonDataRows.title,
      blank: audit.nonDataRows.blank,
      repeated_header: audit.nonDataRows.repeatedHeader,
      footer: audit.nonDataRows.footer,
    },
    data_records: audit.dataRecords,
    accepted_rows: audit.acceptedRows,
    rejected_rows: audit.rejectedRows,
    rejected: rejected.map(({ record, line, code, column, value, message }) => ({
      record,
      line,
      code,
      column,
      value,
      message,
    })),
    merged_rows: {
      exact_duplicate: audit.mergedRows.exactDuplicate,
      linked_pupil: audit.mergedRows.linkedPupil,
      superseded: audit.mergedRows.superseded,
    },
    distinct_incidents: audit.distinctIncidents,
    distinct_pupils: audit.distinctPupils,
    date_range: audit.dateRange,
    kinds: accident > 0 ? { ...kinds, accident } : kinds,
    default_behaviour_incidents: audit.defaultBehaviourIncidents,
    categories: audit.categories,
    unmapped_categories: audit.unmappedCategories,
    ...(withNames ? { incidents_per_pupil: audit.incidentsPerPupil } : {}),
    warnings: audit.warnings,
  };
}
