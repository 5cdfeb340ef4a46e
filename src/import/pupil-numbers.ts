import { isNoNumber } from './is-no-number.ts';
import { PUPIL_ID } from './key-numbers.ts';
import { plainNumber } from './plain-number.ts';
import type { RowCells } from './row-cells.ts';

/** Parts of a cell that holds the numbers of several pupils. */
const NUMBER_PARTS = /[;|,\n\r]+/;
const LOOSE_NUMBER_PARTS = /[;|,&+\n\r]+|\s*\/\s*|\sand\s/i;

/** Whether a cell holds several numbers; neither a mark behind the last of them nor one of thousands (`12,345`) makes a list. */
function isList(cell: string): boolean {
  return NUMBER_PARTS.test(cell.replace(/[\s;|,]+$/, '').replace(/^(\d{1,3}),(\d{3})$/, '$1$2'));
}

function squashNumber(text: string): string {
  const bare = text.toUpperCase().replace(/[\s;|,]+$/, '');
  return plainNumber(bare.replaceAll(/\s+/g, ''));
}

/** The numbers of a list; none where one of them is no number. */
function readNumbers(cell: string): readonly string[] {
  const parts = cell.split(LOOSE_NUMBER_PARTS).map((part) => part.trim());
  return parts.some(isNoNumber) ? [] : parts.map(squashNumber);
}

/** The numbers by which a row tells its pupils: UPNs, else admission numbers marked as such. */
export interface PupilNumbers {
  /** That of the row's one pupil; null where there is none, or several. */
  readonly readOne: () => string | null;
  /**
   * The numbers of several subjects, where the cell has as many. With fewer nobody can tell whose they are: each
   * pupil is then who other rows say bears the name.
   */
  readonly readSeveral: (count: number) => readonly (string | null)[];
}

/** Opens the columns of numbers of one file. */
export function openPupilNumbers(cells: RowCells): PupilNumbers {
  const { place, cell } = cells;
  const upnAt = place('upn');
  /** An admission number stands in for the UPN only where the export has no UPN column at all. */
  const pupilIdAt = upnAt === -1 || cells.isRegister ? place('pupil_id') : -1;
  const readOne = (): string | null => {
    const upn = cell(upnAt);
    if (upn !== '' && !isNoNumber(upn)) return isList(upn) ? null : squashNumber(upn);
    const pupilId = cell(pupilIdAt);
    return pupilId === '' || isNoNumber(pupilId) || isList(pupilId) ? null : PUPIL_ID + squashNumber(pupilId);
  };

  const readSeveral = (count: number): readonly (string | null)[] => {
    const upns = readNumbers(cell(upnAt));
    if (upns.length === count) return upns;
    const pupilIds = upns.length === 0 ? readNumbers(cell(pupilIdAt)) : [];
    return pupilIds.length === count
      ? pupilIds.map((pupilId) => PUPIL_ID + pupilId)
      : Array.from({ length: count }, () => null);
  };

  return { readOne, readSeveral };
}
