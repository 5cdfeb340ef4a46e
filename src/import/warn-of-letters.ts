import type { Pupil, PupilKey } from '../incident/incident.ts';
import type { ColumnPlan } from './recognise-columns.ts';

/** A letter of another script than those of the fonts that reports are printed with. */
const FOREIGN =
  /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;
/** All other scripts lie here: nearly all names end at this look, which costs less. */
const MAY_BE_FOREIGN = /[\u0370-\uffff]/;
/** So many are shown. */
const MOST = 5;

/** Pupils whose names hold letters that no PDF of ours can print. */
export function findForeignNames(pupils: ReadonlyMap<PupilKey, Pupil>): ReadonlySet<PupilKey> {
  return new Set(
    [...pupils].filter(([, { name }]) => MAY_BE_FOREIGN.test(name) && FOREIGN.test(name)).map(([key]) => key),
  );
}

/**
 * Warns where the names stand that a PDF cannot print, since a report finds out only when it is drawn and knows no line then.
 * `lines` gives the first line of each.
 */
export function warnOfLetters(
  lines: ReadonlyMap<PupilKey, number>,
  pupils: ReadonlyMap<PupilKey, Pupil>,
  { at, headers }: Pick<ColumnPlan, 'at' | 'headers'>,
): string[] {
  if (lines.size === 0) return [];
  const column = headers[at.get('pupil') ?? at.get('surname') ?? -1] ?? 'pupil';
  const shown = [...lines]
    .sort(([, a], [, b]) => a - b)
    .slice(0, MOST)
    .map(([key, line]) => `line ${line}, "${pupils.get(key)?.name ?? ''}"`);
  const what = lines.size === 1 ? '1 pupil is named' : `${lines.size} pupils are named`;
  return [
    `${what} in letters that a PDF cannot print (column "${column}": ${shown.join('; ')}${lines.size > MOST ? ' …' : ''}). Reports with names need them in Latin, Greek or Cyrillic letters in the export, or --format html.`,
  ];
}
