import type { Crew } from '../classify/open-crew.ts';
import { TermwiseError } from '../errors.ts';
import type { SchoolPart } from '../import/split-schools.ts';
import type { FileAudit } from '../incident/import-audit.ts';
import type { RowAccount } from '../incident/trust-analysis.ts';
import type { LineOptions } from '../pipeline/line-options.ts';
import type { Classified } from '../pipeline/line-result.ts';
import { runClassification } from '../pipeline/run-classification.ts';
import { returnClassified } from '../pipeline/run-return.ts';
import type { SchoolReturn } from '../trust/school-return.ts';

/** What the records of one school in one export came to. */
export interface CountedPart extends Omit<RowAccount, 'without_school'> {
  readonly path: string;
  readonly dateOrder: FileAudit['dateOrder'];
}

/** What the records of one school in exports of several came to: plain values, as another thread can give them. */
export interface CountedSchool {
  /** Null where no record could be used, or none lies in the term or days asked for. */
  readonly made: SchoolReturn | null;
  /** One for each of its parts, in order. */
  readonly parts: readonly CountedPart[];
}

/** Takes a school's part of exports through the line that `return` takes; lets go of its records afterwards. */
export async function countSchool(
  options: LineOptions,
  { school, parts }: SchoolPart,
  crew: Crew,
): Promise<CountedSchool> {
  const own = forSchool(options, school, parts, crew);
  const classified = await runClassification(own);
  const { audits, incidents } = classified.imported;
  return {
    made: incidents.length === 0 ? null : await returnOrNone(own, classified),
    // One audit for each part, in order; two files in two folders may have one name.
    parts: audits.map((audit, at) => countRows(audit, parts[at]?.examined.path ?? '')),
  };
}

/** Its return; null where its records do not reach the days asked for, which says nothing of the other schools. */
async function returnOrNone(own: LineOptions, classified: Classified): Promise<SchoolReturn | null> {
  try {
    return (await returnClassified(own, classified)).made;
  } catch (error) {
    if (error instanceof TermwiseError && error.code === 'nothing_to_report') return null;
    throw error;
  }
}

/** What became of the rows of one school in one file. */
function countRows(audit: FileAudit, path: string): CountedPart {
  const { exactDuplicate, linkedPupil, superseded } = audit.mergedRows;
  return {
    path,
    dateOrder: audit.dateOrder,
    data_records: audit.dataRecords,
    incidents: audit.distinctIncidents,
    merged: exactDuplicate + linkedPupil + superseded,
    rejected: audit.rejectedRows,
  };
}

/** The run of one school: what belongs to a single school (its roll, its lists) is not the trust's to give. */
function forSchool(
  options: LineOptions,
  school: string,
  parts: SchoolPart['parts'],
  crew: Crew,
): LineOptions {
  const files = {
    ...options.config.files,
    roll: null,
    decisions: null,
    plans: null,
    exclusions: null,
    racistLog: null,
  };
  const { onProgress: _progress, ...reading } = options.import ?? {};
  return {
    ...options,
    config: { ...options.config, school, files },
    import: { ...reading, parts },
    // A school without a record in the days is named and left out: nothing says that it recorded at all.
    onlyRecorded: true,
    crew,
  };
}
