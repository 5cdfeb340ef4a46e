import type { IncidentKind, IsoDate } from './incident.ts';
import type { RowProblem } from './row-problem.ts';

/** What became of every row of one file. The two equations of import.md 12 hold, always. */
export interface FileAudit {
  readonly file: string;
  readonly encoding: string;
  readonly bom: boolean;
  readonly delimiter: string;
  /** Physical line of the header, from 1. */
  readonly headerLine: number;
  /** Name of the recognised layout, such as `cpoms`, and why it was taken. */
  readonly layout: string;
  readonly layoutReason: string;
  /** Layouts that came into question, best first: the worth of each. Absent where nothing was recognised. */
  readonly layoutScores?: Readonly<Record<string, number>>;
  /** Our field to the header it was read from. */
  readonly columns: Readonly<Record<string, string>>;
  /** Our field to the headers of further columns that hold more of the same. Absent where there are none. */
  readonly furtherColumns?: Readonly<Record<string, readonly string[]>>;
  readonly unmappedColumns: readonly string[];
  /** All headers in order, as written; rejected rows stand under these. */
  readonly headers: readonly string[];
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | 'mixed_unambiguous';
  readonly nonDataRows: {
    readonly title: number;
    readonly blank: number;
    readonly repeatedHeader: number;
    readonly footer: number;
  };
  /** dataRecords = acceptedRows + rejectedRows */
  readonly dataRecords: number;
  readonly acceptedRows: number;
  readonly rejectedRows: number;
  readonly problems: readonly RowProblem[];
  /** acceptedRows = distinctIncidents + exactDuplicate + linkedPupil + superseded */
  readonly mergedRows: {
    readonly exactDuplicate: number;
    readonly linkedPupil: number;
    readonly superseded: number;
  };
  /** Incidents first met in this file (over several files the sum is the whole). */
  readonly distinctIncidents: number;
  readonly distinctPupils: number;
  readonly dateRange: readonly [IsoDate, IsoDate] | null;
  /** True where a row itself names the school of the settings, which stands for a blank cell too. */
  readonly namesOwnSchool?: boolean;
  readonly kinds: Readonly<Record<IncidentKind, number>>;
  readonly defaultBehaviourIncidents: number;
  /** Category path to incidents, most frequent first. */
  readonly categories: Readonly<Record<string, number>>;
  readonly unmappedCategories: Readonly<Record<string, number>>;
  readonly incidentsPerPupil: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}
