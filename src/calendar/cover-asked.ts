import { TermwiseError } from '../errors.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { PeriodChoice } from './choose-period.ts';
import { countSchoolDays, listTermsWithData } from './find-term.ts';
import { addDays } from './iso-date.ts';
import type { SchoolCalendar } from './school-calendar.ts';

/** What tells how far a record may be taken to reach. */
export interface Reach {
  /** Records of any kind that the files hold. */
  readonly records: number;
  /** The day of the run: nothing can have been left unrecorded in days that have not come. */
  readonly today: IsoDate;
  /** The day that the user says the work is done as of: what was recorded until then is in the files. */
  readonly asAt?: IsoDate | undefined;
}

interface Asked {
  readonly what: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Where so many records would be usual, none at all means that the files stop before. */
const NEVER_NONE = 20;
/** Files whose last record is older than this are of another year. */
const YEAR = 366;

/**
 * The days that the record covers: its first day to its last, and on to the end of a term or span that begins after
 * the last one, so that a quiet term can have a nil return. That is taken only where it can be believed: few records
 * are usual and the term before has some, or the user says with `asAt` that the files reach so far. Else it throws a
 * TermwiseError that says what to do: files that were drawn too early, or of another year, look just like a quiet term.
 */
export function coverAsked(
  calendar: SchoolCalendar,
  choice: PeriodChoice,
  dataRange: readonly [IsoDate, IsoDate],
  reach: Reach,
): readonly [IsoDate, IsoDate] {
  const [first, last] = dataRange;
  const asked = readAsked(calendar, choice);
  if (asked === null || asked.from <= last || countSchoolDays(calendar, asked.from, asked.to) === 0)
    return dataRange;
  const until = reach.asAt ?? reach.today;
  if (until < asked.from)
    throw refuse(asked, dataRange, `It begins on ${asked.from}, after the day of the work (${until}).`);
  if (reach.asAt === undefined) {
    if (until <= asked.to)
      throw refuse(
        asked,
        dataRange,
        `It ends on ${asked.to}, which has not passed: for the days so far give --as-at with the day the export was drawn.`,
      );
    refuseUnlikely(calendar, asked, dataRange, reach.records);
  }
  if (addDays(last, YEAR) < asked.from)
    throw refuse(
      asked,
      dataRange,
      'That is more than a year before, so these seem to be files of another year.',
    );
  return [first, asked.to < until ? asked.to : until];
}

function readAsked(calendar: SchoolCalendar, { term, from, to }: PeriodChoice): Asked | null {
  if (term !== undefined) {
    const wanted = term.trim().toLowerCase();
    const found = calendar.terms.find(({ name }) => name.toLowerCase() === wanted);
    return found === undefined
      ? null
      : { what: `the term '${found.name}'`, from: found.start, to: found.end };
  }
  if (from === undefined || to === undefined || to < from) return null;
  return { what: `the period from ${from} to ${to}`, from, to };
}

/** Without a word of the user's, none recorded is believed only where few are usual, next to days that have some. */
function refuseUnlikely(
  calendar: SchoolCalendar,
  asked: Asked,
  dataRange: readonly [IsoDate, IsoDate],
  records: number,
): void {
  const say = `If the export was drawn after the last of those days and holds all there is, say so with --as-at ${addDays(asked.to, 1)}; else draw it anew.`;
  const before = calendar.terms.filter(({ end }) => end < asked.from).at(-1);
  const isNext = before === undefined || before.start <= dataRange[1];
  if (!isNext) throw refuse(asked, dataRange, `The term before (${before.name}) holds none either. ${say}`);
  const recorded = listTermsWithData(calendar, dataRange);
  const start = recorded[0]?.start ?? dataRange[0];
  const end = recorded.at(-1)?.end ?? dataRange[1];
  const days = Math.max(1, countSchoolDays(calendar, start < dataRange[0] ? start : dataRange[0], end));
  const usual = (records / days) * countSchoolDays(calendar, asked.from, asked.to);
  if (usual >= NEVER_NONE)
    throw refuse(asked, dataRange, `About ${Math.round(usual)} records would be usual in it. ${say}`);
}

/**
 * The days that files without any record cover: those asked for, where these are over. Null where none were asked for,
 * or there are no such ones.
 */
export function coverEmpty(
  calendar: SchoolCalendar,
  choice: PeriodChoice,
  reach: Omit<Reach, 'records'>,
): readonly [IsoDate, IsoDate] | null {
  const asked = readAsked(calendar, choice);
  if (asked === null || countSchoolDays(calendar, asked.from, asked.to) === 0) return null;
  const before = addDays(asked.from, -1);
  const [, to] = coverAsked(calendar, choice, [before, before], { ...reach, records: 0 });
  return [asked.from, to];
}

/** The code that lets a run of several schools leave one out and say so. */
function refuse({ what }: Asked, [first, last]: readonly [IsoDate, IsoDate], why: string): TermwiseError {
  const data = first === last ? '' : `The data runs from ${first} to ${last}. `;
  return new TermwiseError('nothing_to_report', `${what} holds none of the data`, `${data}${why}`);
}
