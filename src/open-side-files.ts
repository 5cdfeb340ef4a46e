import { readExclusions } from './import/read-exclusions.ts';
import { readPeriods } from './import/read-periods.ts';
import { readPlans } from './import/read-plans.ts';
import { readRacistLog } from './import/read-racist-log.ts';
import { readRoll } from './import/read-roll.ts';
import { readTerms } from './import/read-terms.ts';
import type { SideFilePaths } from './policy/resolved-config.ts';

const READERS = {
  roll: readRoll,
  terms: readTerms,
  periods: readPeriods,
  plans: readPlans,
  exclusions: readExclusions,
  racistLog: readRacistLog,
} as const satisfies Partial<Record<keyof SideFilePaths, (path: string) => Promise<unknown>>>;

type Readers = typeof READERS;

/** Side files of a run by name; null where the school gave none. */
export type SideFiles = {
  readonly [Name in keyof Readers]: () => Promise<Awaited<ReturnType<Readers[Name]>> | null>;
};

/** Opens the side files that are tables of days and pupils: each is read when first asked for, and only once. */
export function openSideFiles(paths: SideFilePaths): SideFiles {
  const opened = Object.entries(READERS).map(([name, read]) => {
    const path = paths[name as keyof Readers];
    let reading: Promise<unknown> | null = null;
    return [
      name,
      () => {
        reading ??= path === null ? Promise.resolve(null) : read(path);
        return reading;
      },
    ];
  });
  return Object.fromEntries(opened) as SideFiles;
}
