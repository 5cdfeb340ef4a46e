import { suggestWord } from '../policy/suggest-word.ts';
import type { Field } from './layout.ts';
import { headerWords } from './loosen-header.ts';
import { type ColumnPlan, findColumn } from './recognise-columns.ts';

/** Headers named as near to one that is not there. */
const NAMED = 3;

/** Headers that a mistyped one may have been meant to be: a letter or two away, else with a word in common. */
function listNear(wanted: string, headers: readonly string[]): readonly string[] {
  const meant = suggestWord(wanted, headers);
  if (meant !== null) return [meant];
  const words = headerWords(wanted);
  return headers.filter((header) => headerWords(header).some((word) => words.includes(word))).slice(0, NAMED);
}

/**
 * What to say of columns that the user names and the file has not, where another column serves for the field: without
 * a word the wrong one could be read. Nothing of a register, which is read by its own names whatever is asked.
 */
export function warnAbsentColumns(
  { layout, headers, at }: Pick<ColumnPlan, 'layout' | 'headers' | 'at'>,
  columns: Readonly<Record<string, string>>,
): readonly string[] {
  if (layout === 'termwise') return [];
  return Object.entries(columns)
    .filter(([, header]) => findColumn(headers, header) === -1)
    .map(([field, header]) => {
      const near = listNear(
        header,
        headers.filter((name) => name !== ''),
      ).map((name) => `"${name}"`);
      const meant = near.length === 0 ? '' : ` (near to it: ${near.join(', ')})`;
      const taken = headers[at.get(field as Field) ?? -1] ?? '';
      return `There is no column "${header}", which was given for ${field}${meant}: "${taken}" was taken instead. Put it right in --map or under "columns:" in termwise.yaml.`;
    });
}
