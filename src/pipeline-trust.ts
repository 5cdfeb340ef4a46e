import { createRecordedLabeller } from './classify/label-recorded.ts';
import { type Crew, openCrew } from './classify/open-crew.ts';
import { TermwiseError } from './errors.ts';
import { type SchoolSplit, splitSchools } from './import/split-schools.ts';
import type { FileAudit } from './incident/import-audit.ts';
import type { LabelSource, RowAccount } from './incident/trust-analysis.ts';
import {
  type LineOptions,
  readOverrides,
  readWords,
  returnClassified,
  runClassification,
  settleImport,
} from './pipeline.ts';
import type { SchoolReturn } from './trust/school-return.ts';

/** The returns that a trust makes itself, of exports that name the school of each record. */
export interface TrustReturns {
  /** By the name of the school; schools without a usable record are left out. */
  readonly returns: readonly SchoolReturn[];
  readonly unusable: readonly string[];
  /** Where the rows of each file have gone, in the order given. */
  readonly files: readonly (RowAccount & { readonly file: string })[];
}

/**
 * Exports of many schools to a return of each, by the same line as `return` takes for one. The exports are read once;
 * a school's records are then unpacked, read and counted, and let go before the next but one: while helpers label the
 * one, the next is read.
 */
export async function runTrustReturns(options: LineOptions, labels: LabelSource): Promise<TrustReturns> {
  const overrides = await readOverrides(options);
  const settled = settleImport(options, overrides);
  const { schools, unnamed } = await splitSchools(options.files, settled);
  const { categoryMap } = settled;
  const crew =
    labels === 'recorded'
      ? crewOfOne(createRecordedLabeller(categoryMap))
      : takeTurns(openCrew({ categoryMap, overrides, words: await readWords(options), isLong: true }));
  crew.expect(
    schools.reduce((sum, { parts }) => sum + parts.reduce((all, part) => all + part.examined.bytes, 0), 0),
  );
  const made: (SchoolReturn | null)[] = [];
  const audits: (RowAccount & { readonly path: string })[] = [];
  const orders = new Map<string, Map<string, string>>();
  try {
    const waiting = schools.entries();
    const work = async (): Promise<void> => {
      for (const [at, { school, parts }] of waiting) {
        const own = { ...forSchool(options, school, parts, crew), withoutDuties: labels === 'recorded' };
        const classified = await runClassification(own);
        // One audit for each part, in order; two files in two folders may have one name.
        for (const [part, audit] of classified.imported.audits.entries())
          audits.push(countRows(audit, parts[part]?.examined.path ?? ''));
        for (const { file, dateOrder } of classified.imported.audits) {
          orders.set(file, (orders.get(file) ?? new Map()).set(dateOrder, school));
        }
        made[at] =
          classified.imported.incidents.length === 0 ? null : (await returnClassified(own, classified)).made;
      }
    };
    // Labels of categories leave nothing to wait for, and two schools at once would only take more memory.
    await Promise.all(labels === 'recorded' ? [work()] : [work(), work()]);
  } finally {
    crew.close();
  }
  refuseMixedOrders(orders);
  return {
    returns: made.filter((one) => one !== null),
    unusable: schools.flatMap(({ school }, at) => (made[at] === null ? [school] : [])),
    files: unnamed.map((file) => addRows(file, audits)),
  };
}

/** What became of the rows of one school in one file. */
function countRows(audit: FileAudit, path: string): RowAccount & { readonly path: string } {
  const { exactDuplicate, linkedPupil, superseded } = audit.mergedRows;
  return {
    path,
    data_records: audit.dataRecords,
    incidents: audit.distinctIncidents,
    merged: exactDuplicate + linkedPupil + superseded,
    rejected: audit.rejectedRows,
    without_school: 0,
  };
}

function addRows(
  { file, path, records: without_school }: SchoolSplit['unnamed'][number],
  audits: readonly (RowAccount & { readonly path: string })[],
): TrustReturns['files'][number] {
  const own = audits.filter((audit) => audit.path === path);
  const sum = (key: 'data_records' | 'incidents' | 'merged' | 'rejected'): number =>
    own.reduce((all, audit) => all + audit[key], 0);
  return {
    file,
    data_records: sum('data_records') + without_school,
    incidents: sum('incidents'),
    merged: sum('merged'),
    rejected: sum('rejected'),
    without_school,
  };
}

/** The run of one school: what belongs to a single school (its roll, its lists) is not the trust's to give. */
function forSchool(
  options: LineOptions,
  school: string,
  parts: NonNullable<NonNullable<LineOptions['import']>['parts']>,
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
    crew,
  };
}

/** A school whose dates prove nothing is read day-first, which is wrong where the same file proves to be month-first. */
function refuseMixedOrders(orders: ReadonlyMap<string, ReadonlyMap<string, string>>): void {
  for (const [file, schools] of orders) {
    const [day, month] = [schools.get('dmy'), schools.get('mdy')];
    if (day === undefined || month === undefined) continue;
    throw new TermwiseError(
      'file/dates_contradict',
      `${file}: dates of ${month} are month-first (mm/dd/yyyy), and those of ${day} day-first or not to be told`,
      'Settle it for all schools with --date-order dmy or mdy.',
    );
  }
}

/** A crew takes one job at a time. */
function takeTurns(crew: Crew): Crew {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...crew,
    classifyAll: (incidents, pupils) => {
      const turn = last.then(() => crew.classifyAll(incidents, pupils));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

function crewOfOne(label: ReturnType<typeof createRecordedLabeller>): Crew {
  return {
    expect: () => undefined,
    classifyAll: async (incidents) => incidents.map((incident) => label(incident)),
    close: () => undefined,
  };
}
